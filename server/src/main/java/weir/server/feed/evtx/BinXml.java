// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

/**
 * Binary XML of one chunk ([MS-EVEN6] 2.2.12, with offsets of names and templates as they stand in files):
 *
 * <pre>
 * 0f                             fragment, version
 *   0c                           template: offset of its body, values for its places
 *   01 | 41                      element: dependency, size, name; 41 has attributes
 *     06 | 46                    attribute: name, then values
 *     02 content 04 | 03         open until 04, or empty
 *       05 07 08 09              text, CDATA, character, entity
 *       0d | 0e                  place for a value; 0e may stay empty
 * 00                             end
 * </pre>
 */
final class BinXml {

    private static final int DEEPEST = 32; // elements, templates and fragments within each other
    private static final int MORE = 0x40; // a flag: attributes follow, or more of the same
    private static final int NO_DEPENDENCY = 0xffff;

    private static final int END = 0;
    private static final int OPEN = 1;
    private static final int CLOSE_START = 2;
    private static final int CLOSE_EMPTY = 3;
    private static final int CLOSE = 4;
    private static final int VALUE = 5;
    private static final int ATTRIBUTE = 6;
    private static final int CDATA = 7;
    private static final int CHARACTER = 8;
    private static final int ENTITY = 9;
    private static final int INSTRUCTION = 0x0a;
    private static final int INSTRUCTION_DATA = 0x0b;
    private static final int TEMPLATE = 0x0c;
    private static final int PLACE = 0x0d;
    private static final int OPTIONAL_PLACE = 0x0e;
    private static final int FRAGMENT = 0x0f;

    private final byte[] chunk;
    private final Allowance allowance = new Allowance();
    private final EventText out = new EventText(allowance);

    BinXml(byte[] chunk) {
        this.chunk = chunk;
    }

    /** The event that a record holds. */
    String event(int from, int to) throws DamagedRecord {
        out.clear();
        allowance.nextEvent();
        fragment(new ChunkCursor(chunk, from, to), EventValues.NONE, 0, false);
        if (!out.begins("<Event ")) {
            throw new DamagedRecord(EvtxDamage.NO_EVENT);
        }
        return out.toString();
    }

    /** @param within whether it is the value of a place, where elements may have no dependency */
    private void fragment(ChunkCursor in, EventValues values, int depth, boolean within) throws DamagedRecord {
        if (depth > DEEPEST) {
            throw new DamagedRecord(EvtxDamage.DEEP);
        }
        while (in.left() > 0) {
            int token = token(in);
            switch (token & ~MORE) {
                case END -> {
                    return;
                }
                case FRAGMENT -> in.skip(3);
                case OPEN -> element(in, values, token, depth + 1, within);
                case TEMPLATE -> template(in, depth + 1);
                case INSTRUCTION -> name(in);
                case INSTRUCTION_DATA -> in.skip(2L * in.u16());
                default -> throw new DamagedRecord(EvtxDamage.RECORD);
            }
        }
    }

    private int token(ChunkCursor in) throws DamagedRecord {
        allowance.spend(1);
        return in.u8();
    }

    /** The body stands where it was used first: here, or in an earlier record. */
    private void template(ChunkCursor in, int depth) throws DamagedRecord {
        in.skip(5);
        long offset = in.u32();
        ChunkCursor definition = in.chunk(offset);
        definition.skip(20); // the next one's offset, and a GUID
        ChunkCursor body = definition.take(definition.u32());
        if (offset == in.at()) {
            in.skip(body.at() + body.left() - offset);
        }
        fragment(body, EventValues.read(in), depth, false);
    }

    private void element(ChunkCursor in, EventValues values, int token, int depth, boolean within)
            throws DamagedRecord {
        if (depth > DEEPEST) {
            throw new DamagedRecord(EvtxDamage.DEEP);
        }
        int dependency = within && isBare(in) ? NO_DEPENDENCY : in.u16();
        in.skip(4); // its size
        int start = out.length();
        String name = name(in);
        out.open(name);
        if ((token & MORE) != 0) {
            attributes(in, values);
        }
        int close = token(in);
        out.markup(">");
        if (close == CLOSE_START) {
            content(in, values, new Opened(name, start), depth, within);
        } else if (close != CLOSE_EMPTY) {
            throw new DamagedRecord(EvtxDamage.RECORD);
        }
        out.close(name);
        if (dependency != NO_DEPENDENCY && values.isNothing(dependency)) {
            out.cut(start);
        }
    }

