// SPDX-License-Identifier: Apache-2.0
/** The protocols that Weir reads: how each is recognised, and what its messages mean. */
@NullMarked
package weir.wire.protocol;

import org.jspecify.annotations.NullMarked;
