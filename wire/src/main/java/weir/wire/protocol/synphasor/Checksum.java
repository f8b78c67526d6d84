// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.synphasor;

import weir.wire.Cursor;

/** CRC-CCITT, begun with all ones, over a frame without its last two octets (IEEE C37.118.2-2011 annex B). */
final class Checksum {

    private static final int POLYNOMIAL = 0x1021;
    private static final int[] TABLE = new int[256];

    static {
        for (int octet = 0; octet < TABLE.length; octet++) {
            int rest = octet << 8;
            for (int bit = 0; bit < 8; bit++) {
                rest = (rest & 0x8000) != 0 ? rest << 1 ^ POLYNOMIAL : rest << 1;
            }
            TABLE[octet] = rest & 0xffff;
        }
    }

    private Checksum() {}

    /** Whether the last two of the next {@code size} octets, which must be there, are the check of the others. */
    static boolean holds(Cursor in, int size) {
        byte[] data = in.bytes();
        int from = in.offset();
        int check = 0xffff;
        for (int i = from; i < from + size - 2; i++) {
            check = check << 8 & 0xffff ^ TABLE[(check >> 8 ^ data[i]) & 0xff];
        }
        return check == in.peek16(size - 2);
    }
}
