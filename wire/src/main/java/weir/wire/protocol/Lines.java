// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import weir.wire.Cursor;

/** Lines of text that end with CR LF or LF alone; a longer one than {@value #LONGEST} octets is none. */
final class Lines {

    private static final int LONGEST = 8192;

    private Lines() {}

    /** Length of the line that begins at the distance, its end included; 0 where the end is not there. */
    static int line(Cursor in, int from) {
        int most = Math.min(in.left(), from + LONGEST);
        for (int i = from; i < most; i++) {
            if (in.peek(i) == '\n') {
                return i + 1 - from;
            }
        }
        return 0;
    }

    /** Letters of the word that begins at the distance. */
    static int wordLength(Cursor in, int from) {
        int length = 0;
        while (isLetter(in.peek(from + length))) {
            length++;
        }
        return length;
    }

    private static boolean isLetter(int octet) {
        int lower = octet | 0x20;
        return octet > 0 && lower >= 'a' && lower <= 'z';
    }

    /** Octets of what is left of the line without its end. */
    static int textLength(Cursor in) {
        int length = line(in, 0);
        length = length == 0 ? in.left() : length - 1;
        return length > 0 && in.peek(length - 1) == '\r' ? length - 1 : length;
    }
}
