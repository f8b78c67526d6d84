// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import weir.wire.Cursor;

/** Reads the fields of a frame, be it binary (lowest octet first) or in ASCII (hexadecimal digits, highest first). */
final class Fields {

    final Cursor in;
    boolean ascii;

    Fields(Cursor in) {
        this.in = in;
    }

    int octet() {
        return ascii ? (int) digits(2) : in.u8();
    }

    int word() {
        return ascii ? (int) digits(4) : in.u16le();
    }

    long doubleWord() {
        return ascii ? digits(8) : in.u32le();
    }

    /** How many fields of {@code octets} octets are left. */
    int left(int octets) {
        return in.left() / (ascii ? 2 * octets : octets);
    }

    private long digits(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int digit = Character.digit(in.u8(), 16);
            if (digit < 0) {
                in.fail();
                return 0;
            }
            value = value << 4 | digit;
        }
        return in.ok() ? value : 0;
    }

    /** A number in ASCII, to this base. */
    long number(int count, int base) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int octet = in.u8();
            int digit = octet == ' ' ? 0 : Character.digit(octet, base);
            if (digit < 0) {
                in.fail();
                return 0;
            }
            value = value * base + digit;
        }
        return value;
    }

    /** Hexadecimal digits ahead; -1 where they are not all there, or are none. */
    static int hex(Cursor in, int at, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = Character.digit(in.peek(at + i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
