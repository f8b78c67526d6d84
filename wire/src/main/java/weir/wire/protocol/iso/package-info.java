// SPDX-License-Identifier: Apache-2.0
/** ISO transport on TCP: TPKT packets, COTP connections, and whatever rides on them. */
@NullMarked
package weir.wire.protocol.iso;

import org.jspecify.annotations.NullMarked;
