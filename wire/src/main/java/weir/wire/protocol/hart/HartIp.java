// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.hart;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * HART-IP over TCP and UDP (FieldComm Group TS20085; commands: TS20127, TS20151; IEC 61158-5-20).
 *
 * <pre>
 * header        version 1 or 2 | type u8 | id u8 | status u8 | sequence u16 | length u16, header included
 *               type: 0 request, 1 response, 2 publish, 15 NAK
 * 0 initiate    master type u8 | inactivity timer u32, ms        1 close, 2 keep alive: nothing
 * 3 token PDU   delimiter u8 | address 1 or 5 | expansion | command u8 | count u8 | data | check, all before by XOR
 *               delimiter: long address | expansion, 2 bits | physical, 2 bits | 1 burst, 2 request, 6 answer
 *               data of an answer: response code u8 | device status u8 | ...
 * 4 direct PDU  device status u8 | extended u8 | each: command u16 | count u8 | response code u8 in answers | data
 * </pre>
 *
 * Devices are units by their unique address: {@code device 264e0000d2}; by the polling address where that is used.
 */
public final class HartIp implements Protocol {

    static final int HEADER = 8;
    /** More than any message has: 4 octets of header and 255 of data, some of them together. */
    private static final int LONGEST = 4096;

    private static final int PORT = 5094;
    private static final int INITIATE_LENGTH = 13;
    private static final int NAK = 15;

    @Override
    public String name() {
        return "hart_ip";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.udp(PORT), Carrier.tcp(PORT));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (!begins(in)) {
            return Likeness.NO;
        }
        if (in.left() < HEADER) {
            return Likeness.MORE;
        }
        int length = in.peek16(6);
        if (over == Transport.UDP && length != in.left()) {
            return Likeness.NO;
        }
        int id = in.peek(2);
        if (id == HartMessage.TOKEN_PASSING_PDU.code()) {
            return length > in.left() ? Likeness.MORE : token(in, length);
        }
        boolean opens = id == HartMessage.SESSION_INITIATE.code() && length == INITIATE_LENGTH && in.peek(HEADER) <= 1;
        return opens && in.peek(3) == 0 && in.peek(1) <= 1 ? Likeness.SURE : Likeness.MAYBE;
    }

    private static Likeness token(Cursor in, int length) {
        return HartFrame.isSound(in, HEADER, length) ? Likeness.SURE : Likeness.NO;
    }

    /** Whether what there is of a header makes sense. */
    static boolean begins(Cursor in) {
        int version = in.peek(0);
        int type = in.peek(1);
        int id = in.peek(2);
        int length = in.peek16(6);
        boolean plausible = (version < 0 || version == 1 || version == 2)
                && (type <= 2 || type == NAK)
                && id <= HartMessage.READ_AUDIT_LOG.code();
        return plausible && (length < 0 || fits(id, length));
    }

    private static boolean fits(int id, int length) {
        return switch (id) {
            case 0 -> length == INITIATE_LENGTH || length == HEADER || length == HEADER + 1;
            case 1, 2 -> length == HEADER || length == HEADER + 1;
            default -> length > HEADER && length <= LONGEST;
        };
    }

    /** Length of the message that begins here, as {@link Dialogue#frame} tells it. */
    static int frame(Cursor in) {
        if (!begins(in)) {
            return Dialogue.LOST;
        }
        return in.left() < HEADER ? Dialogue.MORE : in.peek16(6);
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
