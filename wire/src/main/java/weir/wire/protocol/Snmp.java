// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import weir.model.Transport;
import weir.wire.Ber;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * Network management (SNMP): version 1 (RFC 1157), 2c (RFC 1901) and 3 (RFC 3412, RFC 3414).
 *
 * <pre>
 * SEQUENCE { version INTEGER, community OCTET STRING, PDU }                                            1 and 2c
 * SEQUENCE { version INTEGER, SEQUENCE { id, largest size, flags OCTET STRING, security model },       3
 *            OCTET STRING of SEQUENCE { engine, boots, time, user, authentication, privacy },
 *            SEQUENCE { engine, name, PDU } or OCTET STRING where encrypted }
 * PDU [0..8] { request id, error status, error index, SEQUENCE OF SEQUENCE { object, value } }
 * trap of version 1 [4] { enterprise, agent address, generic, specific, time, SEQUENCE OF ... }
 * </pre>
 */
public final class Snmp implements Protocol {

    private static final int PORT = 161;
    private static final int TRAP_PORT = 162;

    @Override
    public String name() {
        return "snmp";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.udp(PORT), Carrier.udp(TRAP_PORT));
    }

    /** A sequence as long as the datagram, with a known version and what must follow that. */
    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (over != Transport.UDP || in.peek(0) >= 0 && in.peek(0) != Ber.SEQUENCE) {
            return Likeness.NO;
        }
        int size = in.peek(1);
        int head = size <= 0x7f ? 2 : 2 + (size & 0x7f);
        if (head > 6) {
            return Likeness.NO;
        }
        int version = in.peek(head + 2);
        int next = in.peek(head + 3);
        if (next < 0) {
            return Likeness.MORE;
        }
        boolean agrees = in.peek16(head) == 0x0201
                && (version <= 1 && next == Ber.OCTET_STRING || version == 3 && next == Ber.SEQUENCE);
        return agrees ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new SnmpConversation();
    }

    /** Requests go to the agent, traps to who listens for them: both serve. */
    static Direction direction(SnmpPdu pdu) {
        return switch (pdu) {
            case GET, GET_NEXT, GET_BULK, SET, INFORM, TRAP, TRAP_V1, ENCRYPTED -> Direction.TO_SERVER;
            case RESPONSE, REPORT -> Direction.TO_CLIENT;
        };
    }
}
