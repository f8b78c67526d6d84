// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kerberos;

import java.util.List;
import weir.model.Transport;
import weir.wire.Ber;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * Kerberos 5 (RFC 4120) between clients and the centre that gives tickets: a {@link KerberosMessage} a datagram, over TCP
 * with its length, 4 octets, before it.
 */
public final class Kerberos implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(88), Carrier.udp(88));
    private static final int LENGTH = 4;
    /** A longer message is taken for a misread length. */
    private static final int LONGEST = 1 << 18;

    @Override
    public String name() {
        return "kerberos";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int at = over == Transport.TCP ? LENGTH : 0;
        if (over == Transport.TCP && frame(in) == Dialogue.LOST || at == 0 && !agrees(in, 0, in.left())) {
            return Likeness.NO;
        }
        return in.left() < at + 16 ? Likeness.MORE : Likeness.SURE;
    }

    /** Length of the message that begins here with the octets of its length, {@link Dialogue#MORE} or {@link Dialogue#LOST}. */
    static int frame(Cursor in) {
        long length = in.peek32(0);
        if (length < 0) {
            return in.peek(0) > 0 ? Dialogue.LOST : Dialogue.MORE;
        }
        if (length < 16 || length > LONGEST) {
            return Dialogue.LOST;
        }
        if (in.left() < LENGTH + 16) {
            return in.peek(LENGTH) >= 0 && KerberosMessage.type(in.peek(LENGTH)) < 0 ? Dialogue.LOST : Dialogue.MORE;
        }
        return agrees(in, LENGTH, (int) length) ? LENGTH + (int) length : Dialogue.LOST;
    }

    /** Whether a message of just this length begins here: two elements, one in the other, that end together. */
    private static boolean agrees(Cursor in, int at, int length) {
        int inner = at + KerberosMessage.head(in, at);
        return KerberosMessage.type(in.peek(at)) >= 0
                && in.peek(inner) == Ber.SEQUENCE
                && inner - at + length(in, at) == length
                && KerberosMessage.head(in, inner) + length(in, inner) == length(in, at)
                && (in.peek(inner + KerberosMessage.head(in, inner)) & 0xfe) == 0xa0;
    }

    private static int length(Cursor in, int at) {
        int first = in.peek(at + 1);
        return switch (first) {
            case 0x81 -> in.peek(at + 2);
            case 0x82 -> in.peek16(at + 2);
            case 0x83 -> in.peek(at + 2) << 16 | in.peek16(at + 3);
            case 0x84 -> (int) in.peek32(at + 2);
            default -> first;
        };
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
