// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import weir.wire.Cursor;

/**
 * One value among the data of a message.
 *
 * <pre>
 * return code u8 | transport size u8 | length u16, in bits for sizes 3 to 5, else octets | value | fill octet if odd
 * </pre>
 *
 * The last one has no fill octet, and one whose return code tells of an error has no value.
 */
final class DataItem {

    private static final int RESERVED = 0;

    final Cursor value = new Cursor();
    private int returnCode;

    /** @param last whether none follows */
    void read(Cursor in, boolean last) {
        returnCode = in.u8();
        int size = in.u8();
        int length = in.u16();
        if (returnCode != ReturnCode.DONE && returnCode != RESERVED) {
            in.slice(0, value);
            return;
        }
        if (size >= 3 && size <= 5) {
            length = (length + 7) / 8;
        }
        in.slice(length, value);
        if ((length & 1) != 0 && !last && in.left() > 0) {
            in.skip(1);
        }
    }

    int returnCode() {
        return returnCode;
    }
}
