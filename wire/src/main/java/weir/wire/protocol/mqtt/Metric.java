// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import weir.wire.Cursor;
import weir.wire.Sink;

/** One metric of Sparkplug B as it was last read; see {@link Sparkplug} for its fields. */
final class Metric {

    private static final String[] TYPES = {
        "Unknown",
        "Int8",
        "Int16",
        "Int32",
        "Int64",
        "UInt8",
        "UInt16",
        "UInt32",
        "UInt64",
        "Float",
        "Double",
        "Boolean",
        "String",
        "DateTime",
        "Text",
        "UUID",
        "DataSet",
        "Bytes",
        "File",
        "Template"
    };

    private static final int INT_8 = 1;
    private static final int INT_16 = 2;
    private static final int INT_32 = 3;
    private static final int NO_VALUE = 0;
    private static final int FIRST_VALUE = 10;
    private static final int LAST_FIELD = 19;

    private final Cursor value = new Cursor();

    String name = "";
    boolean hasAlias;
    long alias;
    int type;
    boolean isHistorical;

    private boolean isNull;

    /** Number of the field that holds the value. */
    private int field;

    private long bits;

    String typeName() {
        return TYPES[type];
    }

    void type(int number) {
        type = number > 0 && number < TYPES.length ? number : 0;
    }

    /** Reads a metric that {@link #isMetric} knew to be one. */
    void read(Cursor in, Sink out) {
        name = "";
        hasAlias = false;
        alias = 0;
        type = 0;
        isHistorical = false;
        isNull = false;
        field = NO_VALUE;
        while (in.left() > 0) {
            int tag = (int) number(in);
            field(tag >>> 3, tag & 7, in, out);
        }
    }

    private void field(int number, int form, Cursor in, Sink out) {
        switch (number) {
            case 1 -> {
                in.slice((int) number(in), value);
                name = out.text(value, value.left());
            }
            case 2 -> {
                alias = number(in);
                hasAlias = true;
            }
            case 4 -> type((int) Math.min(number(in), TYPES.length));
            case 5 -> isHistorical = number(in) != 0;
            case 7 -> isNull = number(in) != 0;
            default -> {
                if (number >= FIRST_VALUE) {
                    value(number, form, in);
                } else {
                    skip(form, in);
                }
            }
        }
    }

    private void value(int number, int form, Cursor in) {
        field = number;
        switch (form) {
            case 0 -> bits = number(in);
            case 1 -> bits = in.u64le();
            case 5 -> bits = in.u32le();
            default -> in.slice((int) number(in), value);
        }
    }

    /** Puts the value into the reading; false where there is none that a point can have. */
    boolean put(Sink out) {
        if (isNull) {
            return false;
        }
        switch (field) {
            case 10, 11 -> out.reading().integer(integer());
            case 12 -> out.reading().number(Float.intBitsToFloat((int) bits));
            case 13 -> out.reading().number(Double.longBitsToDouble(bits));
            case 14 -> out.reading().integer(bits == 0 ? 0 : 1);
            case 15 -> out.reading().text(out.text(value, value.left()));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Numbers below zero stand as those without sign, of as many bits as the type has. */
    private long integer() {
        return switch (type) {
            case INT_8 -> (byte) bits;
            case INT_16 -> (short) bits;
            case INT_32 -> (int) bits;
            default -> bits;
        };
    }

    /** Whether these octets, all of them, are fields that a metric has, in their forms. */
    boolean isMetric(Cursor in) {
        while (in.left() > 0 && in.ok()) {
            long tag = number(in);
            int number = (int) Math.min(tag >>> 3, LAST_FIELD + 1);
            if (number < 1 || number > LAST_FIELD || form(number) != (tag & 7)) {
                return false;
            }
            skip((int) tag & 7, in);
        }
        return in.ok();
    }

    private static int form(int number) {
        return switch (number) {
            case 1, 8, 9, 15, 16, 17, 18, 19 -> 2;
            case 12 -> 5;
            case 13 -> 1;
            default -> 0;
        };
    }

    static void skip(int form, Cursor in) {
        switch (form) {
            case 0 -> number(in);
            case 1 -> in.skip(8);
            case 2 -> in.skip((int) Math.min(number(in), Integer.MAX_VALUE) & Integer.MAX_VALUE);
            case 5 -> in.skip(4);
            default -> in.fail();
        }
    }

    /** A number of at most 64 bits, 7 an octet, lowest first. */
    static long number(Cursor in) {
        long number = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int octet = in.u8();
            number |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return number;
            }
        }
        in.fail();
        return 0;
    }
}
