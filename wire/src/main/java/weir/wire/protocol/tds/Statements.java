// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tds;

import weir.model.Operation;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Sink;
import weir.wire.protocol.sql.Statement;

/**
 * What the client wants done: batches, calls, transactions (MS-TDS, 2.2.6.6 to 2.2.6.9).
 *
 * <pre>
 * headers     length u32, itself counted: length u32 | type u16, 1 to 3 | data; not before version 7.2
 * batch       headers | text
 * call        headers | name, length u16, or 0xffff and number u16 | options u16 | parameters
 * parameter   name, length u8 | status u8 | type | value
 * transaction headers | what u16 | data
 * </pre>
 */
final class Statements {

    private static final NamedCodes PROCEDURES = new NamedCodes("tds/procedures", "procedure_");
    private static final NamedCodes TRANSACTIONS = new NamedCodes("tds/transactions", "transaction_");
    private static final int NUMBERED = 0xffff;
    private static final int MOST_NAMED = 15;
    private static final int MOST_NAME = 128;
    private static final int MOST_PARAMETERS = 4;
    private static final int INTEGER = 0x26;
    private static final int TEXT = 0xe7;
    private static final int LONG_TEXT = 0x63;

    private final WideText texts = new WideText();
    private final Cursor parameters = new Cursor();
    private final Cursor value = new Cursor();

    /** Whether the message begins with headers. */
    static boolean hasHeaders(Cursor in) {
        long all = in.peek32le(0);
        long first = in.peek32le(4);
        int type = in.peek16le(8);
        return all >= 10 && all <= 512 && first >= 6 && first <= all - 4 && type >= 1 && type <= 3;
    }

    static void passHeaders(Cursor in) {
        if (hasHeaders(in)) {
            in.skip((int) in.peek32le(0));
        }
    }

    /** Whether a call begins here: a name in letters, or a number that is one. */
    static boolean isCall(Cursor in) {
        passHeaders(in);
        int length = in.peek16le(0);
        if (length == NUMBERED) {
            int number = in.peek16le(2);
            return number >= 1 && number <= MOST_NAMED;
        }
        if (length < 1 || length > 4 * MOST_NAME) {
            return false;
        }
        for (int i = 0; i < Math.min(length, 4); i++) {
            int character = in.peek16le(2 + 2 * i);
            if (character < '#' || character > 'z') {
                return false;
            }
        }
        return true;
    }

    Operation batch(Cursor in, Sink out) {
        passHeaders(in);
        return out.request(Statement.at(in, 2)).qualifier("batch").tell();
    }

    Operation transaction(Cursor in, Sink out) {
        passHeaders(in);
        String what = TRANSACTIONS.of(in.u16le());
        return out.request(Kind.TRANSACTION).qualifier(what).tell();
    }

    Operation call(Cursor in, Sink out) {
        passHeaders(in);
        int length = in.u16le();
        String name = length == NUMBERED ? PROCEDURES.of(in.u16le()) : texts.read(in, length, out);
        in.skip(2);
        Service statement =
                in.ok() ? statement(parameters.wrap(in.bytes(), in.offset(), in.left())) : Statement.STATEMENT;
        Service service = statement != Statement.STATEMENT
                ? statement
                : reachesOut(name) ? Kind.SYSTEM_PROCEDURE : Kind.REMOTE_PROCEDURE_CALL;
        return out.request(service)
                .space("procedure")
                .symbol(name)
                .qualifier("call")
                .tell();
    }

    /** Extended and automation procedures: the way from the database into the operating system. */
    private static boolean reachesOut(String name) {
        return name.regionMatches(true, name.lastIndexOf('.') + 1, "xp_", 0, 3)
                || name.regionMatches(true, name.lastIndexOf('.') + 1, "sp_oa", 0, 5);
    }

    /** The kind of the statement among the first parameters: that which begins with a known word. */
    private Statement statement(Cursor in) {
        for (int i = 0; i < MOST_PARAMETERS && in.left() > 3; i++) {
            in.skip(2 * in.u8());
            in.skip(1);
            int type = in.u8();
            if (!value(in, type)) {
                return Statement.STATEMENT;
            }
            if (type != INTEGER) {
                Statement found = Statement.at(value, 2);
                if (found != Statement.STATEMENT) {
                    return found;
                }
            }
        }
        return Statement.STATEMENT;
    }

    /** Lets the value be read as far as it is in this packet; false for types that hold no statement nor stand before one. */
    private boolean value(Cursor in, int type) {
        long length;
        switch (type) {
            case INTEGER -> {
                in.skip(1);
                length = in.u8();
            }
            case TEXT -> {
                boolean inParts = in.u16le() == 0xffff;
                in.skip(5);
                length = inParts ? parts(in) : in.u16le();
            }
            case LONG_TEXT -> {
                in.skip(9);
                length = in.u32le();
            }
            default -> {
                return false;
            }
        }
        if (length == 0xffff) {
            length = 0;
        }
        boolean right = in.ok();
        in.slice((int) Math.min(Math.max(length, 0), in.left()), value);
        return right;
    }

    /** A text of unknown length comes in parts (MS-TDS, 2.2.5.2.3): the first is enough. */
    private static long parts(Cursor in) {
        in.skip(8);
        return in.u32le();
    }
}
