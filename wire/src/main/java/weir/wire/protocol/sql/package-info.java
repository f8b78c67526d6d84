// SPDX-License-Identifier: Apache-2.0
/** SQL, as far as it is told: what kind of statement it is, never its text. */
@NullMarked
package weir.wire.protocol.sql;

import org.jspecify.annotations.NullMarked;
