// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.rocplus;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Crc16;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * ROC Plus over TCP and UDP (Emerson, ROC Plus protocol specification; ICSNPP-ROC-Plus).
 *
 * <pre>
 * destination unit, group | source unit, group | opcode | length u8 | data | check u16
 * </pre>
 *
 * Numbers are little-endian. The check has the polynomial a001 and is begun with all ones. An answer repeats the opcode;
 * which of the two a message is, no field says. A point is named by type, number and parameter.
 */
public final class RocPlus implements Protocol {

    static final int HEADER = 6;

    /** Octets around the data. */
    static final int AROUND = 8;

    private static final Crc16 CHECK = new Crc16(0xa001, 0xffff);
    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(4000), Carrier.udp(4000));

    @Override
    public String name() {
        return "roc_plus";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int size = frame(in);
        if (size <= 0) {
            return size == Dialogue.MORE && over == Transport.TCP ? Likeness.MORE : Likeness.NO;
        }
        if (size > in.left()) {
            return over == Transport.TCP ? Likeness.MORE : Likeness.NO;
        }
        return holds(in, size) && (over == Transport.TCP || size == in.left()) ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    static int frame(Cursor in) {
        int opcode = in.peek(4);
        if (opcode >= 0 && Conversation.OPCODES.of(opcode) == null) {
            return Dialogue.LOST;
        }
        int length = in.peek(5);
        if (length < 0) {
            return Dialogue.MORE;
        }
        int size = AROUND + length;
        return size <= in.left() && !holds(in, size) ? Dialogue.LOST : size;
    }

    /** Whether the last two of so many octets, which must be there, are the check of the others. */
    static boolean holds(Cursor in, int size) {
        return CHECK.of(in.bytes(), in.offset(), size - 2) == in.peek16le(size - 2);
    }
}
