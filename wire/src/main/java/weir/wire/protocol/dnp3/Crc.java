// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

/** The check of headers and blocks: 16 bits, polynomial 0x3d65, lowest bit first, inverted (IEEE 1815 clause 9.2). */
final class Crc {

    private static final int REVERSED_POLYNOMIAL = 0xa6bc;
    private static final char[] TABLE = table();

    /** The check of {@code count} bytes. */
    static int of(byte[] data, int from, int count) {
        int sum = 0;
        for (int i = from; i < from + count; i++) {
            sum = sum >>> 8 ^ TABLE[(sum ^ data[i]) & 0xff];
        }
        return ~sum & 0xffff;
    }

    private static char[] table() {
        char[] table = new char[256];
        for (int octet = 0; octet < table.length; octet++) {
            int sum = octet;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 1) != 0 ? sum >>> 1 ^ REVERSED_POLYNOMIAL : sum >>> 1;
            }
            table[octet] = (char) sum;
        }
        return table;
    }

    private Crc() {}
}
