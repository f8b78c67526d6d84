// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import weir.model.PointValue.Origin;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/** The value of a variable: by its ADS data type where that was seen, else by its length. */
final class Value {

    private static final int REAL = 4;
    private static final int LREAL = 5;
    private static final int STRING = 30;

    private Value() {}

    /** Tells a value of {@code length} octets; a structure is told as nothing. */
    static void tell(
            Cursor in,
            int length,
            int type,
            Subject device,
            String objects,
            long index,
            String name,
            Origin origin,
            Sink out) {
        int behind = in.read() + length;
        String word = length > in.left() ? "" : read(in, length, type, out);
        if (!word.isEmpty()) {
            out.point(device, objects, index, name, word, origin);
        }
        in.seek(behind);
    }

    private static String read(Cursor in, int length, int type, Sink out) {
        if (type == STRING) {
            out.reading().text(out.text(in, length));
            return "STRING";
        }
        return switch (length) {
            case 1 -> integer(type == 16 ? in.i8() : in.u8(), type == 16 ? "i8" : type == 33 ? "bool" : "u8", out);
            case 2 -> integer(type == 2 ? in.i16le() : in.u16le(), type == 2 ? "i16" : "u16", out);
            case 4 -> type == REAL ? number(in.f32le(), "REAL", out) : four(in, type, out);
            case 8 -> type == LREAL ? number(in.f64le(), "LREAL", out) : integer(in.u64le(), "i64", out);
            default -> "";
        };
    }

    private static String four(Cursor in, int type, Sink out) {
        return type == 3 ? integer(in.i32le(), "i32", out) : integer(in.u32le(), "u32", out);
    }

    private static String integer(long value, String word, Sink out) {
        out.reading().integer(value);
        return word;
    }

    private static String number(double value, String word, Sink out) {
        out.reading().number(value);
        return word;
    }
}
