// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mysql;

import weir.wire.Cursor;

/**
 * Attributes that may stand before the text of a query (MySQL Internals, COM_QUERY); passed over.
 *
 * <pre>
 * count | sets, always 1 | bitmap of those that are null | 1 | of each: type u8, flags u8, name | values
 * </pre>
 */
final class QueryAttributes {

    private static final int MOST = 256;

    private final int[] types = new int[MOST];

    /** Moves to the text. That there are attributes shows: no text has 1 as its second octet. */
    void pass(Cursor in) {
        if (in.peek(1) != 1) {
            return;
        }
        int count = in.u8();
        in.skip(1);
        if (count == 0) {
            return;
        }
        int bitmap = in.read();
        in.skip((count + 7) / 8);
        if (in.u8() != 1) {
            in.fail();
            return;
        }
        for (int i = 0; i < count; i++) {
            types[i] = in.u8();
            in.skip(1);
            in.skip(Lengths.read(in));
        }
        values(in, bitmap, count);
    }

    private void values(Cursor in, int bitmap, int count) {
        for (int i = 0; i < count && in.ok(); i++) {
            int octet = in.bytes()[in.offset() - in.read() + bitmap + i / 8];
            if ((octet >> (i & 7) & 1) == 0) {
                value(in, types[i]);
            }
        }
    }

    /** Field types as in a row of the binary protocol. */
    private static void value(Cursor in, int type) {
        switch (type) {
            case 1 -> in.skip(1);
            case 2, 13 -> in.skip(2);
            case 3, 4, 9 -> in.skip(4);
            case 5, 8 -> in.skip(8);
            case 6 -> {}
            case 7, 10, 11, 12 -> in.skip(in.u8());
            default -> in.skip(Lengths.read(in));
        }
    }
}
