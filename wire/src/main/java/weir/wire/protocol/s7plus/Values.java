// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import org.jspecify.annotations.Nullable;
import weir.model.PointValue;
import weir.model.Reading;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Values as they stand in messages; a structure or array is told leaf by leaf, numbered from 0.
 *
 * <pre>
 * flags u8: 0x10 array, 0x20 array of addresses, 0x40 sparse array | type u8 | value, or
 *   array: count v, values; sparse array: { key v | value } ... 0
 *   structure: id u32 | { member v | flags, type, value } ... 0; or packed: time u64 | flags v | [u v] octets v | octets
 * </pre>
 */
final class Values {

    private static final int ARRAY = 0x10;
    private static final int ADDRESSES = 0x20;
    private static final int SPARSE = 0x40;
    private static final int STRUCT = 0x17;
    private static final int OCTET = 0x02;
    private static final int BLOB = 0x14;
    private static final int TEXT = 0x15;
    private static final int COUNTED_AGAIN = 0x400;

    private static final int DEEPEST = 8;
    private static final int MOST_LEAVES = 512;
    private static final int LONGEST_TEXT = 255;

    private static final String[] TYPES = {
        "",
        "Bool",
        "USInt",
        "UInt",
        "UDInt",
        "ULInt",
        "SInt",
        "Int",
        "DInt",
        "LInt",
        "Byte",
        "Word",
        "DWord",
        "LWord",
        "Real",
        "LReal",
        "Timestamp",
        "Timespan",
        "RID",
        "AID",
        "Blob",
        "WString",
        "",
        "",
        "",
        "S7String"
    };

    /** Whose value it is; null where it is not to be told. */
    private @Nullable Subject owner;

    private String space = "";
    private String name = "";
    private PointValue.Origin origin = PointValue.Origin.READ;
    private int index;

    /** Reads one value and tells it; the cursor fails where it is of a kind that is not known. */
    void tell(Cursor in, Subject of, String area, String variable, PointValue.Origin why, Sink out) {
        owner = out.wantsPoints() && !variable.isEmpty() ? of : null;
        space = area;
        name = variable;
        origin = why;
        index = in.peek(0) >= 0 && (in.peek(0) & (ARRAY | ADDRESSES | SPARSE)) == 0 && in.peek(1) != STRUCT ? -1 : 0;
        value(in, 0, out);
    }

    /** Passes over one value. */
    void skip(Cursor in, Sink out) {
        owner = null;
        value(in, 0, out);
    }

    private void value(Cursor in, int depth, Sink out) {
        int flags = in.u8();
        int type = in.u8();
        if (depth > DEEPEST) {
            in.fail();
        } else if ((flags & SPARSE) != 0) {
            while (in.ok() && Packed.u32(in) != 0) {
                leaf(in, type, out);
            }
        } else if ((flags & (ARRAY | ADDRESSES)) != 0) {
            long count = Packed.u32(in);
            if (isText(in, type, count)) {
                shortText(in, (int) count, out);
                return;
            }
            for (long i = 0; i < count && in.left() > 0; i++) {
                element(in, type, depth, out);
            }
        } else {
            element(in, type, depth, out);
        }
    }

    /** A STRING crosses as an array: the most octets it may have, how many it has, the octets. */
    private static boolean isText(Cursor in, int type, long count) {
        return type == OCTET && count >= 2 && in.peek(0) == count - 2 && in.peek(1) <= in.peek(0) && in.left() >= count;
    }

    private void shortText(Cursor in, int count, Sink out) {
        int end = in.read() + count;
        in.skip(1);
        int length = in.u8();
        Subject whose = owner;
        if (whose != null) {
            out.reading().text(out.text(in, length));
            out.point(whose, space, -1, name, "String", origin);
        }
        in.seek(end);
    }

    private void element(Cursor in, int type, int depth, Sink out) {
        if (type == STRUCT) {
            structure(in, depth, out);
        } else {
            leaf(in, type, out);
        }
    }

    private void structure(Cursor in, int depth, Sink out) {
        long id = in.u32();
        if (isPacked(id)) {
            in.skip(8);
            long flags = Packed.u32(in);
            long octets = Packed.u32(in);
            skip(in, (flags & COUNTED_AGAIN) != 0 ? Packed.u32(in) : octets);
            return;
        }
        while (in.ok() && Packed.u32(in) != 0) {
            value(in, depth + 1, out);
        }
    }

    private static boolean isPacked(long id) {
        return id > 0x9000_0000L && id < 0x9fff_ffffL || id > 0x0200_0000L && id < 0x02ff_ffffL;
    }

    private static void skip(Cursor in, long count) {
        if (count > in.left()) {
            in.fail();
        } else {
            in.skip((int) count);
        }
    }

    private void leaf(Cursor in, int type, Sink out) {
        Reading reading = out.reading();
        if (!read(in, type, reading, out) || !in.ok()) {
            in.fail();
            reading.clear();
            return;
        }
        Subject whose = owner;
        if (whose != null && reading.kind() != Reading.Kind.NONE && index < MOST_LEAVES) {
            out.point(whose, space, index, name, TYPES[type], origin);
        }
        index += index < 0 ? 0 : 1;
        reading.clear();
    }

    /** False where the type is not known, and so neither how long it is. */
    private static boolean read(Cursor in, int type, Reading reading, Sink out) {
        reading.clear();
        switch (type) {
            case 0x00 -> {}
            case 0x01, 0x02, 0x0a -> reading.integer(in.u8());
            case 0x03, 0x0b -> reading.integer(in.u16());
            case 0x04, 0x13 -> reading.integer(Packed.u32(in));
            case 0x05 -> reading.integer(Packed.u64(in));
            case 0x06 -> reading.integer(in.i8());
            case 0x07 -> reading.integer(in.i16());
            case 0x08 -> reading.integer((int) Packed.i64(in));
            case 0x09, 0x11 -> reading.integer(Packed.i64(in));
            case 0x0c, 0x12 -> reading.integer(in.u32());
            case 0x0d, 0x10 -> reading.integer(in.u64());
            case 0x0e -> reading.number(in.f32());
            case 0x0f -> reading.number(in.f64());
            case BLOB -> {
                Packed.u32(in);
                skip(in, Packed.u32(in));
            }
            case TEXT -> text(in, reading, out);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void text(Cursor in, Reading reading, Sink out) {
        long length = Packed.u32(in);
        if (length > in.left()) {
            in.fail();
            return;
        }
        int end = in.read() + (int) length;
        reading.text(out.text(in, (int) Math.min(LONGEST_TEXT, length)));
        in.seek(end);
    }
}
