// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Reads values (OPC 10000-6, 5.2.2.16 and 5.2.2.17) and tells them as points.
 *
 * <pre>
 * Variant    type in bits 0 to 5, 0x40 with dimensions, 0x80 array | array: count i32 | values | dimensions: i32[]
 * DataValue  mask u8 | 1: Variant | 2: status u32 | 4: time of the source i64 | 0x10: u16 | 8: of the server i64 | 0x20: u16
 * </pre>
 */
final class Values {

    /** Elements of an array that are told. */
    private static final int MOST_ELEMENTS = 64;

    private static final int DEEPEST = 4;
    private static final int EXTENSION_OBJECT = 22;
    private static final int DATA_VALUE = 23;
    private static final int VARIANT = 24;

    private static final String[] TYPES = {
        "null",
        "Boolean",
        "SByte",
        "Byte",
        "Int16",
        "UInt16",
        "Int32",
        "UInt32",
        "Int64",
        "UInt64",
        "Float",
        "Double",
        "String",
        "DateTime",
        "Guid",
        "ByteString",
        "XmlElement",
        "NodeId",
        "ExpandedNodeId",
        "StatusCode",
        "QualifiedName",
        "LocalizedText",
        "ExtensionObject",
        "DataValue",
        "Variant",
        "DiagnosticInfo"
    };

    private final Builtin builtin;
    private final Cursor body = new Cursor();

    /** Status of the value last read; its upper half, where the flags are not, is the quality of a point. */
    int status;

    /** Text of the scalar last told, where it was one; else empty. */
    String text = "";

    /** The Int32 last read; -1 where the value was none. */
    long integer = -1;

    /** The encoding of the extension object last read, and its contents; -1 where the value was none. */
    long extension = -1;

    Values(Builtin builtin) {
        this.builtin = builtin;
    }

    Cursor contents() {
        return body;
    }

    /** Reads a data value, and tells it of the point with this name; told of none where the name is empty. */
    void dataValue(Cursor in, Subject of, String space, long index, String name, PointValue.Origin origin, Sink out) {
        int mask = in.u8();
        int begin = in.read();
        text = "";
        integer = -1;
        extension = -1;
        if ((mask & 1) != 0) {
            skipVariant(in, 0);
        }
        status = (mask & 2) != 0 ? in.i32le() : 0;
        in.skip(((mask & 4) != 0 ? 8 : 0) + ((mask & 0x10) != 0 ? 2 : 0));
        in.skip(((mask & 8) != 0 ? 8 : 0) + ((mask & 0x20) != 0 ? 2 : 0));
        if (!in.ok() || (mask & 1) == 0) {
            return;
        }
        int end = in.read();
        in.seek(begin);
        variant(in, of, space, index, name, origin, out);
        in.seek(end);
    }

    /** Reads a value with the quality {@link #status}, as {@link #dataValue} does. */
    void variant(Cursor in, Subject of, String space, long index, String name, PointValue.Origin origin, Sink out) {
        int mask = in.u8();
        int type = mask & 0x3f;
        if (type >= TYPES.length) {
            in.fail();
            return;
        }
        boolean isArray = (mask & 0x80) != 0;
        int elements = elements(in, mask);
        for (int i = 0; i < elements && in.ok(); i++) {
            boolean told = i < MOST_ELEMENTS && !(name.isEmpty() && index < 0);
            if (value(in, type, told, out) && told && in.ok()) {
                out.reading().quality(status >>> 16);
                out.point(of, space, isArray ? i : index, name, TYPES[type], origin);
            }
            out.reading().clear();
        }
        if ((mask & 0x40) != 0) {
            in.skip(4 * Builtin.count(in));
        }
    }

    /** Puts one value into the reading; false where it is none that a point can have. */
    private boolean value(Cursor in, int type, boolean told, Sink out) {
        switch (type) {
            case 1, 3 -> out.reading().integer(in.u8());
            case 2 -> out.reading().integer(in.i8());
            case 4 -> out.reading().integer(in.i16le());
            case 5 -> out.reading().integer(in.u16le());
            case 6 -> {
                integer = in.i32le();
                out.reading().integer(integer);
            }
            case 7, 19 -> out.reading().integer(in.u32le());
            case 8, 13 -> out.reading().integer(in.u64le());
            case 9 -> unsigned(in.u64le(), out);
            case 10 -> out.reading().number(in.f32le());
            case 11 -> out.reading().number(in.f64le());
            case 12, 17, 18, 20, 21 -> {
                if (!told) {
                    skip(in, type, 0);
                    return false;
                }
                text = words(in, type, out);
                out.reading().text(text);
            }
            case EXTENSION_OBJECT -> {
                extension = builtin.extension(in, body);
                return false;
            }
            default -> {
                skip(in, type, 0);
                return false;
            }
        }
        return true;
    }

    private String words(Cursor in, int type, Sink out) {
        return switch (type) {
            case 17, 18 -> builtin.node(in, out);
            case 20 -> builtin.qualifiedName(in, out);
            case 21 -> builtin.localizedText(in, out);
            default -> builtin.text(in, out);
        };
    }

    /** None of type null, of which there are no arrays: they would take no octets. */
    private static int elements(Cursor in, int mask) {
        int count = (mask & 0x80) != 0 ? Builtin.count(in) : 1;
        return (mask & 0x3f) == 0 ? 0 : count;
    }

    void skipVariant(Cursor in, int depth) {
        int mask = in.u8();
        int type = mask & 0x3f;
        int elements = elements(in, mask);
        for (int i = 0; i < elements && in.ok(); i++) {
            skip(in, type, depth);
        }
        if ((mask & 0x40) != 0) {
            in.skip(4 * Builtin.count(in));
        }
    }

    private void skip(Cursor in, int type, int depth) {
        switch (type) {
            case 0 -> {}
            case 1, 2, 3 -> in.skip(1);
            case 4, 5 -> in.skip(2);
            case 6, 7, 10, 19 -> in.skip(4);
            case 8, 9, 11, 13 -> in.skip(8);
            case 14 -> in.skip(16);
            case 12, 15, 16 -> Builtin.skipText(in);
            case 17, 18 -> builtin.skipNode(in);
            case 20 -> Builtin.skipQualifiedName(in);
            case 21 -> Builtin.skipLocalizedText(in);
            case EXTENSION_OBJECT -> builtin.extension(in, body);
            case DATA_VALUE, VARIANT -> nested(in, type, depth + 1);
            case 25 -> Builtin.skipDiagnostic(in);
            default -> in.fail();
        }
    }

    private void nested(Cursor in, int type, int depth) {
        if (depth > DEEPEST) {
            in.fail();
            return;
        }
        int mask = type == DATA_VALUE ? in.u8() : 1;
        if ((mask & 1) != 0) {
            skipVariant(in, depth);
        }
        in.skip(type == DATA_VALUE ? tail(mask) : 0);
    }

    private static int tail(int mask) {
        return ((mask & 2) != 0 ? 4 : 0)
                + ((mask & 4) != 0 ? 8 : 0)
                + ((mask & 0x10) != 0 ? 2 : 0)
                + ((mask & 8) != 0 ? 8 : 0)
                + ((mask & 0x20) != 0 ? 2 : 0);
    }

    /** What does not fit a signed number of 64 bits is told as nearly as a floating one can. */
    private static void unsigned(long value, Sink out) {
        if (value >= 0) {
            out.reading().integer(value);
        } else {
            out.reading().number((value >>> 1) * 2.0);
        }
    }
}
