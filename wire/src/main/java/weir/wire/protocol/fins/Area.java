// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.fins;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.model.PointValue.Origin;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Rows;
import weir.wire.Sink;

/**
 * A memory area of a controller. Words are numbered as on the wire; bits by word * 16 + bit.
 *
 * @param name as OMRON writes it: {@code D}, {@code CIO_bit}
 */
record Area(String name, Item item) {

    /** What one item of an area is, and how many octets it takes. */
    enum Item {
        BIT(1, "bool"),
        BYTE(1, "u8"),
        WORD(2, "u16"),
        LONG(4, "u32"),
        FORCED_BIT(1, "bool"),
        FORCED_WORD(4, "u16");

        final int octets;
        final String type;

        Item(int octets, String type) {
            this.octets = octets;
            this.type = type;
        }
    }

    private static final @Nullable Area[] AREAS = new @Nullable Area[256];
    private static final Numbered OTHERS = Numbered.hex("area_");

    static {
        for (String[] row : Rows.of("fins/areas")) {
            AREAS[Integer.decode(row[0])] = new Area(row[1], Item.valueOf(row[2].toUpperCase(Locale.ROOT)));
        }
    }

    static @Nullable Area of(int code) {
        return AREAS[code];
    }

    static String nameOf(int code) {
        Area area = AREAS[code];
        return area == null ? OTHERS.of(code) : area.name;
    }

    boolean ofBits() {
        return item == Item.BIT || item == Item.FORCED_BIT;
    }

    /** The number of an item, from its address: word u16, bit u8. */
    static long index(int code, int address) {
        Area area = AREAS[code];
        return area != null && area.ofBits() ? (address >>> 8) * 16L + (address & 0x0f) : address >>> 8;
    }

    /** Tells the values that the next octets hold. */
    void tell(Cursor in, long first, long count, Subject device, Origin origin, Sink out) {
        for (long i = 0; i < count && in.left() >= item.octets; i++) {
            out.reading().integer(value(in));
            out.point(device, name, first + i, "", item.type, origin);
        }
    }

    private long value(Cursor in) {
        return switch (item) {
            case BIT, FORCED_BIT -> in.u8() & 1;
            case BYTE -> in.u8();
            case WORD -> in.u16();
            case LONG -> in.u32();
            case FORCED_WORD -> in.u32() >>> 16;
        };
    }
}
