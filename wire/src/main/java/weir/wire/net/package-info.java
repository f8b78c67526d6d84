// SPDX-License-Identifier: Apache-2.0
/** From a frame to what it carries: link, tunnel, network and transport headers, fragments, copies. */
@NullMarked
package weir.wire.net;

import org.jspecify.annotations.NullMarked;
