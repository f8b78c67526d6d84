// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tds;

import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Likeness;
import weir.wire.Sink;

/**
 * What the server answers: tokens one after another (MS-TDS, 2.2.7). They are read up to the columns and rows of a
 * result, whose ends only their types tell; how it ended stands in the last token, which has one length.
 *
 * <pre>
 * error 0xaa, info 0xab   length u16 | number u32 | state u8 | class u8 | text, length u16 | server, length u8
 *                         | procedure, length u8 | line
 * login 0xad              length u16 | interface u8 | version u32 | program, length u8 | version of it, 4
 * environment 0xe3, order 0xa9, SSPI 0xed    length u16 | data
 * status 0x79             value i32
 * done 0xfd 0xfe 0xff     status u16: 0x0002 failed | command u16 | rows u64, u32 before version 7.2
 * </pre>
 */
final class Tokens {

    private static final int ERROR = 0xaa;
    private static final int INFORMATION = 0xab;
    private static final int LOGIN = 0xad;
    private static final int STATUS = 0x79;
    private static final int DONE = 0xfd;
    private static final int LONG_DONE = 13;
    private static final int SHORT_DONE = 9;
    private static final int STATUS_BITS = 0x0137;
    private static final int FAILED = 0x0002;

    private final WideText texts = new WideText();
    private final Cursor token = new Cursor();
    /** Number of the first error; 0 for none. */
    int error;

    boolean failed;
    boolean loggedIn;

    void begin() {
        error = 0;
        failed = false;
        loggedIn = false;
    }

    /** Whether this is a whole answer: it begins with a token and ends with the last. */
    static Likeness likeness(Cursor in) {
        return begins(in) && doneStatus(in) >= 0 ? Likeness.SURE : Likeness.NO;
    }

    /** Whether an answer can begin so. */
    static boolean begins(Cursor in) {
        int first = in.peek(0);
        return first == ERROR
                || first == INFORMATION
                || first == LOGIN
                || first == 0xe3
                || first == 0x81
                || first == STATUS
                || first == 0xed
                || first >= DONE;
    }

    /** Status of the last token of a message; -1 where it ends with none. */
    static int doneStatus(Cursor in) {
        int status = doneStatus(in, in.left() - LONG_DONE);
        return status >= 0 ? status : doneStatus(in, in.left() - SHORT_DONE);
    }

    private static int doneStatus(Cursor in, int at) {
        int status = in.peek16le(at + 1);
        return in.peek(at) >= DONE && status >= 0 && (status & ~STATUS_BITS) == 0 ? status : -1;
    }

    /** Reads as far as tokens can be told from each other. */
    void read(Cursor in, Sink out) {
        while (in.left() > 0) {
            int type = in.u8();
            switch (type) {
                case ERROR, INFORMATION, LOGIN -> {
                    in.slice(in.u16le(), token);
                    if (in.ok()) {
                        told(type, out);
                    }
                }
                case 0xe3, 0xa9, 0xed -> in.skip(in.u16le());
                case STATUS -> in.skip(4);
                case DONE, DONE + 1, DONE + 2 -> {
                    failed |= (in.u16le() & FAILED) != 0;
                    in.skip(in.left() == SHORT_DONE - 3 ? SHORT_DONE - 3 : LONG_DONE - 3);
                }
                default -> in.skip(in.left());
            }
        }
    }

    private void told(int type, Sink out) {
        if (type == LOGIN) {
            login(out);
        } else {
            message(type == ERROR, out);
        }
    }

    private void message(boolean isError, Sink out) {
        int number = token.i32le();
        token.skip(2);
        token.skip(2 * token.u16le());
        String server = texts.shortText(token, out);
        if (!token.ok()) {
            out.violation("malformed_token", number);
            return;
        }
        if (isError && error == 0) {
            error = number;
        }
        out.identity(out.sender(), Attribute.NAME, server, isError ? "error" : "info", 4);
    }

    private void login(Sink out) {
        token.skip(5);
        token.skip(2 * token.u8());
        int major = token.u8();
        int minor = token.u8();
        int build = token.u16();
        if (!token.ok()) {
            out.violation("malformed_token", LOGIN);
            return;
        }
        loggedIn = true;
        out.identity(out.sender(), Attribute.SOFTWARE, texts.version(major, minor, build, out), "LoginAck", 5);
    }
}
