// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import java.util.Arrays;
import weir.wire.Cursor;
import weir.wire.Sink;

/** A text put together of parts; the same parts give the same string, and nothing is allocated the second time. */
final class Wording {

    /** Longer texts are cut. */
    private static final int LONGEST = 256;

    private static final byte[] NOTHING = {};

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes = NOTHING;
    private final Cursor cursor = new Cursor();
    private int length;

    Wording begin() {
        length = 0;
        return this;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** The last character, or 0. */
    char last() {
        return length == 0 ? 0 : (char) bytes[length - 1];
    }

    Wording dropLast() {
        length = Math.max(0, length - 1);
        return this;
    }

    Wording add(char ascii) {
        if (length < LONGEST) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(32, 2 * length));
            }
            bytes[length++] = (byte) ascii;
        }
        return this;
    }

    Wording add(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            add(ascii.charAt(i));
        }
        return this;
    }

    /** The next {@code count} bytes; fails the cursor where there are fewer. */
    Wording add(Cursor in, int count) {
        for (int i = 0; i < count && in.ok(); i++) {
            int octet = in.u8();
            if (in.ok()) {
                add((char) octet);
            }
        }
        return this;
    }

    /** A number without sign. */
    Wording decimal(long number) {
        long tens = Long.divideUnsigned(number, 10);
        if (tens > 0) {
            decimal(tens);
        }
        return add((char) ('0' + number - 10 * tens));
    }

    Wording hex(long number, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            add((char) HEX[(int) (number >>> shift) & 15]);
        }
        return this;
    }

    /** Four numbers with dots, first octet highest. */
    Wording ip(long address) {
        return decimal(address >>> 24 & 255)
                .add('.')
                .decimal(address >>> 16 & 255)
                .add('.')
                .decimal(address >>> 8 & 255)
                .add('.')
                .decimal(address & 255);
    }

    String take(Sink out) {
        return length == 0 ? "" : out.text(cursor.wrap(bytes, 0, length), length);
    }
}
