// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tristation;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Crc16;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * TriStation over UDP, with which engineering stations speak to Triconex safety controllers (not published; Nozomi
 * Networks, "TRITON"; FireEye, "Totally Tubular Treatise on TRITON and TriStation").
 *
 * <pre>
 * kind u8 | channel u8 | length u16 of the command | command | check u16, polynomial a001, over all before it
 * command  direction u8, 0 to the controller | connection u8 | command u8 | number u8 | 2 octets | sum u16
 *          | length u16 of the command | data
 * </pre>
 *
 * All numbers are little-endian. The sum is of the length and of the octets of the command without the sum. An answer
 * repeats the number; it has a command code of its own, or is a rejection.
 */
public final class TriStation implements Protocol {

    /** Octets before the command, and of its header. */
    static final int HEADER = 4;

    static final int COMMAND_HEADER = 10;
    static final int CHECK = 2;

    private static final int PORT = 1502;
    private static final int DISTANCE_OF_SUM = 10;
    private static final Crc16 CRC = new Crc16(0xa001, 0);

    @Override
    public String name() {
        return "tristation";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.udp(PORT));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (Link.of(in.peek(0)) == null || !fits(in) || !isChecked(in)) {
            return Likeness.NO;
        }
        return in.left() > HEADER + CHECK ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    /** Whether the length is that of the datagram, and a command has a header. */
    static boolean fits(Cursor in) {
        int length = in.peek16le(2);
        return length == in.left() - HEADER - CHECK && (length == 0 || length >= COMMAND_HEADER);
    }

    /** The datagram {@link #fits}. */
    static boolean isChecked(Cursor in) {
        int length = in.left() - CHECK;
        return CRC.of(in.bytes(), in.offset(), length) == in.peek16le(length);
    }

    /** Whether the sum in the header of the command is right; there is one. */
    static boolean isSummed(Cursor in) {
        int sum = in.peek16le(2);
        for (int at = HEADER; at < in.left() - CHECK; at++) {
            sum += at == DISTANCE_OF_SUM || at == DISTANCE_OF_SUM + 1 ? 0 : in.peek(at);
        }
        return (sum & 0xffff) == in.peek16le(DISTANCE_OF_SUM);
    }
}
