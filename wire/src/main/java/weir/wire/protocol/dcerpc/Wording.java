// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Cursor;
import weir.wire.Sink;

/** A text put together from UTF-16 and other texts, so that the same text twice is the same string. */
final class Wording {

    /** Octets of UTF-8 at most; the rest is cut off. */
    private static final int LONGEST = 256;

    private final byte[] octets = new byte[LONGEST];
    private final Cursor cursor = new Cursor();
    private int length;

    Wording begin() {
        length = 0;
        return this;
    }

    boolean isEmpty() {
        return length == 0;
    }

    Wording add(String text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
        return this;
    }

    /** The next {@code count} UTF-16 units, up to the first that is 0. */
    Wording wide(Cursor in, int count, boolean littleEndian) {
        boolean ended = false;
        for (int i = 0; i < count && in.left() > 0; i++) {
            int unit = littleEndian ? in.u16le() : in.u16();
            ended |= unit == 0;
            if (!ended) {
                add((char) unit);
            }
        }
        return this;
    }

    /** The next {@code count} octets, up to the first that is 0. */
    Wording narrow(Cursor in, int count) {
        boolean ended = false;
        for (int i = 0; i < count && in.left() > 0; i++) {
            int octet = in.u8();
            ended |= octet == 0;
            if (!ended) {
                add((char) octet);
            }
        }
        return this;
    }

    /** The digits among the next {@code count} octets, leading zeros gone but for the last. */
    Wording digits(Cursor in, int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            int octet = in.u8();
            number = octet >= '0' && octet <= '9' ? number * 10 + octet - '0' : number;
        }
        return number(number);
    }

    Wording number(int number) {
        if (number >= 10) {
            number(number / 10);
        }
        put('0' + number % 10);
        return this;
    }

    /** As {@link Uuid#text}. */
    Wording uuid(long high, long low) {
        return hex(high >>> 32, 8)
                .add("-")
                .hex(high >>> 16, 4)
                .add("-")
                .hex(high, 4)
                .add("-")
                .hex(low >>> 48, 4)
                .add("-")
                .hex(low, 12);
    }

    private Wording hex(long number, int digits) {
        for (int i = digits - 1; i >= 0; i--) {
            put(Character.forDigit((int) (number >>> 4 * i) & 0xf, 16));
        }
        return this;
    }

    /** UTF-8; a half of a surrogate pair becomes a question mark. */
    Wording add(char unit) {
        if (unit < 0x80) {
            put(unit);
        } else if (unit < 0x800) {
            if (length + 2 <= LONGEST) {
                put(0xc0 | unit >> 6);
                put(0x80 | unit & 0x3f);
            }
        } else if (Character.isSurrogate(unit)) {
            put('?');
        } else if (length + 3 <= LONGEST) {
            put(0xe0 | unit >> 12);
            put(0x80 | unit >> 6 & 0x3f);
            put(0x80 | unit & 0x3f);
        }
        return this;
    }

    private void put(int octet) {
        if (length < LONGEST) {
            octets[length++] = (byte) octet;
        }
    }

    String text(Sink out) {
        return length == 0 ? "" : out.text(cursor.wrap(octets, 0, length), length);
    }
}
