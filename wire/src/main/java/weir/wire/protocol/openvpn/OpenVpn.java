// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.openvpn;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * OpenVPN over UDP and TCP (draft-openvpn-wire-protocol).
 *
 * <pre>
 * over TCP    length u16 before each packet
 * control     opcode (5 bits), key (3 bits) | session, 8 | what {@link Protection} adds | acknowledged, count u8: u32 each
 *             | session of the other side, 8, where any is acknowledged | number u32, not of an acknowledgement | TLS
 * data        opcode, key | peer u24, version 2 only | encrypted
 * </pre>
 *
 * It is known by how it opens: a session that begins is told with its id, and how it is protected.
 */
public final class OpenVpn implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(1194), Carrier.tcp(1194));

    @Override
    public String name() {
        return "openvpn";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (over == Transport.TCP) {
            int length = in.peek16(0);
            if (in.left() < 3) {
                return length > Packet.LONGEST || in.left() == 0 ? Likeness.NO : Likeness.MORE;
            }
            in.skip(2);
            if (length > Packet.LONGEST || !Packet.isReset(in.peek(0)) || in.left() > length) {
                return Likeness.NO;
            }
            return in.left() < length ? Likeness.MORE : Packet.likeness(in);
        }
        return Packet.likeness(in);
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
