// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/** What a module says of itself in its identification and maintenance records, I&amp;M0 to I&amp;M5 (IEC 61158-6-10, 5.2.18). */
final class Identification {

    private static final Numbered VENDOR = Numbered.hex("vendor ");
    private static final Numbered HARDWARE = new Numbered("");

    private final Version version = new Version();

    /**
     * Vendor 2 | order number 20 | serial number 16 | hardware 2 | prefix 1 | software 1 1 1 | changes 2 | profile 2 | type 2 |
     * version 2 | supported 2.
     */
    void im0(Cursor in, Subject module, Sink out) {
        maker(in, in.u16(), 20, "I&M0", module, out);
    }

    private void maker(Cursor in, int vendor, int orderLength, String source, Subject module, Sink out) {
        String order = out.text(in, orderLength);
        String serial = out.text(in, 16);
        int hardware = in.u16();
        String software = version.read(in, out);
        if (!in.ok()) {
            return;
        }
        String name = Vendors.of(vendor);
        out.identity(module, Attribute.VENDOR, name.isEmpty() ? VENDOR.of(vendor) : name, source, 5);
        out.identity(module, Attribute.ORDER_NUMBER, order, source, 5);
        out.identity(module, Attribute.SERIAL, serial, source, 5);
        out.identity(module, Attribute.HARDWARE, HARDWARE.of(hardware), source, 5);
        out.identity(module, Attribute.FIRMWARE, software, source, 5);
    }

    /** Function 32 | location 22. */
    void im1(Cursor in, Subject module, Sink out) {
        String function = out.text(in, 32);
        String location = out.text(in, 22);
        if (in.ok()) {
            out.identity(module, Attribute.DESCRIPTION, function, "I&M1", 5);
            out.identity(module, Attribute.LOCATION, location, "I&M1", 5);
        }
    }

    /** Descriptor 54. */
    void im3(Cursor in, Subject module, Sink out) {
        String descriptor = out.text(in, 54);
        if (in.ok()) {
            out.identity(module, Attribute.DESCRIPTION, descriptor, "I&M3", 5);
        }
    }

    /** Annotation 64 | order number 64 | vendor 2 | serial number 16 | hardware 2 | prefix 1 | software 1 1 1. */
    void im5(Cursor in, Subject module, Sink out) {
        String annotation = out.text(in, 64);
        String order = out.text(in, 64);
        int vendor = in.u16();
        if (in.ok()) {
            out.identity(module, Attribute.MODEL, annotation, "I&M5", 5);
            out.identity(module, Attribute.ORDER_NUMBER, order, "I&M5", 5);
            maker(in, vendor, 0, "I&M5", module, out);
        }
    }

    /** A software version put together, the same text for the same octets. */
    private static final class Version {

        private final byte[] octets = new byte[16];
        private final Cursor cursor = new Cursor();
        private int length;

        String read(Cursor in, Sink out) {
            length = 0;
            put(in.u8());
            for (int i = 0; i < 3; i++) {
                if (i > 0) {
                    put('.');
                }
                decimal(in.u8());
            }
            return in.ok() ? out.text(cursor.wrap(octets, 0, length), length) : "";
        }

        private void decimal(int number) {
            if (number >= 10) {
                decimal(number / 10);
            }
            put('0' + number % 10);
        }

        private void put(int octet) {
            octets[length++] = (byte) octet;
        }
    }
}
