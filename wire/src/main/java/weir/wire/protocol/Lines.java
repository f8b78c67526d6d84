// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import weir.wire.Cursor;
import weir.wire.Dialogue;

/**
 * Lines of text as FTP and SMTP have them (RFC 959, 4; RFC 5321, 4): a command is a word and what follows it up to the end
 * of the line, a reply is a code of three digits and a text. A reply of several lines has {@code -} behind the code of the
 * first one and ends with a line that has the code and a blank.
 */
final class Lines {

    /** A line or a reply longer than this is taken for something else. */
    static final int LONGEST = 8192;

    private static final int LONGEST_WORD = 8;

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

    /** {@link Dialogue#frame} of any line. */
    static int frame(Cursor in) {
        int length = line(in, 0);
        return length > 0 ? length : in.left() < LONGEST ? Dialogue.MORE : Dialogue.LOST;
    }

    /** {@link Dialogue#frame} of a reply; one whose line is too long ends at {@value #LONGEST} octets. */
    static int reply(Cursor in) {
        if (!startsReply(in)) {
            return Dialogue.LOST;
        }
        boolean more = in.peek(3) == '-';
        int end = line(in, 0);
        int length = end;
        while (more && end > 0) {
            end = line(in, length);
            more = !(code(in, length) == code(in, 0) && in.peek(length + 3) == ' ');
            length += end;
        }
        return end > 0 ? length : in.left() < LONGEST ? Dialogue.MORE : LONGEST;
    }

    /** Whether what is there of three digits and what is behind them is right. */
    static boolean startsReply(Cursor in) {
        for (int i = 0; i < 3 && i < in.left(); i++) {
            int digit = in.peek(i);
            if (digit < '0' || digit > '9' || i == 0 && (digit < '1' || digit > '5')) {
                return false;
            }
        }
        int behind = in.peek(3);
        return behind < 0 || behind == ' ' || behind == '-' || behind == '\r' || behind == '\n';
    }

    /** The three digits there; -1 where they are none. */
    static int code(Cursor in, int from) {
        int code = 0;
        for (int i = from; i < from + 3; i++) {
            int digit = in.peek(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            code = code * 10 + digit - '0';
        }
        return code;
    }

    /** Letters of the word that begins there. */
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

    /** The word that begins there as a number, its capitals one after the other; 0 for none and for too long ones. */
    static long word(Cursor in, int from) {
        int length = wordLength(in, from);
        if (length > LONGEST_WORD) {
            return 0;
        }
        long word = 0;
        for (int i = 0; i < length; i++) {
            word = word << 8 | in.peek(from + i) & 0xdf;
        }
        return word;
    }

    /** What {@link #word} gives for this one. */
    static long word(String letters) {
        long word = 0;
        for (int i = 0; i < letters.length(); i++) {
            word = word << 8 | letters.charAt(i);
        }
        return word;
    }

    private static int capital(int octet) {
        return isLetter(octet) ? octet & 0xdf : octet;
    }

    /** Whether a word of capitals stands in the next bytes, in whatever case. */
    static boolean contains(Cursor in, int length, String capitals) {
        for (int from = 0; from + capitals.length() <= length; from++) {
            int same = 0;
            while (same < capitals.length() && capital(in.peek(from + same)) == capitals.charAt(same)) {
                same++;
            }
            if (same == capitals.length()) {
                return true;
            }
        }
        return false;
    }

    /** Octets of what is left without the end of the line; {@code in} stands inside the line. */
    static int textLength(Cursor in) {
        int length = line(in, 0);
        length = length == 0 ? in.left() : length - 1;
        return length > 0 && in.peek(length - 1) == '\r' ? length - 1 : length;
    }
}
