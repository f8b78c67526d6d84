// SPDX-License-Identifier: Apache-2.0
package weir.wire;

/**
 * The heads of BER elements, one after the other (ITU-T X.690 clause 8.1), in a {@link Cursor}. What a head promises is
 * there or the cursor fails; elements of indefinite length are not read, as no protocol that Weir reads may use them.
 *
 * <pre>
 * identifier 1: class 2 bits, constructed 1 bit, number 5 bits (31: more octets of 7 bits follow)
 * length: 1 octet below 128, or 128 + count and as many octets
 * </pre>
 */
public final class Ber {

    public static final int INTEGER = 0x02;
    public static final int OCTET_STRING = 0x04;
    public static final int NULL = 0x05;
    public static final int OBJECT_IDENTIFIER = 0x06;
    public static final int SEQUENCE = 0x30;

    private static final int MOST_LENGTH_OCTETS = 4;
    private static final int MOST_NUMBER_OCTETS = 4;

    private int identifier;
    private int number;
    private int length;

    /** Reads a head; false and the cursor failed where there is none, or less content than it promises. */
    public boolean next(Cursor in) {
        identifier = in.u8();
        number = identifier & 0x1f;
        if (number == 0x1f) {
            longNumber(in);
        }
        length = in.u8();
        if (length > 0x7f) {
            longLength(in);
        }
        if (in.ok() && length > in.left()) {
            in.fail();
        }
        return in.ok();
    }

    /** Reads the head of an element of this kind; false and the cursor failed where another stands there. */
    public boolean next(Cursor in, int expected) {
        if (next(in) && identifier != expected) {
            in.fail();
        }
        return in.ok();
    }

    private void longNumber(Cursor in) {
        number = 0;
        for (int i = 0; i < MOST_NUMBER_OCTETS; i++) {
            int octet = in.u8();
            number = number << 7 | octet & 0x7f;
            if (octet < 0x80) {
                return;
            }
        }
        in.fail();
    }

    private void longLength(Cursor in) {
        int octets = length & 0x7f;
        if (octets == 0 || octets > MOST_LENGTH_OCTETS) {
            in.fail();
            return;
        }
        length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | in.u8();
        }
        if (length < 0) {
            in.fail();
        }
    }

    /** First identifier octet: class, constructed or not, number. */
    public int identifier() {
        return identifier;
    }

    /** Tag number without class. */
    public int number() {
        return number;
    }

    /** Octets of content, all of them there. */
    public int length() {
        return length;
    }

    /** Reads a head of this kind and its content as an integer. */
    public long integer(Cursor in, int expected) {
        return next(in, expected) ? integer(in) : 0;
    }

    /** The content as a signed integer (X.690 clause 8.3), the lowest 64 bits of a longer one. */
    public long integer(Cursor in) {
        if (length == 0) {
            in.fail();
            return 0;
        }
        long value = in.i8();
        for (int i = 1; i < length; i++) {
            value = value << 8 | in.u8();
        }
        return value;
    }

    /** Reads a head of this kind and lets {@code part} read its content. */
    public boolean enter(Cursor in, int expected, Cursor part) {
        if (!next(in, expected)) {
            part.wrap(in.bytes(), in.offset(), 0);
            return false;
        }
        in.slice(length, part);
        return true;
    }
}
