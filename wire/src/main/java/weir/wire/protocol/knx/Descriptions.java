// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.knx;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * What an interface says it is (KNX 03_08_02 clause 7.5.4): blocks of length u8, type u8 and content.
 *
 * <pre>
 * 01 device   medium u8 | status u8, 1: programming mode | address u16 | project u16 | serial 6 | multicast 4 | MAC 6
 *             | name 30
 * </pre>
 */
final class Descriptions {

    private static final int SURE = 5;
    private static final int LIKELY = 4;
    private static final int DEVICE = 1;
    private static final int NAME = 30;
    private static final int HEAD = 2;

    static final NamedCodes MANUFACTURERS = NamedCodes.decimal("knx/manufacturers", "manufacturer ");

    private final Phrase phrase = new Phrase();
    private final Cursor block = new Cursor();

    void read(Cursor in, Sink out) {
        while (in.left() >= HEAD) {
            int length = in.u8();
            int type = in.u8();
            in.slice(length - HEAD, block);
            if (!in.ok()) {
                out.violation("malformed", type);
                return;
            }
            if (type == DEVICE) {
                device(out);
            }
        }
    }

    private void device(Sink out) {
        block.skip(1);
        boolean programming = (block.u8() & 1) != 0;
        block.skip(4);
        int manufacturer = block.u16();
        long rest = block.u32();
        block.skip(4);
        long mac = block.u48();
        String name = out.text(block, NAME);
        if (!block.ok()) {
            out.violation("malformed", DEVICE);
            return;
        }
        Subject subject = out.sender();
        String source = "Device Information";
        out.identity(subject, Attribute.NAME, name, source, SURE);
        serial(subject, manufacturer, rest, source, out);
        out.identity(subject, Attribute.MODE, programming ? "programming mode" : "", source, SURE);
        phrase.begin();
        for (int shift = 40; shift >= 0; shift -= 8) {
            phrase.hex(mac >> shift & 255, 2);
            if (shift > 0) {
                phrase.add(':');
            }
        }
        out.identity(subject, Attribute.MAC, phrase.take(out), source, SURE);
    }

    /** A serial number begins with the number of the manufacturer. */
    void serial(Subject subject, int manufacturer, long rest, String source, Sink out) {
        if (manufacturer == 0 && rest == 0) {
            return;
        }
        String serial =
                phrase.begin().hex(manufacturer, 4).add(':').hex(rest, 8).take(out);
        out.identity(subject, Attribute.SERIAL, serial, source, SURE);
        out.identity(subject, Attribute.VENDOR, MANUFACTURERS.of(manufacturer), source, LIKELY);
    }
}
