// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import weir.wire.Cursor;
import weir.wire.Sink;

/** A text that is put together of parts; what was put together before is made no second time. */
public final class Spelling {

    private static final String HEX = "0123456789abcdef";

    private final byte[] text;
    private final byte[] digits = new byte[20];
    private final Cursor whole = new Cursor();
    private int length;

    /** @param longest octets of which longer texts keep the first */
    public Spelling(int longest) {
        text = new byte[longest];
    }

    public Spelling begin() {
        length = 0;
        return this;
    }

    public int length() {
        return length;
    }

    /** Takes back all behind the first {@code count} octets. */
    public Spelling cut(int count) {
        length = Math.min(length, count);
        return this;
    }

    /** A text of ASCII. */
    public Spelling put(String constant) {
        for (int i = 0; i < constant.length(); i++) {
            put(constant.charAt(i));
        }
        return this;
    }

    /** A number in decimal digits. */
    public Spelling put(long number) {
        int at = digits.length;
        long rest = number;
        do {
            digits[--at] = (byte) ('0' + Long.remainderUnsigned(rest, 10));
            rest = Long.divideUnsigned(rest, 10);
        } while (rest != 0);
        while (at < digits.length) {
            put(digits[at++]);
        }
        return this;
    }

    /** The next octets as they are. */
    public Spelling put(Cursor in, int count) {
        int from = in.offset();
        in.skip(count);
        for (int i = 0; in.ok() && i < count && length < text.length; i++) {
            text[length++] = in.bytes()[from + i];
        }
        return this;
    }

    /** The next octets as hexadecimal digits. */
    public Spelling hex(Cursor in, int count) {
        int from = in.offset();
        in.skip(count);
        for (int i = 0; in.ok() && i < count && length < text.length; i++) {
            hex(in.bytes()[from + i]);
        }
        return this;
    }

    /** A number of so many octets as hexadecimal digits. */
    public Spelling hex(long number, int octets) {
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
        if (length < text.length) {
            text[length++] = (byte) character;
        }
    }

    public String text(Sink out) {
        return out.text(whole.wrap(text, 0, length), length);
    }
}
