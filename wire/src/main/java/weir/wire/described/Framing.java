// SPDX-License-Identifier: Apache-2.0
package weir.wire.described;

import weir.wire.Cursor;
import weir.wire.Dialogue;

/** How long a message is. */
public sealed interface Framing {

    /** Each datagram is one. */
    record Whole() implements Framing {}

    record Fixed(int length) implements Framing {}

    /**
     * A field says so.
     *
     * @param at octets before the field
     * @param size octets of the field
     * @param add what is added to its value to get the length of the whole message
     * @param least shortest message
     * @param most longest
     */
    record Counted(int at, int size, boolean little, int add, int least, int most) implements Framing {}

    /**
     * An octet ends it, and is part of it.
     *
     * @param most octets of the longest message
     * @param escape octet that is added to the one after it, so that the end can stand for itself; -1 for none
     */
    record Ended(int octet, int most, int escape) implements Framing {

        /** The message without its escapes, in {@code to}, which has room for the longest; how long it is then. */
        int plain(Cursor in, byte[] to) {
            int length = 0;
            for (int i = 0; i < in.left() && length < to.length; i++) {
                int octet = in.peek(i);
                if (octet == escape && i + 1 < in.left()) {
                    i++;
                    octet += in.peek(i);
                }
                to[length++] = (byte) octet;
            }
            return length;
        }
    }

    /** Whether what should be a message has its end; it has not where a datagram was cut. */
    default boolean ended(Cursor in) {
        return !(this instanceof Ended end) || (in.left() > 0 && in.peek(in.left() - 1) == end.octet);
    }

    /** Length of the message that begins here, as {@link Dialogue#frame} gives it. */
    default int length(Cursor in) {
        return switch (this) {
            case Whole whole -> in.left();
            case Fixed(int length) -> length;
            case Counted counted -> counted(counted, in);
            case Ended ended -> ended(ended, in);
        };
    }

    private static int counted(Counted c, Cursor in) {
        if (in.left() < c.at + c.size) {
            return Dialogue.MORE;
        }
        long value = 0;
        for (int i = 0; i < c.size; i++) {
            int octet = in.peek(c.at + (c.little ? c.size - 1 - i : i));
            value = value << 8 | octet;
        }
        long length = value + c.add;
        return value >= 0 && length >= c.least && length <= c.most ? (int) length : Dialogue.LOST;
    }

    private static int ended(Ended e, Cursor in) {
        int most = Math.min(in.left(), e.most);
        for (int i = 0; i < most; i++) {
            if (in.peek(i) == e.octet) {
                return i + 1;
            }
        }
        return in.left() >= e.most ? Dialogue.LOST : Dialogue.MORE;
    }
}
