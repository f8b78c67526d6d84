// SPDX-License-Identifier: Apache-2.0
package weir.wire;

/**
 * A text put together of parts while a message is read: {@code 1/2/17}, {@code 10.0.0.5:47808}. The same parts give the
 * same string, so nothing is allocated the second time. At most {@value #LONGEST} bytes; what is longer is cut.
 */
public final class Phrase {

    private static final int LONGEST = 256;

    private final byte[] bytes = new byte[LONGEST];
    private final Cursor cursor = new Cursor();
    private int length;

    public Phrase begin() {
        length = 0;
        return this;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** A character, written as UTF-8; those outside the basic plane come as two and are not kept. */
    public Phrase add(char c) {
        int size = c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        if (length + size > LONGEST) {
            return this;
        }
        if (size == 1) {
            bytes[length++] = (byte) c;
        } else if (size == 2) {
            bytes[length++] = (byte) (0xc0 | c >> 6);
            bytes[length++] = (byte) (0x80 | c & 0x3f);
        } else {
            bytes[length++] = (byte) (0xe0 | c >> 12);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
            bytes[length++] = (byte) (0x80 | c & 0x3f);
        }
        return this;
    }

    public Phrase add(String text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
        return this;
    }

    /** The next {@code count} bytes as they stand; fails the cursor where there are fewer. */
    public Phrase add(Cursor in, int count) {
        int from = in.offset();
        in.skip(count);
        if (in.ok()) {
            int fits = Math.min(count, LONGEST - length);
            System.arraycopy(in.bytes(), from, bytes, length, fits);
            length += fits;
        }
        return this;
    }

    /** A number without sign. */
    public Phrase decimal(long number) {
        long tens = Long.divideUnsigned(number, 10);
        if (tens != 0) {
            decimal(tens);
        }
        return add((char) ('0' + number - 10 * tens));
    }

    /** A number of at least two digits. */
    public Phrase twoDigits(long number) {
        if (number >= 0 && number < 10) {
            add('0');
        }
        return decimal(number);
    }

    public Phrase hex(long number, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            int digit = (int) (number >>> shift) & 15;
            add((char) (digit < 10 ? '0' + digit : 'a' + digit - 10));
        }
        return this;
    }

    /** Four numbers with dots, first octet highest. */
    public Phrase ip(long address) {
        return decimal(address >>> 24 & 255)
                .add('.')
                .decimal(address >>> 16 & 255)
                .add('.')
                .decimal(address >>> 8 & 255)
                .add('.')
                .decimal(address & 255);
    }

    public String take(Sink out) {
        return length == 0 ? "" : out.text(cursor.wrap(bytes, 0, length), length);
    }
}
