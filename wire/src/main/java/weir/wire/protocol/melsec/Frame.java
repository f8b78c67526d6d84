// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import weir.wire.Cursor;
import weir.wire.Dialogue;

/** The header of a frame: where one begins, how long it is, and which way it goes. */
final class Frame {

    /** Set in the subheader of an answer. */
    static final int ANSWER = 0x80;

    static final int THREE_E = 0x50;
    static final int FOUR_E = 0x54;
    static final int TOOLS = 0x57;

    /** Octets up to and with the length: 3E, and what 4E has more. */
    static final int HEADER = 9;

    static final int SERIAL = 4;

    /** Octets up to and with the length in a frame of the tools. */
    static final int TOOLS_HEADER = 21;

    /** The i/o number of a CPU is one of the highest. */
    private static final int LOWEST_CPU = 0x03d0;

    private static final int HIGHEST_CPU = 0x03ff;
    private static final int LONGEST = 1 << 14;

    private Frame() {}

    static boolean isAscii(int first) {
        return first == '5' || first == 'D';
    }

    /** Length of the frame that begins here, see {@link Dialogue#frame}. */
    static int length(Cursor in) {
        int first = in.peek(0);
        if (isAscii(first)) {
            return ascii(in);
        }
        int kind = first & ~ANSWER;
        if (first < 0) {
            return Dialogue.MORE;
        }
        if (kind == TOOLS) {
            return tools(in);
        }
        if (kind != THREE_E && kind != FOUR_E || in.peek(1) > 0) {
            return Dialogue.LOST;
        }
        int more = kind == FOUR_E ? SERIAL : 0;
        if (more > 0 && in.peek16(4) > 0) {
            return Dialogue.LOST;
        }
        int module = in.peek16le(4 + more);
        if (module >= 0 && (module < LOWEST_CPU || module > HIGHEST_CPU)) {
            return Dialogue.LOST;
        }
        int length = in.peek16le(7 + more);
        int least = first >= ANSWER ? 2 : 6;
        if (length < 0) {
            return Dialogue.MORE;
        }
        return length < least || length > LONGEST ? Dialogue.LOST : HEADER + more + length;
    }

    /** 57 or d7, 00 or 01; 11 11 stands at the fifth octet. */
    private static int tools(Cursor in) {
        if (in.peek(1) > 1 || in.peek16(5) >= 0 && in.peek16(5) != 0x1111) {
            return Dialogue.LOST;
        }
        int length = in.peek16le(19);
        if (length < 0) {
            return Dialogue.MORE;
        }
        return length < 12 || length > LONGEST ? Dialogue.LOST : TOOLS_HEADER + length;
    }

    private static int ascii(Cursor in) {
        int kind = in.peek(1);
        if (kind >= 0 && kind != '0' && kind != '4' || notZero(in.peek(2)) || notZero(in.peek(3))) {
            return Dialogue.LOST;
        }
        int more = kind == '4' ? 2 * SERIAL : 0;
        int module = Fields.hex(in, 8 + more, 4);
        if (module >= 0 && (module < LOWEST_CPU || module > HIGHEST_CPU)) {
            return Dialogue.LOST;
        }
        int length = Fields.hex(in, 14 + more, 4);
        if (length < 0) {
            return in.left() < 18 + more ? Dialogue.MORE : Dialogue.LOST;
        }
        return length < 4 ? Dialogue.LOST : 18 + more + length;
    }

    private static boolean notZero(int octet) {
        return octet >= 0 && octet != '0';
    }

    /** Whether the contents of a whole frame agree with its header. */
    static boolean isSure(Cursor in) {
        int first = in.peek(0);
        boolean ascii = isAscii(first);
        int kind = ascii ? in.peek(1) == '4' ? FOUR_E : THREE_E : first & ~ANSWER;
        if (kind == TOOLS) {
            return true;
        }
        int more = kind == FOUR_E ? SERIAL : 0;
        if (ascii) {
            int code = Fields.hex(in, 2 * (HEADER + more) + (first == 'D' ? 0 : 4), 4);
            return first == 'D' ? EndCode.isListed(code) : Commands.of(code) != null;
        }
        boolean ordinary = in.peek(2 + more) == 0 && in.peek(6 + more) == 0;
        int at = HEADER + more;
        return first >= ANSWER
                ? ordinary && EndCode.isListed(in.peek16le(at))
                : Commands.of(in.peek16le(at + 2)) != null;
    }

    /** Whether a frame, or a search, is an answer. */
    static boolean isAnswer(int first) {
        return first == 'D' || first >= ANSWER;
    }
}
