// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Dialogue;

/** The control information in front of every message: how one is recognised (IEC 60870-5-104 clause 5). */
final class Apci {

    static final int START = 0x68;

    /** Octets of start, length and control. */
    static final int HEADER = 6;

    /** Length field of a message without ASDU. */
    static final int BARE = 4;

    private static final int LONGEST = 253;

    /** What the two lowest bits of the control field say. */
    enum Format {
        I,
        S,
        U
    }

    private Apci() {}

    static boolean isLength(int length) {
        return length >= BARE && length <= LONGEST;
    }

    /** Answer for {@link Dialogue#frame}; a length that none may have makes a message of start and length alone. */
    static int frame(Cursor in) {
        if (in.peek(0) != START) {
            return Dialogue.LOST;
        }
        int length = in.peek(1);
        if (length >= 0 && !isLength(length)) {
            return 2;
        }
        if (in.left() < HEADER) {
            return Dialogue.MORE;
        }
        return format(in) == null ? Dialogue.LOST : 2 + length;
    }

    /** Null where the control field is none; {@code in} stands at the start octet. */
    static @Nullable Format format(Cursor in) {
        int first = in.peek(2);
        boolean evenReceive = (in.peek(4) & 1) == 0;
        if ((first & 1) == 0) {
            return evenReceive ? Format.I : null;
        }
        if ((first & 3) == 3) {
            return in.peek(3) == 0 && in.peek16(4) == 0 ? Format.U : null;
        }
        return first == 1 && in.peek(3) == 0 && evenReceive ? Format.S : null;
    }
}
