// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.amqp;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;

/** How frames of both versions, and the protocol header before them, begin. */
final class Frame {

    static final int METHOD = 1;
    static final int HEADER = 2;
    static final int BODY = 3;
    static final int HEARTBEAT = 8;

    /** Octets of type, channel and size in 0-9-1; of the protocol header; of a 1.0 frame without body. */
    static final int SHORT = 7;

    static final int LONG = 8;

    private static final int MAGIC = 'A' << 24 | 'M' << 16 | 'Q' << 8 | 'P';
    private static final int END = 0xce;
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_METHOD = 1 << 17;
    private static final int BASIC = 60;

    private Frame() {}

    static boolean isProtocolHeader(Cursor in) {
        return in.peek(0) == 'A';
    }

    /** Whether a frame of 1.0 begins here: its size has no octet that is a type of 0-9-1 in front. */
    static boolean isLater(Cursor in) {
        return in.peek(0) == 0;
    }

    /** As {@link Dialogue#frame}. */
    static int size(Cursor in) {
        return switch (in.peek(0)) {
            case -1 -> Dialogue.MORE;
            case 'A' -> protocolHeader(in);
            case 0 -> later(in);
            case METHOD, HEADER, BODY, HEARTBEAT -> earlier(in);
            default -> Dialogue.LOST;
        };
    }

    private static int protocolHeader(Cursor in) {
        for (int i = 0; i < 4 && i < in.left(); i++) {
            if (in.peek(i) != (MAGIC >> 24 - 8 * i & 0xff)) {
                return Dialogue.LOST;
            }
        }
        boolean known = in.peek(4) <= 3 && in.peek(5) <= 1;
        return !known ? Dialogue.LOST : in.left() < LONG ? Dialogue.MORE : LONG;
    }

    private static int earlier(Cursor in) {
        long size = in.peek32(3);
        if (size < 0) {
            return in.peek(0) == HEARTBEAT && in.peek(1) > 0 ? Dialogue.LOST : Dialogue.MORE;
        }
        boolean fits = switch (in.peek(0)) {
            case METHOD -> size >= 4 && size <= LONGEST_METHOD && isMethod(in);
            case HEADER -> size >= 14 && size <= LONGEST_METHOD && mayBe(in.peek16(SHORT), BASIC);
            case BODY -> size <= LONGEST;
            default -> size == 0 && in.peek16(1) == 0;
        };
        int end = in.peek(SHORT + (int) Math.min(size, LONGEST));
        return fits && mayBe(end, END) ? SHORT + (int) size + 1 : Dialogue.LOST;
    }

    private static boolean mayBe(int octets, int wanted) {
        return octets < 0 || octets == wanted;
    }

    private static boolean isMethod(Cursor in) {
        int group = in.peek16(SHORT);
        int method = in.peek16(SHORT + 2);
        return group < 0 || method < 0 || Method.of(group, method) != null;
    }

    private static int later(Cursor in) {
        if (in.left() < LONG) {
            return mayBe(in.peek(4), 2) && in.peek(5) <= 1 ? Dialogue.MORE : Dialogue.LOST;
        }
        long size = in.peek32(0);
        boolean fits = size >= LONG && size <= LONGEST && in.peek(4) == 2 && in.peek(5) <= 1;
        boolean described = size == LONG || mayBe(in.peek(LONG), 0);
        return fits && described ? (int) size : Dialogue.LOST;
    }

    static Likeness likeness(Cursor in) {
        int size = size(in);
        if (size == Dialogue.MORE) {
            return Likeness.MORE;
        }
        if (size == Dialogue.LOST) {
            return Likeness.NO;
        }
        return switch (in.peek(0)) {
            case 'A' -> Likeness.SURE;
            case 0 -> performative(in, size);
            default -> earlier(in, size);
        };
    }

    /** Sure when the body begins with the number of a performative; a frame without body keeps the line alive. */
    private static Likeness performative(Cursor in, int size) {
        if (size == LONG) {
            return Likeness.MAYBE;
        }
        if (in.left() < LONG + 3) {
            return Likeness.MORE;
        }
        boolean known = in.peek16(LONG) == 0x0053 && Performative.of(in.peek(LONG + 2)) != null;
        return known ? Likeness.SURE : Likeness.NO;
    }

    /** Sure when a method has its last octet. */
    private static Likeness earlier(Cursor in, int size) {
        if (in.left() < size) {
            return in.peek(0) == BODY ? Likeness.NO : Likeness.MORE;
        }
        return in.peek(0) == BODY ? Likeness.MAYBE : Likeness.SURE;
    }
}