    /** An element whose end is not yet written. */
    private record Opened(String name, int start) {}

    /** An element without dependency begins with its size, which does not go beyond what is there. */
    private static boolean isBare(ChunkCursor in) throws DamagedRecord {
        long size = in.chunk(in.at()).u32();
        return size <= in.left();
    }

    private void attributes(ChunkCursor in, EventValues values) throws DamagedRecord {
        in.skip(4); // the size of all
        while ((in.peek() & ~MORE) == ATTRIBUTE) {
            token(in);
            int start = out.length();
            out.attribute(name(in));
            boolean left = true;
            while (isText(in.peek()) || isPlace(in.peek())) {
                int token = token(in);
                if (isText(token)) {
                    text(token, in);
                } else {
                    left &= attributeValue(token, in, values);
                }
            }
            out.markup("\"");
            if (!left) {
                out.cut(start);
            }
        }
    }

    /** False where the attribute is to be left out. */
    private boolean attributeValue(int token, ChunkCursor in, EventValues values) throws DamagedRecord {
        int number = place(in);
        int type = values.type(number);
        if (type == EventValue.NOTHING) {
            return token == PLACE;
        }
        if (type != EventValue.XML) {
            EventValue.write(type, values.value(number), out);
        }
        return true;
    }

    private void content(ChunkCursor in, EventValues values, Opened element, int depth, boolean within)
            throws DamagedRecord {
        for (int token = token(in); token != CLOSE; token = token(in)) {
            if (isText(token)) {
                text(token, in);
                continue;
            }
            switch (token & ~MORE) {
                case OPEN -> element(in, values, token, depth + 1, within);
                case TEMPLATE -> template(in, depth + 1);
                case PLACE, OPTIONAL_PLACE -> value(place(in), values, element, depth);
                case INSTRUCTION -> name(in);
                case INSTRUCTION_DATA -> in.skip(2L * in.u16());
                default -> throw new DamagedRecord(EvtxDamage.RECORD);
            }
        }
    }

    private static boolean isText(int token) {
        int kind = token & ~MORE;
        return token >= 0 && (kind == VALUE || kind == CDATA || kind == CHARACTER || kind == ENTITY);
    }

    private static boolean isPlace(int token) {
        return token == PLACE || token == OPTIONAL_PLACE;
    }

    /** The number of a value; the type after it is that of the value too. */
    private static int place(ChunkCursor in) throws DamagedRecord {
        int number = in.u16();
        in.skip(1);
        return number;
    }

    private void text(int token, ChunkCursor in) throws DamagedRecord {
        switch (token & ~MORE) {
            case VALUE -> {
                in.skip(1); // always text
                out.characters(in.text(in.u16()));
            }
            case CDATA -> out.characters(in.text(in.u16()));
            case CHARACTER -> out.character(in.u16());
            default -> out.entity(name(in));
        }
    }

    private void value(int number, EventValues values, Opened element, int depth) throws DamagedRecord {
        int type = values.type(number);
        if (type == EventValue.NOTHING) {
            return;
        }
        ChunkCursor value = values.value(number);
        if (type == EventValue.XML) {
            fragment(value, EventValues.NONE, depth + 1, true);
        } else if ((type & EventValue.ARRAY) == 0) {
            EventValue.write(type, value, out);
        } else {
            array(type & ~EventValue.ARRAY, value, element);
        }
    }

    /** The element is there once for each item. */
    private void array(int type, ChunkCursor items, Opened element) throws DamagedRecord {
        int before = out.length();
        for (boolean first = true; items.left() > 0; first = false) {
            allowance.spend(1);
            if (!first) {
                out.close(element.name);
                out.again(element.start, before);
            }
            EventValue.write(type, items.take(EventValue.width(type, items)), out);
        }
    }

    private String name(ChunkCursor in) throws DamagedRecord {
        String name = in.name();
        allowance.spend(name.length());
        return name;
    }
}
