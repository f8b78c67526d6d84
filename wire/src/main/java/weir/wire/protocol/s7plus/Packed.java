// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import weir.wire.Cursor;

/** Numbers of seven bits an octet, highest first; the ninth octet of a long one has all of its bits. */
final class Packed {

    private static final int MOST_OF_32 = 5;
    private static final int MOST_OF_64 = 8;

    private Packed() {}

    static long u32(Cursor in) {
        long value = 0;
        for (int i = 0; i < MOST_OF_32; i++) {
            int octet = in.u8();
            value = value << 7 | octet & 0x7f;
            if (octet < 0x80) {
                break;
            }
        }
        return value & 0xffff_ffffL;
    }

    static long u64(Cursor in) {
        return rest(in, in.u8(), 0);
    }

    /** The second bit of the first octet is the sign. */
    static long i64(Cursor in) {
        int first = in.u8();
        return (first & 0x40) == 0 ? rest(in, first, 0) : rest(in, first & 0xbf, -64);
    }

    private static long rest(Cursor in, int first, long sign) {
        long value = sign | first & 0x7f;
        int octet = first;
        for (int i = 1; i < MOST_OF_64 && octet >= 0x80; i++) {
            octet = in.u8();
            value = value << 7 | octet & 0x7f;
        }
        return octet >= 0x80 ? value << 8 | in.u8() : value;
    }
}
