// SPDX-License-Identifier: Apache-2.0
/** BACnet/IP: virtual link, network and application layer of building automation. */
@NullMarked
package weir.wire.protocol.bacnet;

import org.jspecify.annotations.NullMarked;
