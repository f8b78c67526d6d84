// SPDX-License-Identifier: Apache-2.0
/** ANSI C12.22: how meters are read, set and switched over networks. */
@NullMarked
package weir.wire.protocol.c1222;

import org.jspecify.annotations.NullMarked;
