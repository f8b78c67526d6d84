// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Likeness;

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

    /** How much the bytes look like a message that begins here. */
    static Likeness likeness(Cursor in) {
        int length = in.peek(1);
        if (in.peek(0) != START || (length >= 0 && !isLength(length))) {
            return Likeness.NO;
        }
        if (in.left() < HEADER) {
            return Likeness.MORE;
        }
        Format format = format(in);
        if (format == null) {
            return Likeness.NO;
        }
        return switch (format) {
            case I -> numbered(in, length);
            case S -> length == BARE ? Likeness.MAYBE : Likeness.NO;
            case U -> length == BARE && Control.of(in.peek(2)) != null ? Likeness.SURE : Likeness.NO;
        };
    }

    /** Sure when type and number of objects give the length there is. */
    private static Likeness numbered(Cursor in, int length) {
        if (length < BARE + Asdu.HEADER) {
            return Likeness.NO;
        }
        if (in.left() < HEADER + Asdu.HEADER) {
            return Likeness.MORE;
        }
        AsduType type = AsduTypes.of(in.peek(6));
        int cause = in.peek(8) & 0x3f;
        if (type == null || cause == 0) {
            return Likeness.NO;
        }
        int objects = length - BARE - Asdu.HEADER;
        if (!type.isSized()) {
            return Likeness.MAYBE;
        }
        if (objects != Asdu.sizeOfObjects(type, in.peek(7))) {
            return Likeness.NO;
        }
        // the variable frame of IEC 60870-5-1 and M-Bus begins 68 length length 68
        boolean serial = in.peek(2) == length && in.peek(3) == START;
        return serial ? Likeness.MAYBE : Likeness.SURE;
    }

    /** Whether the octets that are there may begin a message, even one whose contents break the rules. */
    static boolean mayBegin(Cursor in) {
        int length = in.peek(1);
        return in.peek(0) == START && (length < 0 || !isLength(length) || in.left() < HEADER || format(in) != null);
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
