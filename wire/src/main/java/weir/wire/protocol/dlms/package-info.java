// SPDX-License-Identifier: Apache-2.0
/** DLMS/COSEM: meters, over TCP and UDP, in the wrapper or in HDLC frames. */
@NullMarked
package weir.wire.protocol.dlms;

import org.jspecify.annotations.NullMarked;
