// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import weir.model.PointValue;
import weir.model.Reading;
import weir.model.Subject;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Values as MMS writes them (ISO 9506-2 clause 14.4.2, Data), and GOOSE with it. A structure or array is told leaf by leaf:
 * its leaves are points of one name, numbered from 0.
 *
 * <pre>
 * a1 array, a2 structure: elements
 * 83 boolean | 84 unused bits u8, bits | 85 integer | 86 unsigned | 87 exponent width 8 or 11, IEEE 754 | 89 octets
 * 8a, 90 text | 8b generalized time | 8c milliseconds of the day u32, days since 1984 u16 | 8d BCD | 8e booleans | 8f OID
 * 91 seconds since 1970 u32, fraction u24, quality u8
 * </pre>
 */
public final class MmsData {

    static final int ARRAY = 0xa1;
    static final int STRUCTURE = 0xa2;
    static final int BOOLEAN = 0x83;
    static final int BIT_STRING = 0x84;
    static final int INTEGER = 0x85;
    static final int UNSIGNED = 0x86;
    static final int FLOAT = 0x87;
    static final int OCTETS = 0x89;
    static final int TEXT = 0x8a;
    static final int GENERALIZED_TIME = 0x8b;
    static final int BINARY_TIME = 0x8c;
    static final int BCD = 0x8d;
    static final int BOOLEANS = 0x8e;
    static final int UTC_TIME = 0x91;
    static final int MMS_TEXT = 0x90;

    /** Leaves told of one value. */
    private static final int MOST_LEAVES = 512;
    /** Longer texts are cut: what repeats must not allocate. */
    private static final int LONGEST_TEXT = 255;

    private static final long DAY = 86_400_000;
    private static final long DAYS_TO_1984 = 5113;

    private final Ber ber = new Ber();
    private int elements;
    /**
     * Reads one value, and tells it where somebody wants values.
     *
     * @param name its name; "" where that is not known, and then it is not told
     * @return its identifier; the cursor fails where none stands there
     */
    public int tell(Cursor in, Subject owner, String space, String name, PointValue.Origin origin, Sink out) {
        if (!ber.next(in)) {
            return 0;
        }
        int identifier = ber.identifier();
        if (!out.wantsPoints() || name.isEmpty()) {
            in.skip(ber.length());
            return identifier;
        }
        if (!isConstructed(identifier)) {
            leaf(in, owner, space, -1, name, origin, out);
            return identifier;
        }
        leaves(in, in.read() + ber.length(), owner, space, name, origin, out);
        return identifier;
    }

    /**
     * Reads values up to the end, all of one name, numbered from 0.
     *
     * @return how many leaves they have; -1 where they are malformed
     */
    public int tellEach(Cursor in, Subject owner, String space, String name, PointValue.Origin origin, Sink out) {
        int leaves = leaves(in, in.read() + in.left(), owner, space, name, origin, out);
        return in.ok() ? leaves : -1;
    }

    private int leaves(
            Cursor in, int end, Subject owner, String space, String name, PointValue.Origin origin, Sink out) {
        int index = 0;
        int elementEnd = 0;
        elements = 0;
        while (in.read() < end && ber.next(in)) {
            if (in.read() > elementEnd) {
                elements++;
                elementEnd = in.read() + ber.length();
            }
            if (isConstructed(ber.identifier())) {
                continue;
            }
            if (index < MOST_LEAVES && out.wantsPoints()) {
                leaf(in, owner, space, index, name, origin, out);
            } else {
                in.skip(ber.length());
            }
            index++;
        }
        return index;
    }

    /** How many values, structures as one, the last list of them had. */
    public int elements() {
        return elements;
    }

    static boolean isConstructed(int identifier) {
        return identifier == ARRAY || identifier == STRUCTURE;
    }

    private void leaf(
            Cursor in, Subject owner, String space, int index, String name, PointValue.Origin origin, Sink out) {
        int next = in.read() + ber.length();
        String type = read(in, ber.identifier(), ber.length(), out);
        if (in.ok() && !type.isEmpty()) {
            out.point(owner, space, index, name, type, origin);
        } else {
            out.reading().clear();
        }
        if (in.ok()) {
            in.seek(next);
        }
    }

    /** Reads the content of a leaf into the reading; its type, or "" where it is none that is told. */
    static String read(Cursor in, int identifier, int length, Sink out) {
        Reading reading = out.reading();
        return switch (identifier) {
            case BOOLEAN -> {
                reading.integer(in.u8() == 0 ? 0 : 1);
                yield length == 1 ? "boolean" : "";
            }
            case INTEGER -> number(in, length, "integer", reading);
            case UNSIGNED -> number(in, length, "unsigned", reading);
            case FLOAT -> real(in, length, reading);
            case BIT_STRING -> bits(in, length, "bit_string", reading);
            case BOOLEANS -> bits(in, length, "booleans", reading);
            case OCTETS, BCD -> octets(in, length, identifier == BCD ? "bcd" : "octet_string", reading, out);
            case TEXT, MMS_TEXT, GENERALIZED_TIME -> {
                reading.text(out.text(in, Math.min(length, LONGEST_TEXT)));
                yield identifier == GENERALIZED_TIME ? "generalized_time" : "text";
            }
            case BINARY_TIME -> binaryTime(in, length, reading);
            case UTC_TIME -> utcTime(in, length, reading);
            default -> "";
        };
    }

    private static String number(Cursor in, int length, String type, Reading reading) {
        if (length == 0 || length > 9) {
            return "";
        }
        long value = in.i8();
        for (int i = 1; i < length; i++) {
            value = value << 8 | in.u8();
        }
        reading.integer(value);
        return type;
    }

    private static String real(Cursor in, int length, Reading reading) {
        int width = in.u8();
        if (width == 8 && length == 5) {
            reading.number(in.f32());
            return "float32";
        }
        if (width == 11 && length == 9) {
            reading.number(in.f64());
            return "float64";
        }
        return "";
    }

    /** As a number whose lowest bit is the last of the string; up to 63 bits. */
    private static String bits(Cursor in, int length, String type, Reading reading) {
        int unused = in.u8();
        if (length < 1 || length > 8 || unused > 7 || unused > 8 * (length - 1)) {
            return "";
        }
        long value = 0;
        for (int i = 1; i < length; i++) {
            value = value << 8 | in.u8();
        }
        reading.integer(value >>> unused);
        return type;
    }

    /** Up to 8 as a number, more as text. */
    private static String octets(Cursor in, int length, String type, Reading reading, Sink out) {
        if (length > 8) {
            reading.text(out.text(in, Math.min(length, LONGEST_TEXT)));
            return type;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | in.u8();
        }
        reading.integer(value);
        return type;
    }

    private static String binaryTime(Cursor in, int length, Reading reading) {
        long milliseconds = in.u32();
        if (length == 6) {
            reading.integer((DAYS_TO_1984 + in.u16()) * DAY + milliseconds);
            return "binary_time";
        }
        reading.integer(milliseconds);
        return length == 4 ? "time_of_day" : "";
    }

    /** Milliseconds since 1970; the quality octet says how far to trust them (IEC 61850-8-1 clause 8.1.3.7). */
    private static String utcTime(Cursor in, int length, Reading reading) {
        long seconds = in.u32();
        long fraction = in.u24();
        reading.integer(seconds * 1000 + (fraction * 1000 >> 24)).quality(in.u8());
        return length == 8 ? "utc_time" : "";
    }
}
