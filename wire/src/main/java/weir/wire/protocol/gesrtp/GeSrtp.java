// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.gesrtp;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * GE Service Request Transport Protocol (not published; Denton and others, "Leveraging the SRTP protocol for
 * over-the-network memory acquisition of a GE Fanuc Series 90-30", 2017).
 *
 * <pre>
 *  0  type: 0 begins, 1 begun, 2 request, 3 answer | 2 number u16 | 4 octets of text behind the header, u16
 * 26  time | 30 number u8 | 31 kind: c0 short, 80 with text, d4 and 94 their answers, d1 refusal
 * 32  mailboxes | 40 packet, of packets
 * 42  service u8, memory u8, first u16, count u16, data     a short request; with text the same at 50
 * 42  status u8, minor status u8, data, 50 program, privilege, time of the sweep u16, state u16     an answer
 * 56  text
 * </pre>
 *
 * Numbers are little-endian.
 */
public final class GeSrtp implements Protocol {

    /** Octets before the text. */
    static final int HEADER = 56;

    static final int SHORT = 0xc0;
    static final int WITH_TEXT = 0x80;
    static final int SHORT_ANSWER = 0xd4;
    static final int ANSWER_WITH_TEXT = 0x94;
    static final int REFUSAL = 0xd1;

    private static final int REQUEST = 2;
    private static final int ANSWER = 3;
    private static final int KIND = 31;
    private static final int LONGEST = 1 << 14;
    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(18245));

    @Override
    public String name() {
        return "ge_srtp";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int size = frame(in);
        if (size <= 0) {
            return size == Dialogue.MORE ? Likeness.MORE : Likeness.NO;
        }
        if (in.peek(0) >= REQUEST) {
            boolean known = in.peek(KIND) > SHORT || Services.TABLE.of(service(in)) != null;
            boolean ends = in.left() >= size;
            return known && ends ? Likeness.SURE : known ? Likeness.MAYBE : Likeness.NO;
        }
        return in.left() == HEADER ? Likeness.MAYBE : Likeness.NO;
    }

    private static int service(Cursor in) {
        return in.peek(in.peek(KIND) == WITH_TEXT ? 50 : 42);
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    static int frame(Cursor in) {
        int type = in.peek(0);
        int text = in.peek16le(4);
        if (type > ANSWER || text > LONGEST || in.peek(1) > 0 || type >= 0 && type < REQUEST && text > 0) {
            return Dialogue.LOST;
        }
        int kind = in.peek(KIND);
        if (kind < 0) {
            return Dialogue.MORE;
        }
        boolean fits = switch (type) {
            case REQUEST -> kind == SHORT && text == 0 || kind == WITH_TEXT;
            case ANSWER -> kind == SHORT_ANSWER || kind == ANSWER_WITH_TEXT || kind == REFUSAL;
            default -> kind == 0;
        };
        if (!fits) {
            return Dialogue.LOST;
        }
        return in.left() < HEADER ? Dialogue.MORE : HEADER + text;
    }
}
