// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import weir.wire.Ber;
import weir.wire.Cursor;

/**
 * What session and presentation put around a message, taken away (X.225 clause 8.3, X.226 clause 8.2).
 *
 * <pre>
 * session unit: kind u8 | length u8, or 0xff and u16 | { parameter u8 | length | value }; user data is 193 or 194
 * connect and accept carry      31 { a0 mode | a2 { ... | 61 user data } }
 * data, finish, disconnect      61 { 30 { 06 transfer syntax, or none | 02 context | a0 value } ... }
 * abort                         a0 { a0 contexts | 61 user data }
 * </pre>
 */
final class Session {

    static final int DATA = 1;
    static final int PLEASE_TOKENS = 2;
    static final int NOT_FINISHED = 8;
    static final int FINISH = 9;
    static final int DISCONNECT = 10;
    static final int REFUSE = 12;
    static final int CONNECT = 13;
    static final int ACCEPT = 14;
    static final int ABORT = 25;
    static final int ABORT_ACCEPT = 26;

    private static final int USER_DATA = 193;
    private static final int EXTENDED_USER_DATA = 194;

    private static final int CONNECT_PRESENTATION = 0x31;
    private static final int NORMAL_MODE = 0xa2;
    private static final int ABORT_PRESENTATION = 0xa0;
    private static final int FULLY_ENCODED = 0x61;
    private static final int ONE_VALUE = 0xa0;

    private final Ber ber = new Ber();
    private final Cursor part = new Cursor();
    private final Cursor item = new Cursor();
    private int kind;

    /** Kind of the session unit last opened. */
    int kind() {
        return kind;
    }

    /**
     * Reads one session unit and leaves {@code values} on the list of presentation values; empty where there are none, and
     * failed where it is malformed.
     */
    void open(Cursor in, Cursor values) {
        values.wrap(in.bytes(), in.offset(), 0);
        kind = in.u8();
        in.slice(length(in), part);
        if (kind == DATA || kind == PLEASE_TOKENS) {
            kind = in.u8();
            in.slice(length(in), part);
        }
        if (!in.ok()) {
            values.fail();
        } else if (kind == DATA) {
            presentation(in, values);
        } else {
            parameters(values);
        }
    }

    private static int length(Cursor in) {
        int length = in.u8();
        return length == 0xff ? in.u16() : length;
    }

    private void parameters(Cursor values) {
        while (part.left() > 0) {
            int parameter = part.u8();
            int length = length(part);
            if (parameter == USER_DATA || parameter == EXTENDED_USER_DATA) {
                part.slice(length, item);
                if (part.ok() && item.left() > 0) {
                    presentation(item, values);
                }
                break;
            }
            part.skip(length);
        }
        if (!part.ok()) {
            values.fail();
        }
    }

    private void presentation(Cursor in, Cursor values) {
        int first = in.peek(0);
        boolean found = switch (first) {
            case CONNECT_PRESENTATION -> enter(in, first) && enter(in, NORMAL_MODE) && enter(in, FULLY_ENCODED);
            case ABORT_PRESENTATION -> enter(in, first) && enter(in, FULLY_ENCODED);
            case FULLY_ENCODED -> enter(in, first);
            default -> false;
        };
        if (found) {
            in.slice(in.left(), values);
        } else if (!in.ok()) {
            values.fail();
        }
    }

    /** Passes over elements up to one of this kind and goes into it; false where there is none. */
    private boolean enter(Cursor in, int wanted) {
        while (in.left() > 0 && ber.next(in)) {
            if (ber.identifier() == wanted) {
                in.slice(ber.length(), in);
                return true;
            }
            in.skip(ber.length());
        }
        return false;
    }

    /** Moves {@code values} behind its next value and leaves {@code value} on that; false where there is none. */
    boolean next(Cursor values, Cursor value) {
        if (values.left() == 0 || !ber.enter(values, Ber.SEQUENCE, value)) {
            return false;
        }
        if (!enter(value, ONE_VALUE)) {
            values.fail();
            return false;
        }
        return true;
    }
}
