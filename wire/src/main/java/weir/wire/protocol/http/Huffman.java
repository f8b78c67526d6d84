// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import weir.wire.Cursor;

/**
 * The code that texts in header blocks may be written in (RFC 7541, appendix B). It is canonical: codes of a length
 * follow each other in the order of their octets, so the lengths say all.
 */
final class Huffman {

    /** Length of the code of each octet: {@code a} is 5 bits, {@code z} is 30. */
    private static final String LENGTHS = "isxxxxxxxtzxxzxxxxxxxxzxxxxxxxxxbffhibdgffdgdbbbaaabbbbbbbcdkbhf"
            + "ibccccccccccccccccccccccdcdioijbkabababbbaccbbbabcbaabccccckgjix"
            + "prpprrrsrssssststtrstssssqrsrsstrqprrssqsrrtqrssqqrqsrssprrrsrrs"
            + "vvporsruvvvwwvtuoqvwwvwtqqvvxwwwptpqrqqsrruuttvsvwvvwwwwwxwwwwwv";

    private static final int SHORTEST = 5;
    private static final int LONGEST = 30;
    private static final int[] FIRST = new int[LONGEST + 2];
    private static final int[] COUNT = new int[LONGEST + 2];
    private static final int[] START = new int[LONGEST + 2];
    private static final byte[] OCTETS = new byte[256];

    static {
        int code = 0;
        int placed = 0;
        for (int length = SHORTEST; length <= LONGEST; length++) {
            code <<= 1;
            FIRST[length] = code;
            START[length] = placed;
            for (int octet = 0; octet < 256; octet++) {
                if (LENGTHS.charAt(octet) - 'a' + SHORTEST == length) {
                    OCTETS[placed++] = (byte) octet;
                    code++;
                }
            }
            COUNT[length] = placed - START[length];
        }
    }

    private Huffman() {}

    /**
     * Writes the text of the next {@code length} octets; gives where it ends, or -1 where they are no text or it does not
     * fit. What is left over at the end must be ones, fewer than eight.
     */
    static int decode(Cursor in, int length, byte[] text, int from) {
        int code = 0;
        int bits = 0;
        int at = from;
        for (int i = 0; i < 8 * length; i++) {
            int octet = in.peek(i >> 3);
            code = code << 1 | octet >> (7 - (i & 7)) & 1;
            bits++;
            int nth = code - FIRST[bits];
            if (bits >= SHORTEST && nth >= 0 && nth < COUNT[bits]) {
                if (at == text.length) {
                    return -1;
                }
                text[at++] = OCTETS[START[bits] + nth];
                code = 0;
                bits = 0;
            } else if (bits == LONGEST) {
                return -1;
            }
        }
        in.skip(length);
        return in.ok() && bits < 8 && code == (1 << bits) - 1 ? at : -1;
    }
}
