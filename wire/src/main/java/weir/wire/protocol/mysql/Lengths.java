// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mysql;

import weir.wire.Cursor;

/**
 * Numbers of one to nine octets (MySQL Internals, Length-Encoded Integer).
 *
 * <pre>
 * up to 0xfa itself | 0xfc u16 | 0xfd u24 | 0xfe u64
 * </pre>
 */
final class Lengths {

    private Lengths() {}

    /** A number; fails the cursor where it is none or beyond what a packet can hold. */
    static int read(Cursor in) {
        int first = in.u8();
        if (first <= 0xfa) {
            return first;
        }
        long value = switch (first) {
            case 0xfc -> in.u16le();
            case 0xfd -> in.u24le();
            case 0xfe -> in.u64le();
            default -> -1;
        };
        if (value < 0 || value > Integer.MAX_VALUE) {
            in.fail();
            return 0;
        }
        return (int) value;
    }
}
