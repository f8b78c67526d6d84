// SPDX-License-Identifier: Apache-2.0
/** Who asks, and what they may. */
@NullMarked
package weir.server.identity;

import org.jspecify.annotations.NullMarked;
