// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.wire.Cursor;
import weir.wire.Sink;

/** A text that is put together of parts, without making anything of those that were put together before. */
final class Spelling {

    /** Longer texts are cut. */
    static final int LONGEST = 128;

    private static final String HEX = "0123456789abcdef";

    private final byte[] text = new byte[LONGEST];
    private final byte[] digits = new byte[20];
    private final Cursor whole = new Cursor();
    private int length;

    Spelling begin() {
        length = 0;
        return this;
    }

    boolean isEmpty() {
        return length == 0;
    }

    Spelling put(String constant) {
        for (int i = 0; i < constant.length(); i++) {
            put(constant.charAt(i));
        }
        return this;
    }

    Spelling put(long number) {
        int at = digits.length;
        long rest = number;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        while (at < digits.length) {
            put(digits[at++]);
        }
        return this;
    }

    /** The next octets as they are. */
    Spelling put(Cursor in, int count) {
        int from = in.offset();
        in.skip(count);
        for (int i = 0; in.ok() && i < count && length < LONGEST; i++) {
            text[length++] = in.bytes()[from + i];
        }
        return this;
    }

    /** The next octets as hexadecimal digits. */
    Spelling hex(Cursor in, int count) {
        int from = in.offset();
        in.skip(count);
        for (int i = 0; in.ok() && i < count && length < LONGEST; i++) {
            hex(in.bytes()[from + i]);
        }
        return this;
    }

    /** A number of so many octets as hexadecimal digits. */
    Spelling hex(long number, int octets) {
        for (int i = octets - 1; i >= 0; i--) {
            hex((byte) (number >> 8 * i));
        }
        return this;
    }

    private void hex(byte octet) {
        put(HEX.charAt(octet >> 4 & 15));
        put(HEX.charAt(octet & 15));
    }

    private void put(int character) {
        if (length < LONGEST) {
            text[length++] = (byte) character;
        }
    }

    String text(Sink out) {
        return out.text(whole.wrap(text, 0, length), length);
    }
}
