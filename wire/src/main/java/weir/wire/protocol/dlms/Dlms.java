// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dlms;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * DLMS/COSEM over TCP and UDP (IEC 62056-4-7, IEC 62056-5-3; objects IEC 62056-6-1 and 6-2).
 *
 * <pre>
 * wrapper   version u16 1 | source u16 | destination u16 | length u16 | APDU
 *           who is 1 or more at the meter is a logical device, 16 at the other side a client without rights
 * or        HDLC frames, see {@link Hdlc}; information: e6 e6 00 in commands, e6 e7 00 in answers, APDU
 * APDU      tag u8 | ...: see {@link Exchange} and {@link Association}
 * </pre>
 *
 * Logical devices are units. The class of an object is the space, its attribute the number, its OBIS code the symbol.
 */
public final class Dlms implements Protocol {

    static final int WRAPPER = 8;
    private static final int VERSION = 1;
    private static final int PORT = 4059;
    private static final int LONGEST = 0xffff;

    @Override
    public String name() {
        return "dlms";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.tcp(PORT), Carrier.udp(PORT));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (in.peek(0) == Hdlc.FLAG) {
            return hdlc(in);
        }
        int frame = wrapper(in);
        if (frame == Dialogue.LOST) {
            return Likeness.NO;
        }
        if (in.left() <= WRAPPER) {
            return Likeness.MORE;
        }
        if (over == Transport.UDP && frame != in.left()) {
            return Likeness.NO;
        }
        return likeness(in, frame);
    }

    private static Likeness hdlc(Cursor in) {
        int length = Hdlc.length(in);
        if (length < 0) {
            return Likeness.NO;
        }
        if (length == 0 || in.left() < length) {
            return Likeness.MORE;
        }
        return Hdlc.isSound(in) ? Likeness.SURE : Likeness.NO;
    }

    private static Likeness likeness(Cursor in, int frame) {
        int tag = in.peek(WRAPPER);
        int next = in.peek(WRAPPER + 1);
        if (next < 0) {
            return Likeness.MORE;
        }
        return switch (tag) {
            case 0x60, 0x61 -> next < 0x80 && frame == WRAPPER + 2 + next ? Likeness.SURE : Likeness.MAYBE;
            case 0xc0, 0xc1, 0xc3, 0xc4, 0xc5, 0xc7 -> next >= 1 && next <= 6 ? Likeness.MAYBE : Likeness.NO;
            default -> Likeness.MAYBE;
        };
    }

    /** Length of the wrapped message that begins here, or what else {@link Dialogue#frame} gives. */
    static int wrapper(Cursor in) {
        int version = in.peek16(0);
        if (in.peek(0) > 0 || version >= 0 && version != VERSION) {
            return Dialogue.LOST;
        }
        int length = in.peek16(6);
        if (length < 0) {
            return Dialogue.MORE;
        }
        boolean addressed = in.peek16(2) > 0 && in.peek16(2) <= 0xff || in.peek16(4) > 0 && in.peek16(4) <= 0xff;
        int tag = in.peek(WRAPPER);
        boolean known = tag < 0 || DlmsService.of(tag) != null;
        return addressed && known && length > 0 && length <= LONGEST ? WRAPPER + length : Dialogue.LOST;
    }

    /** As {@link Dialogue#frame}. */
    static int frame(Cursor in) {
        if (in.peek(0) == Hdlc.FLAG) {
            int length = Hdlc.length(in);
            return length < 0 ? Dialogue.LOST : length;
        }
        return wrapper(in);
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
