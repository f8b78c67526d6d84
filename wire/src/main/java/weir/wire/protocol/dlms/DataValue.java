// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dlms;

import weir.model.Reading;
import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * A value of the type Data (IEC 62056-5-3 clause 9.5): a tag, then as long as the tag or a length says. What has parts
 * is passed over.
 */
final class DataValue {

    /** Deeper structures are malformed. */
    private static final int DEEPEST = 16;
    /** Octets of a string put into words. */
    private static final int LONGEST = 64;

    private final Phrase phrase = new Phrase();
    private final Cursor content = new Cursor();
    private int tag;

    /** Reads one value, its parts too; false where it is malformed. */
    boolean read(Cursor in) {
        tag = in.peek(0);
        return in.ok() && pass(in, 0);
    }

    private boolean pass(Cursor in, int depth) {
        int type = in.u8();
        if (depth > DEEPEST) {
            in.fail();
        }
        if (type == 1 || type == 2) {
            long count = length(in);
            for (long i = 0; i < count && in.ok(); i++) {
                pass(in, depth + 1);
            }
            return in.ok();
        }
        int size = size(type, in);
        if (size < 0) {
            in.fail();
            return false;
        }
        in.slice(size, content);
        return in.ok();
    }

    private static int size(int type, Cursor in) {
        return switch (type) {
            case 0x00 -> 0;
            case 0x03, 0x0d, 0x0f, 0x11, 0x16 -> 1;
            case 0x10, 0x12 -> 2;
            case 0x05, 0x06, 0x17, 0x1b -> 4;
            case 0x1a -> 5;
            case 0x14, 0x15, 0x18 -> 8;
            case 0x19 -> 12;
            case 0x04 -> (int) ((length(in) + 7) / 8);
            case 0x09, 0x0a, 0x0c -> (int) length(in);
            default -> -1;
        };
    }

    /** One octet, or 80 and more: how many octets of length follow. */
    static long length(Cursor in) {
        int first = in.u8();
        if (first < 0x80) {
            return first;
        }
        long length = 0;
        for (int i = first & 0x7f; i > 0 && in.ok(); i--) {
            length = length << 8 | in.u8();
        }
        return length & 0x7fff_ffffL;
    }

    boolean isScalar() {
        return tag != 0 && tag != 1 && tag != 2;
    }

    boolean isText() {
        return tag == 0x09 || tag == 0x0a || tag == 0x0c;
    }

    String type() {
        return switch (tag) {
            case 0x03 -> "boolean";
            case 0x04 -> "bit-string";
            case 0x05 -> "double-long";
            case 0x06 -> "double-long-unsigned";
            case 0x09 -> "octet-string";
            case 0x0a -> "visible-string";
            case 0x0c -> "utf8-string";
            case 0x0d -> "bcd";
            case 0x0f -> "integer";
            case 0x10 -> "long";
            case 0x11 -> "unsigned";
            case 0x12 -> "long-unsigned";
            case 0x14 -> "long64";
            case 0x15 -> "long64-unsigned";
            case 0x16 -> "enum";
            case 0x17 -> "float32";
            case 0x18 -> "float64";
            case 0x19 -> "date-time";
            case 0x1a -> "date";
            case 0x1b -> "time";
            default -> "";
        };
    }

    void to(Reading reading, Sink out) {
        content.seek(0);
        switch (tag) {
            case 0x03, 0x0d, 0x11, 0x16 -> reading.integer(content.u8());
            case 0x05 -> reading.integer(content.i32());
            case 0x06 -> reading.integer(content.u32());
            case 0x0f -> reading.integer(content.i8());
            case 0x10 -> reading.integer(content.i16());
            case 0x12 -> reading.integer(content.u16());
            case 0x14, 0x15 -> reading.integer(content.u64());
            case 0x17 -> reading.number(content.f32());
            case 0x18 -> reading.number(content.f64());
            default -> reading.text(text(out));
        }
    }

    /** Readable octets as they are, others in hexadecimal digits; a date and time of twelve octets as one. */
    String text(Sink out) {
        content.seek(0);
        int length = content.left();
        if (tag == 0x19 || tag == 0x09 && length == 12 && content.peek(0) < 0x10) {
            return time(out);
        }
        if (isText() && isReadable(length)) {
            return out.text(content, Math.min(LONGEST, length));
        }
        phrase.begin();
        for (int i = 0; i < LONGEST && content.left() > 0; i++) {
            phrase.hex(content.u8(), 2);
        }
        return phrase.take(out);
    }

    private boolean isReadable(int length) {
        for (int i = 0; i < length; i++) {
            int octet = content.peek(i);
            if (octet < 0x20 || octet > 0x7e) {
                return false;
            }
        }
        return length > 0;
    }

    /** Year u16, month, day, weekday, hour, minute, second, hundredth, deviation i16, status. */
    private String time(Sink out) {
        phrase.begin().decimal(content.u16()).add('-').twoDigits(content.u8()).add('-');
        phrase.twoDigits(content.u8()).add(' ');
        content.skip(1);
        phrase.twoDigits(content.u8()).add(':').twoDigits(content.u8()).add(':');
        return phrase.twoDigits(content.u8()).take(out);
    }
}
