// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;

/**
 * Reads blocks of header fields (RFC 7541, 6), and keeps of each block what is told.
 *
 * <pre>
 * 1 number (7 bits)      a field of the table
 * 01 number (6 bits)     name of the table, 0 for one that follows; value; added to the table
 * 001 size (5 bits)      the table gets another size
 * 0000, 0001 number (4 bits)   as 01, not added
 * number                 all ones in its bits: more octets follow, 7 bits each, lowest first
 * text                   1 for Huffman, length (7 bits) | octets
 * </pre>
 */
final class HeaderBlock {

    /** A field with name and value; longer ones end the reading of the block. */
    private static final int LONGEST = 16 << 10;

    private static final int LONGEST_KEPT = 512;

    /** Fields that are kept. */
    enum Known {
        METHOD(":method"),
        PATH(":path"),
        AUTHORITY(":authority"),
        STATUS(":status"),
        HOST("host"),
        USER_AGENT("user-agent"),
        SERVER("server"),
        AUTHORIZATION("authorization"),
        CONTENT_TYPE("content-type");

        private static final Known[] ALL = values();

        private final byte[] name;

        Known(String name) {
            this.name = name.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final HeaderTable table = new HeaderTable();
    private final byte[] @Nullable [] kept = new byte[Known.ALL.length][];
    private final int[] length = new int[Known.ALL.length];
    private final Cursor cursor = new Cursor();

    /** Earlier fields are not known any more. */
    void lost() {
        table.forget();
    }

    /** The value of a field of the block last read; empty where it was not there. */
    Cursor value(Known field) {
        byte[] bytes = kept[field.ordinal()];
        return bytes == null ? cursor.wrap(Line.NOTHING, 0, 0) : cursor.wrap(bytes, 0, length[field.ordinal()]);
    }

    boolean has(Known field) {
        return length[field.ordinal()] > 0;
    }

    /** Reads a whole block; false where it is malformed. */
    boolean read(Cursor in) {
        Arrays.fill(length, 0);
        Line line = Line.OURS.get();
        while (in.left() > 0) {
            int first = in.u8();
            boolean right = (first & 0x80) != 0
                    ? indexed(number(first, 7, in), line)
                    : (first & 0xe0) == 0x20
                            ? resize(number(first, 5, in))
                            : literal(first, (first & 0x40) != 0, in, line);
            if (!right || !in.ok()) {
                return false;
            }
        }
        return true;
    }

    private boolean resize(long size) {
        table.limit(size);
        return true;
    }

    /** A number of 0 is none; one that is not known was told before we listened. */
    private boolean indexed(long number, Line line) {
        int name = table.copy(number, line.text);
        if (name >= 0) {
            keep(line.text, name, table.valueLength(number));
        }
        return number > 0;
    }

    private boolean literal(int first, boolean added, Cursor in, Line line) {
        long number = number(first, added ? 6 : 4, in);
        int name = number == 0 ? text(in, line.text, 0) : table.copy(number, line.text);
        boolean known = name >= 0;
        if (number == 0 && !known) {
            return false;
        }
        int from = Math.max(name, 0);
        int end = text(in, line.text, from);
        if (end < 0) {
            return false;
        }
        if (added) {
            table.add(line.text, from, end - from);
        }
        if (known) {
            keep(line.text, from, end - from);
        }
        return true;
    }

    private static long number(int first, int bits, Cursor in) {
        int mask = (1 << bits) - 1;
        long value = first & mask;
        if (value < mask) {
            return value;
        }
        for (int shift = 0; shift < 35; shift += 7) {
            int octet = in.u8();
            value += (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        in.fail();
        return 0;
    }

    /** Writes a text; gives where it ends, or -1. */
    private static int text(Cursor in, byte[] text, int from) {
        int first = in.u8();
        long length = number(first, 7, in);
        if (length > in.left() || length > LONGEST) {
            in.fail();
            return -1;
        }
        if ((first & 0x80) != 0) {
            return Huffman.decode(in, (int) length, text, from);
        }
        if (from + length > text.length) {
            return -1;
        }
        int at = in.offset();
        in.skip((int) length);
        System.arraycopy(in.bytes(), at, text, from, (int) length);
        return from + (int) length;
    }

    private void keep(byte[] text, int name, int value) {
        for (Known field : Known.ALL) {
            if (Arrays.equals(field.name, 0, field.name.length, text, 0, name)) {
                byte[] bytes = kept[field.ordinal()];
                if (bytes == null) {
                    bytes = new byte[LONGEST_KEPT];
                    kept[field.ordinal()] = bytes;
                }
                int shown = Math.min(value, LONGEST_KEPT);
                System.arraycopy(text, name, bytes, 0, shown);
                length[field.ordinal()] = shown;
                return;
            }
        }
    }

    /** Where one field is written: needed for a moment only, so there is one for each thread. */
    private static final class Line {

        static final ThreadLocal<Line> OURS = ThreadLocal.withInitial(Line::new);
        static final byte[] NOTHING = {};

        final byte[] text = new byte[2 * (HeaderBlock.LONGEST + (1 << 16))];
    }
}
