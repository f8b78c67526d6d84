// SPDX-License-Identifier: Apache-2.0
/** IEC 60870-5-104: telecontrol over TCP, and the application data units of IEC 60870-5-101 in it. */
@NullMarked
package weir.wire.protocol.iec104;

import org.jspecify.annotations.NullMarked;
