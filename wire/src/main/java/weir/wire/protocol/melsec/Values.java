// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import weir.model.PointValue.Origin;
import weir.model.Subject;
import weir.wire.Sink;

/** Devices as process values: words of 16 or 32 bits, or bits. */
final class Values {

    private Values() {}

    static void tell(Device device, long number, long value, String type, Subject of, Origin origin, Sink out) {
        if (out.wantsPoints()) {
            out.reading().integer(value);
            out.point(of, device.name(), number, "", type, origin);
        }
    }

    /** In words, each 16 bits of a bit device; in bits, a digit each. */
    static void tell(
            Fields in, Device device, long first, int count, boolean inBits, Subject of, Origin origin, Sink out) {
        if (!out.wantsPoints()) {
            return;
        }
        if (inBits) {
            bits(in, device, first, count, of, origin, out);
            return;
        }
        for (int i = 0; i < count && in.left(2) > 0; i++) {
            tell(device, first + (device.ofBits() ? 16L * i : i), in.word(), "u16", of, origin, out);
        }
    }

    /** Two bits an octet, the first in the higher half; in ASCII each is a character. */
    private static void bits(Fields in, Device device, long first, int count, Subject of, Origin origin, Sink out) {
        int octet = 0;
        for (int i = 0; i < count; i++) {
            if (in.ascii) {
                octet = in.in.u8() & 1;
            } else {
                octet = i % 2 == 0 ? in.in.u8() : octet << 4;
            }
            if (!in.in.ok()) {
                return;
            }
            tell(device, first + i, in.ascii ? octet : octet >> 4 & 1, "bool", of, origin, out);
        }
    }
}
