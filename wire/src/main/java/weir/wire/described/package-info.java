// SPDX-License-Identifier: Apache-2.0
/** Protocols that a description defines instead of a class, and the one decoder that reads them all. */
@NullMarked
package weir.wire.described;

import org.jspecify.annotations.NullMarked;
