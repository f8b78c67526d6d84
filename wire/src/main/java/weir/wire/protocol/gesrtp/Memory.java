// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.gesrtp;

import org.jspecify.annotations.Nullable;
import weir.model.PointValue.Origin;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Rows;
import weir.wire.Sink;

/**
 * A memory of a controller, numbered from 0 as on the wire: the "%R1" of manuals is {@code R 0}.
 *
 * @param bits how many one item has: 1, 8, 16
 */
record Memory(String name, int bits) {

    private static final @Nullable Memory[] BY_SELECTOR = new @Nullable Memory[256];
    private static final Numbered OTHERS = Numbered.hex("memory_");

    static {
        for (String[] row : Rows.of("gesrtp/memories")) {
            int bits = row[2].equals("bit") ? 1 : row[2].equals("byte") ? 8 : 16;
            BY_SELECTOR[Integer.decode(row[0])] = new Memory(row[1], bits);
        }
    }

    static @Nullable Memory of(int selector) {
        return BY_SELECTOR[selector];
    }

    static String name(int selector) {
        Memory memory = BY_SELECTOR[selector];
        return memory == null ? OTHERS.of(selector) : memory.name;
    }

    /** Octets of so many items; bits begin where their first one does in an octet. */
    long octets(long first, long count) {
        return bits == 1 ? (first % 8 + count + 7) / 8 : count * bits / 8;
    }

    void tell(Cursor in, long first, long count, Subject device, Origin origin, Sink out) {
        if (!out.wantsPoints() || in.left() < octets(first, count)) {
            return;
        }
        int octet = bits == 1 ? in.peek(0) : 0;
        for (long i = first; i < first + count; i++) {
            if (bits == 1) {
                octet = i == first || i % 8 == 0 ? in.u8() : octet;
                out.reading().integer(octet >> i % 8 & 1);
            } else {
                out.reading().integer(bits == 8 ? in.u8() : in.u16le());
            }
            out.point(device, name, i, "", bits == 1 ? "bool" : bits == 8 ? "u8" : "u16", origin);
        }
    }
}
