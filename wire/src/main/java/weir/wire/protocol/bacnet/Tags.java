// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.wire.Cursor;

/**
 * Reads the tags that all application data is made of (ANSI/ASHRAE 135 clause 20.2.1).
 *
 * <pre>
 * number, 4 bits (15: in the next octet) | context 1 bit | length, 3 bits
 *   length 0 to 4; 5: in the next octet (254: in the next u16, 255: in the next u32)
 *   with context also 6: opening tag, 7: closing tag
 *   of an application boolean the value itself
 * </pre>
 *
 * What does not read as wanted fails the cursor, except where a method asks whether something optional is there.
 */
final class Tags {

    static final int BOOLEAN = 1;
    static final int UNSIGNED = 2;
    static final int CHARACTER_STRING = 7;
    static final int ENUMERATED = 9;
    static final int OBJECT = 12;

    private static final int OPENING = 6;
    private static final int CLOSING = 7;
    private static final int EXTENDED = 5;
    /** Deeper constructions are malformed. */
    private static final int DEEPEST = 32;

    private int number;
    private boolean context;
    private int form;
    private int length;

    /** Reads a tag; its content comes next. */
    boolean next(Cursor in) {
        int octet = in.u8();
        number = octet >> 4;
        context = (octet & 8) != 0;
        form = octet & 7;
        if (number == 15) {
            number = in.u8();
        }
        length = form;
        if (context && form >= OPENING || !context && number == BOOLEAN) {
            length = 0;
        } else if (form > EXTENDED) {
            in.fail();
        } else if (form == EXTENDED) {
            length = longer(in);
        }
        if (length > in.left()) {
            in.fail();
        }
        return in.ok();
    }

    private static int longer(Cursor in) {
        int octet = in.u8();
        if (octet < 254) {
            return octet;
        }
        return octet == 254 ? in.u16() : (int) Math.min(Integer.MAX_VALUE, in.u32());
    }

    int number() {
        return number;
    }

    int length() {
        return length;
    }

    /** Value of an application boolean. */
    boolean isSet() {
        return form == 1;
    }

    /** An application tag with a content. */
    boolean isApplication() {
        return !context;
    }

    boolean isOpening() {
        return context && form == OPENING;
    }

    boolean isClosing() {
        return context && form == CLOSING;
    }

    /** Whether a context tag of this number with a content is next; only then it is read. */
    boolean has(Cursor in, int wanted) {
        return is(in, wanted, -1);
    }

    /** Whether this construction opens next; only then its tag is read. */
    boolean opens(Cursor in, int wanted) {
        return is(in, wanted, OPENING);
    }

    boolean closes(Cursor in, int wanted) {
        return is(in, wanted, CLOSING);
    }

    private boolean is(Cursor in, int wanted, int wantedForm) {
        if (in.left() == 0) {
            return false;
        }
        int at = in.read();
        boolean found =
                next(in) && context && number == wanted && (wantedForm < 0 ? form < OPENING : form == wantedForm);
        if (!found && in.ok()) {
            in.seek(at);
        }
        return found;
    }

    /** The unsigned number in a context tag that must be next. */
    long unsigned(Cursor in, int wanted) {
        return has(in, wanted) ? unsigned(in) : failed(in);
    }

    /** The object in a context tag that must be next: type, 10 bits, and instance, 22 bits. */
    long object(Cursor in, int wanted) {
        return has(in, wanted) && length == 4 ? in.u32() : failed(in);
    }

    /** The content of an application tag that must be next, as unsigned number. */
    long application(Cursor in, int wanted) {
        return next(in) && !context && number == wanted ? unsigned(in) : failed(in);
    }

    /** The content of the tag last read. */
    long unsigned(Cursor in) {
        if (length > 8) {
            return failed(in);
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | in.u8();
        }
        return value;
    }

    long signed(Cursor in) {
        int bits = 64 - 8 * length;
        long value = unsigned(in);
        return length == 0 ? 0 : value << bits >> bits;
    }

    /** Passes over everything up to the closing tag of the construction that was opened last, and over that. */
    void leave(Cursor in) {
        int depth = 1;
        while (depth > 0 && next(in)) {
            if (isOpening()) {
                depth++;
            } else if (isClosing()) {
                depth--;
            } else {
                in.skip(length);
            }
            if (depth > DEEPEST) {
                in.fail();
            }
        }
    }

    private static long failed(Cursor in) {
        in.fail();
        return 0;
    }
}
