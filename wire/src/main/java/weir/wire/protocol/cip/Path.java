// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * A way to an object: through which ports of which racks, then which class, instance, attribute or symbol. Each segment
 * begins with an octet whose upper three bits are its type. CIP volume 1, appendix C-1.4 (padded form):
 *
 * <pre>
 * 000 port     [0000 x port 4: link address, long if x]     001 logical  [type 3, format 2: 8, 16 or 32 bits]
 * 010 network  [subtype]    011 symbol [length 5]           100 data     [0x80 words, 0x91 ANSI symbol]
 * </pre>
 */
final class Path {

    /** Classes nested in one another; deeper ones keep the last. */
    private static final int DEEPEST = 4;

    private static final int BACKPLANE = 1;
    private static final int EXTENDED_PORT = 15;

    private final int[] classes = new int[DEEPEST];
    private final long[] instances = new long[DEEPEST];
    private int depth;
    private long attribute;
    private final Wording route = new Wording();
    private final Wording name = new Wording();
    private final Wording place = new Wording();
    private boolean counting;
    private String unit = "";
    private String symbol = "";

    /** Reads all of {@code in}; false where it is no path. Where fields are counted, those of the path are. */
    boolean read(Cursor in, Sink out) {
        clear();
        counting = out.counting();
        while (in.left() > 0) {
            int segment = in.u8();
            switch (segment >> 5) {
                case 0 -> port(in, segment);
                case 1 -> logical(in, segment, out);
                case 2 -> in.skip((segment & 0x10) == 0 ? 1 : 2 * in.u8());
                case 3 -> symbolic(in, segment & 0x1f, out);
                case 4 -> data(in, segment, out);
                default -> in.fail();
            }
        }
        unit = in.ok() ? route.take(out) : "";
        symbol = in.ok() ? name.take(out) : "";
        return in.ok();
    }

    /** Makes it a path to nowhere. */
    void clear() {
        depth = 0;
        attribute = -1;
        route.begin();
        name.begin();
        unit = "";
        symbol = "";
    }

    private void port(Cursor in, int segment) {
        int number = segment & 15;
        int size = (segment & 0x10) == 0 ? 0 : in.u8();
        if (number == EXTENDED_PORT) {
            number = in.u16le();
        }
        if (!route.isEmpty()) {
            route.add('/');
        }
        if (size > 0) {
            route.add(in, size);
            in.skip(size & 1);
        } else if (number == BACKPLANE) {
            route.add("slot ").decimal(in.u8());
        } else {
            route.add("port ").decimal(number).add(" address ").decimal(in.u8());
        }
    }

    private void logical(Cursor in, int segment, Sink out) {
        int type = segment >> 2 & 7;
        if (type == 5) {
            // electronic key: format 4 is vendor, type, product, revision; 5 adds the serial number
            in.skip(in.u8() == 5 ? 12 : 8);
            return;
        }
        int format = segment & 3;
        long value = switch (format) {
            case 0 -> in.u8();
            case 1 -> in.u8() < 0 ? 0 : in.u16le();
            case 2 -> in.u8() < 0 ? 0 : in.u32le();
            default -> -1;
        };
        if (value < 0 || type > 4) {
            in.fail();
            return;
        }
        switch (type) {
            case 0 -> classSegment((int) value, 2 << format, out);
            case 1 -> instances[Math.max(0, depth - 1)] = value;
            case 2 -> member(value);
            case 4 -> attribute = value;
            default -> {}
        }
    }

    private void classSegment(int id, int digits, Sink out) {
        if (counting) {
            out.factHex("cip", "class", id & 0xffff_ffffL, digits);
        }
        if (depth < DEEPEST) {
            depth++;
        }
        classes[depth - 1] = id;
        instances[depth - 1] = -1;
    }

    /** An index of the symbol before it: {@code [3]}, with a second one {@code [3,5]}. */
    private void member(long index) {
        if (name.last() == ']') {
            name.dropLast().add(',');
        } else {
            name.add('[');
        }
        name.decimal(index).add(']');
    }

    private void symbolic(Cursor in, int size, Sink out) {
        if (size == 0) {
            // extended formats: two- and three-octet characters, or a number
            int format = in.u8();
            in.skip(format >> 5 == 1 ? 2 * (format & 31) : format >> 5 == 2 ? 3 * (format & 31) : 2);
            return;
        }
        symbol(in, size, out);
        in.skip(size + 1 & 1);
    }

    private void data(Cursor in, int segment, Sink out) {
        int size = in.u8();
        if (segment == 0x91) {
            symbol(in, size, out);
            in.skip(size & 1);
        } else if (segment == 0x80) {
            in.skip(2 * size);
        } else {
            in.fail();
        }
    }

    private void symbol(Cursor in, int size, Sink out) {
        if (!name.isEmpty()) {
            name.add('.');
        }
        if (counting && size <= in.left()) {
            int at = in.read();
            out.fact("cip", "symbol", out.text(in, size));
            in.seek(at);
        }
        name.add(in, size);
    }

    /** The devices it leads through: {@code slot 3}, {@code slot 1/192.168.1.2/slot 0}; "" for the one addressed. */
    String unit() {
        return unit;
    }

    /** {@code Program:Main.Line1.Speed[3]}, or "". */
    String symbol() {
        return symbol;
    }

    /** The class of the object in the end; that of symbols where there is only a name. */
    int classId() {
        if (depth > 0) {
            return classes[depth - 1];
        }
        return symbol.isEmpty() ? ObjectClasses.UNKNOWN : ObjectClasses.SYMBOL;
    }

    long instance() {
        return depth > 0 ? instances[depth - 1] : -1;
    }

    long attribute() {
        return attribute;
    }

    /** The kind of object, with what it is part of: {@code identity}, {@code program 3/routine}, {@code tag}. */
    String space(Sink out) {
        if (depth == 0) {
            return symbol.isEmpty() ? "" : "tag";
        }
        if (depth == 1) {
            return ObjectClasses.name(classes[0]);
        }
        place.begin();
        for (int i = 0; i < depth - 1; i++) {
            place.add(ObjectClasses.name(classes[i]));
            if (instances[i] >= 0) {
                place.add(' ').decimal(instances[i]);
            }
            place.add('/');
        }
        return place.add(ObjectClasses.name(classes[depth - 1])).take(out);
    }
}
