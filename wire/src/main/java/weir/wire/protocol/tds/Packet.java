// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tds;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.protocol.sql.Statement;

/**
 * The packet that all else is in (MS-TDS, 2.2.3.1), and the records of TLS that may stand in its place.
 *
 * <pre>
 * type u8 | status u8: 0x01 ends the message | length u16, all counted | process u16 | number u8, from 1 | 0 | data
 * </pre>
 */
final class Packet {

    static final int HEADER = 8;
    static final int END = 1;
    static final int TLS_DATA = 0x17;

    private static final int TLS_HEADER = 5;
    private static final int LONGEST = 32_767;
    /** Data in which headers and the first word of a statement or the name of a procedure end. */
    private static final int ENOUGH = 64;

    private static final int MOST_STATUS = 0x1f;
    /** Version is the first option, and the options are a table of entries of five octets. */
    private static final int OPTION = 5;

    private Packet() {}

    static int frame(Cursor in, Direction way) {
        int type = in.peek(0);
        if (type == TLS_DATA) {
            return tls(in);
        }
        Kind kind = Kind.of(type);
        if (type >= 0 && (kind == null || !goes(kind, way)) || in.peek(1) > MOST_STATUS || in.peek(7) > 0) {
            return Dialogue.LOST;
        }
        if (in.left() < HEADER) {
            return Dialogue.MORE;
        }
        int length = in.peek16(2);
        boolean right = length > HEADER || length == HEADER && (kind == Kind.ATTENTION || kind == Kind.BULK_LOAD);
        return right && length <= LONGEST ? length : Dialogue.LOST;
    }

    private static boolean goes(Kind kind, Direction way) {
        return switch (kind) {
            case RESULT -> way == Direction.TO_CLIENT;
            case PRELOGIN -> true;
            default -> way == Direction.TO_SERVER;
        };
    }

    private static int tls(Cursor in) {
        if (in.left() < TLS_HEADER) {
            return in.peek(1) >= 0 && in.peek(1) != 3 ? Dialogue.LOST : Dialogue.MORE;
        }
        int length = in.peek16(3);
        boolean right = in.peek(1) == 3 && in.peek(2) <= 4 && length > 0 && length <= 18_432;
        return right ? TLS_HEADER + length : Dialogue.LOST;
    }

    /** Two things at least must agree with the header: the type alone is a small number like many. */
    static Likeness likeness(Cursor in) {
        Kind kind = Kind.of(in.peek(0));
        if (kind == null || in.peek(1) > MOST_STATUS || in.peek(7) > 0) {
            return Likeness.NO;
        }
        if (in.left() < HEADER + 4) {
            return Likeness.MORE;
        }
        int length = in.peek16(2);
        if (length < HEADER || length > LONGEST) {
            return Likeness.NO;
        }
        boolean cut = in.left() < length;
        boolean whole = !cut && (in.peek(1) & END) != 0;
        Cursor data = new Cursor().wrap(in.bytes(), in.offset() + HEADER, Math.min(in.left(), length) - HEADER);
        Likeness likeness = data(kind, data, length - HEADER, whole);
        return likeness == Likeness.NO && cut && data.left() < ENOUGH ? Likeness.MORE : likeness;
    }

    private static Likeness data(Kind kind, Cursor in, int length, boolean whole) {
        return switch (kind) {
            case PRELOGIN -> prelogin(in, length);
            case LOGIN -> login(in, length, whole);
            case BATCH -> {
                Statements.passHeaders(in);
                yield sure(Statement.at(in, 2) != Statement.STATEMENT);
            }
            case REMOTE_PROCEDURE_CALL -> sure(Statements.isCall(in));
            case RESULT -> whole ? Tokens.likeness(in) : Tokens.begins(in) ? Likeness.MAYBE : Likeness.NO;
            case TRANSACTION -> sure(Statements.hasHeaders(in));
            default -> Likeness.NO;
        };
    }

    private static Likeness sure(boolean right) {
        return right ? Likeness.SURE : Likeness.NO;
    }

    /** The first option is the version, six octets, behind the table. */
    private static Likeness prelogin(Cursor in, int length) {
        int offset = in.peek16(1);
        int size = in.peek16(3);
        boolean table = offset > OPTION && offset < 64 && offset % OPTION == 1 && offset + 6 <= length;
        boolean right = in.peek(0) == 0 && (offset < 0 || table) && (size < 0 || size == 6);
        return !right ? Likeness.NO : size < 0 ? Likeness.MORE : Likeness.SURE;
    }

    private static Likeness login(Cursor in, int length, boolean whole) {
        long size = in.peek32le(0);
        int generation = in.peek(7);
        boolean right =
                size > 36 && size <= LONGEST && (!whole || size == length) && (generation < 0 || generation >= 0x70);
        return !right || generation > 0x74 ? Likeness.NO : generation < 0 ? Likeness.MORE : Likeness.SURE;
    }
}
