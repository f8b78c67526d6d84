// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import weir.model.PointValue.Origin;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/** Coils and registers as process values. */
final class ModbusPoints {

    /** Value of a coil that is on, where a coil has a register's room (function 5); 0 is off. */
    static final int ON = 0xff00;

    private ModbusPoints() {}

    /** Octets that as many objects take. */
    static int octets(boolean bits, long count) {
        return (int) (bits ? count + 7 >> 3 : 2 * count);
    }

    /** Tells the objects that the next octets hold, as many as are there. */
    static void tell(
            Cursor in, boolean bits, String objects, long first, long count, Subject device, Origin origin, Sink out) {
        if (!out.wantsPoints()) {
            return;
        }
        if (bits) {
            tellBits(in, objects, first, count, device, origin, out);
        } else {
            tellRegisters(in, objects, first, count, device, origin, out);
        }
    }

    /** One object in a register's room; a coil is 0 or {@link #ON}. */
    static void tellOne(int value, boolean bit, String objects, long index, Subject device, Origin origin, Sink out) {
        if (out.wantsPoints()) {
            out.reading().integer(bit ? value / ON : value);
            out.point(device, objects, index, "", bit ? "bool" : "u16", origin);
        }
    }

    /** The first coil is the lowest bit of the first octet. */
    private static void tellBits(
            Cursor in, String objects, long first, long count, Subject device, Origin origin, Sink out) {
        int octet = 0;
        for (long i = 0; i < count && (i % 8 != 0 || in.left() > 0); i++) {
            octet = i % 8 == 0 ? in.u8() : octet >> 1;
            out.reading().integer(octet & 1);
            out.point(device, objects, first + i, "", "bool", origin);
        }
    }

    private static void tellRegisters(
            Cursor in, String objects, long first, long count, Subject device, Origin origin, Sink out) {
        for (long i = 0; i < count && in.left() >= 2; i++) {
            out.reading().integer(in.u16());
            out.point(device, objects, first + i, "", "u16", origin);
        }
    }
}
