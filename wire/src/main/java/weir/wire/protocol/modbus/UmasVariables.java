// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import weir.model.PointValue.Origin;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * Variables of a controller, read or written by where they are in a block of its memory:
 *
 * <pre>
 * read    form u8   block u16   1 u8   base u16   offset u8    [elements u16]
 * write   form u8   block u16          base u16   offset u16   [elements u16]   value
 * </pre>
 *
 * The upper half of the form is not 0 for an array, which then tells its elements; the lower half is 1, 2 or 3 for one,
 * two or four octets. The answer to a read holds the values in that order and nothing else.
 */
final class UmasVariables {

    /** Variables of one request whose values are told. */
    private static final int MOST = 128;

    private static final Numbered BLOCK = new Numbered("block ");
    /** Octets by form; 0 where that is not known. */
    private static final int[] SIZES = {0, 1, 2, 4};

    private static final String[] TYPES = {"", "u8", "u16", "", "u32"};

    private final int[] sizes = new int[MOST];
    private final int[] elements = new int[MOST];
    private final int[] blocks = new int[MOST];
    private final int[] offsets = new int[MOST];
    private int count;

    /** The read whose answer is to come; the tools ask one at a time. */
    private long asked = -1;

    void readRequest(long key, Cursor in) {
        in.skip(4);
        count = in.u8();
        for (int i = 0; i < count && in.ok(); i++) {
            place(i, in, true);
        }
        asked = in.ok() && count <= MOST ? key : -1;
    }

    /** Reads where the first one is; the others are behind values of lengths that are not known for sure. */
    void writeRequest(Cursor in) {
        in.skip(4);
        count = in.u8();
        if (count > 0) {
            place(0, in, false);
        }
        asked = -1;
    }

    private void place(int i, Cursor in, boolean read) {
        int form = in.u8();
        int block = in.u16le();
        in.skip(read ? 1 : 0);
        int base = in.u16le();
        int offset = read ? in.u8() : in.u16le();
        int length = form >> 4 != 0 ? in.u16le() : 1;
        if (i < MOST) {
            sizes[i] = size(form & 0xf);
            elements[i] = length;
            blocks[i] = block;
            offsets[i] = base + offset;
        }
    }

    private static int size(int code) {
        return code < SIZES.length ? SIZES[code] : 0;
    }

    /** A single variable by its place, several by their number. */
    Sink target(Sink out) {
        return count == 1 ? out.range(BLOCK.of(blocks[0]), offsets[0], elements[0]) : out.range("variable", -1, count);
    }

    /** The values that answer the read with this key. */
    void read(long key, Cursor in, Subject device, Sink out) {
        if (asked != key) {
            return;
        }
        for (int i = 0; i < count && sizes[i] > 0 && sizes[i] * elements[i] <= in.left(); i++) {
            tell(i, in, device, Origin.READ, out);
        }
    }

    /** The value that a request writes, if it writes one variable. */
    void written(Cursor in, Subject device, Sink out) {
        if (count == 1 && sizes[0] > 0 && sizes[0] * elements[0] == in.left()) {
            tell(0, in, device, Origin.WRITE, out);
        }
    }

    private void tell(int i, Cursor in, Subject device, Origin origin, Sink out) {
        int size = sizes[i];
        for (int element = 0; element < elements[i]; element++) {
            out.reading().integer(size == 4 ? in.u32le() : small(size, in));
            out.point(device, BLOCK.of(blocks[i]), offsets[i] + (long) element * size, "", TYPES[size], origin);
        }
    }

    private static int small(int size, Cursor in) {
        return size == 2 ? in.u16le() : in.u8();
    }
}
