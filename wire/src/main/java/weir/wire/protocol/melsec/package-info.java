// SPDX-License-Identifier: Apache-2.0
/** Mitsubishi MELSEC: how its controllers are read, written and run by SLMP and MC protocol, and by MELSOFT tools. */
@NullMarked
package weir.wire.protocol.melsec;

import org.jspecify.annotations.NullMarked;
