// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.fox;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * Niagara Fox over TCP (Tridium; not published, as observed and as public dissectors read it).
 *
 * <pre>
 * fox KIND NUMBER ANSWER CHANNEL COMMAND LF { LF
 * NAME=TYPE:VALUE LF ...
 * };; LF
 * </pre>
 *
 * Kinds are a (wants no answer), s (wants one), r (an answer), n (an answer without content), e (an error), k (still
 * there) and c (closes). ANSWER is the number that a message wants on its answer and that the answer has, else -1.
 */
public final class Fox implements Protocol {

    private static final String BEGINNING = "fox ";
    private static final String END = "\n};;\n";
    private static final int LONGEST = 1 << 18;

    /** The first line is not longer. */
    private static final int LONGEST_LINE = 160;

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(1911));

    @Override
    public String name() {
        return "fox";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        for (int i = 0; i < BEGINNING.length(); i++) {
            if (in.peek(i) != BEGINNING.charAt(i)) {
                return in.peek(i) < 0 ? Likeness.MORE : Likeness.NO;
            }
        }
        int kind = in.peek(4);
        int space = in.peek(5);
        if (kind < 0 || space < 0) {
            return Likeness.MORE;
        }
        return isKind(kind) && space == ' ' ? Likeness.SURE : Likeness.NO;
    }

    private static boolean isKind(int kind) {
        return kind >= 'a' && kind <= 'z';
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    static int frame(Cursor in) {
        for (int i = 0; i < BEGINNING.length() && i < in.left(); i++) {
            if (in.peek(i) != BEGINNING.charAt(i)) {
                return Dialogue.LOST;
            }
        }
        if (in.left() > 5 && (!isKind(in.peek(4)) || in.peek(5) != ' ')) {
            return Dialogue.LOST;
        }
        byte[] data = in.bytes();
        int from = in.offset();
        boolean line = false;
        for (int at = 0; at < in.left(); at++) {
            int octet = data[from + at];
            line |= octet == '\n';
            if (!line && at > LONGEST_LINE || at > LONGEST) {
                return Dialogue.LOST;
            }
            if (octet == '\n' && ends(in, at)) {
                return at + 1;
            }
        }
        return Dialogue.MORE;
    }

    /** Whether the end of a message ends here. */
    private static boolean ends(Cursor in, int at) {
        int begin = at - END.length() + 1;
        for (int i = 0; i < END.length(); i++) {
            if (begin < 0 || in.peek(begin + i) != END.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
