// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.postgresql;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.protocol.sql.Statement;

/**
 * How messages are cut from the stream (PostgreSQL documentation, Overview of Messages).
 *
 * <pre>
 * message     letter u8 | length u32, itself counted | what it has
 * opening     length u32, itself counted | version u32, 3.0, or a number that is none | what it has
 * </pre>
 */
final class Message {

    static final long VERSION_3 = 3L << 16;
    static final long CANCEL = 80_877_102;
    static final long SSL = 80_877_103;
    static final long GSS = 80_877_104;

    /** A longer one is passed over: rows and files. */
    private static final int LONGEST = 1 << 18;

    private static final int LONGEST_OPENING = 10_000;
    private static final int MOST_METHODS = 12;

    private Message() {}

    static int frame(Cursor in, Direction way) {
        if (in.left() < 5) {
            return in.left() > 0 && in.peek(0) > 0 && Kind.of(in.peek(0), way) == null ? Dialogue.LOST : Dialogue.MORE;
        }
        if (way == Direction.TO_SERVER && in.peek(0) == 0) {
            if (in.left() < 8) {
                return Dialogue.MORE;
            }
            return isOpening(in) ? (int) in.peek32(0) : Dialogue.LOST;
        }
        Kind kind = Kind.of(in.peek(0), way);
        long length = in.peek32(1);
        if (kind == null || !kind.fits(length) || length > Integer.MAX_VALUE - 1) {
            return Dialogue.LOST;
        }
        return length <= LONGEST ? (int) length + 1 : passes(kind) ? Dialogue.skip((int) length + 1) : Dialogue.LOST;
    }

    /** Whether it may be of any length. */
    private static boolean passes(Kind kind) {
        return switch (kind) {
            case DATA_ROW, COPY_DATA, COPY_DATA_OUT, QUERY, BIND, PARSE, FUNCTION_CALL, FUNCTION_RESULT -> true;
            default -> false;
        };
    }

    static boolean isOpening(Cursor in) {
        long length = in.peek32(0);
        long code = in.peek32(4);
        if (code == SSL || code == GSS) {
            return length == 8;
        }
        if (code == CANCEL) {
            return length >= 16 && length <= 268;
        }
        return code >> 16 == 3 && code - VERSION_3 < 3 && length > 8 && length <= LONGEST_OPENING;
    }

    static Likeness likeness(Cursor in) {
        if (in.left() < 8) {
            return in.left() > 0 && in.peek(0) > 0 && !isLetter(in.peek(0)) ? Likeness.NO : Likeness.MORE;
        }
        if (in.peek(0) == 0) {
            return opening(in);
        }
        return switch (in.peek(0)) {
            case 'Q', 'P' -> statement(in);
            case 'R' -> authentication(in);
            case 'Z', 'C', 'T', '1', '2', 'E', 'S', 'K', 'B', 'X' -> followed(in);
            default -> Likeness.NO;
        };
    }

    private static boolean isLetter(int octet) {
        return Kind.of(octet, Direction.TO_SERVER) != null || Kind.of(octet, Direction.TO_CLIENT) != null;
    }

    private static Likeness opening(Cursor in) {
        if (!isOpening(in)) {
            return Likeness.NO;
        }
        if (in.peek32(4) >> 16 != 3) {
            return Likeness.SURE;
        }
        int first = in.peek(8);
        return first < 0 ? Likeness.MORE : first >= 'a' && first <= 'z' || first == '_' ? Likeness.SURE : Likeness.NO;
    }

    private static Likeness statement(Cursor in) {
        long length = in.peek32(1);
        boolean query = in.peek(0) == 'Q';
        boolean cut = length + 1 > in.left();
        if (length <= 5 || length > LONGEST || !cut && query && in.peek((int) length) != 0) {
            return Likeness.NO;
        }
        in.skip(5);
        if (!query) {
            int name = 0;
            while (in.peek(name) > ' ' && name < 64) {
                name++;
            }
            in.skip(Math.min(in.left(), name + 1));
        }
        if (Statement.at(in, 1) != Statement.STATEMENT) {
            return Likeness.SURE;
        }
        return cut && in.left() < 12 ? Likeness.MORE : Likeness.NO;
    }

    private static Likeness authentication(Cursor in) {
        long length = in.peek32(1);
        if (in.left() < 9) {
            return length < 8 || length > 4096 ? Likeness.NO : Likeness.MORE;
        }
        long method = in.peek32(5);
        boolean plain = method == 0 || method == 2 || method == 3 || method == 7 || method == 9;
        boolean right = method == 5 ? length == 12 : plain ? length == 8 : method <= MOST_METHODS && length > 8;
        return length <= 4096 && right ? Likeness.SURE : Likeness.NO;
    }

    /** One whole message with another behind it, or as the end of the segment. */
    private static Likeness followed(Cursor in) {
        Direction way = Kind.of(in.peek(0), Direction.TO_CLIENT) == null ? Direction.TO_SERVER : Direction.TO_CLIENT;
        int messages = 0;
        while (in.left() > 0 && messages < 3) {
            int size = frame(in, way);
            if (size == Dialogue.LOST) {
                return Likeness.NO;
            }
            if (size <= 0 || size > in.left()) {
                return messages > 1 ? Likeness.SURE : Likeness.MAYBE;
            }
            in.skip(size);
            messages++;
        }
        return messages > 1 ? Likeness.SURE : Likeness.MAYBE;
    }

    /** Which side says this, where that shows. */
    static @Nullable Direction sender(Cursor in) {
        int first = in.peek(0);
        boolean client = Kind.of(first, Direction.TO_SERVER) != null;
        boolean server = Kind.of(first, Direction.TO_CLIENT) != null;
        if (first == 0) {
            return Direction.TO_SERVER;
        }
        return client == server ? null : client ? Direction.TO_SERVER : Direction.TO_CLIENT;
    }
}
