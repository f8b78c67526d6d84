// SPDX-License-Identifier: Apache-2.0
/** OpenVPN: how its tunnels are opened. */
@NullMarked
package weir.wire.protocol.openvpn;

import org.jspecify.annotations.NullMarked;
