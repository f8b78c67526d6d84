// SPDX-License-Identifier: Apache-2.0
/** KNXnet/IP: building control over Ethernet, and the bus behind it. */
@NullMarked
package weir.wire.protocol.knx;

import org.jspecify.annotations.NullMarked;
