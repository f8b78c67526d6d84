// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.codesys;

import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * Asks which nodes are there, and answers.
 *
 * <pre>
 * kind u16 | version u16 | number u32
 * device info: channels u16 | byte order u8 | u8 | octets before the names u16 | lengths of the names u16: node, device, vendor
 *   | type of the device u32 | its number u32 | version u32 | flags u32 | length of the serial number u8 | 11 octets
 *   | the octets before the names | names in UTF-16, each with a NUL | serial number
 * </pre>
 */
final class NameService {

    private static final int FIXED = 48;
    private static final int LONGEST_NAME = 200;
    private static final String SOURCE = "name service";

    private final Phrase phrase = new Phrase();

    void read(boolean asks, Cursor in, Pending pending, Sink out) {
        int kind = in.u16le();
        in.skip(2);
        long number = in.u32le();
        NodeService service = NodeService.of(kind);
        if (!in.ok()) {
            out.violation("truncated", in.read());
            return;
        }
        if (service == null) {
            out.violation("unknown_service", kind);
            return;
        }
        if (asks) {
            pending.ask(number, out.request(service).tell(), out.time(), 0);
            return;
        }
        if (service == NodeService.DEVICE_INFO && !isWhole(in)) {
            out.violation("truncated", in.left());
            return;
        }
        Operation request = pending.take(number) ? pending.request() : null;
        out.response(request == null ? service : request.service());
        if (request != null) {
            out.since(pending.time());
        }
        out.tell();
        if (service == NodeService.DEVICE_INFO) {
            device(in, out);
        }
    }

    private static boolean isWhole(Cursor in) {
        int names = in.peek16le(6) + in.peek16le(8) + in.peek16le(10) + 3;
        int serial = in.peek(28);
        return serial >= 0 && in.left() >= FIXED - 8 + in.peek16le(4) + 2 * names + serial;
    }

    private void device(Cursor in, Sink out) {
        int start = in.read();
        in.skip(4);
        int before = in.u16le();
        int nodeLength = in.u16le();
        int deviceLength = in.u16le();
        int vendorLength = in.u16le();
        in.skip(8);
        long version = in.u32le();
        in.skip(4);
        int serialLength = in.u8();
        in.seek(start + FIXED - 8 + before);
        Subject device = out.sender("");
        out.identity(device, Attribute.NAME, name(in, nodeLength, out), SOURCE, 5);
        out.identity(device, Attribute.MODEL, name(in, deviceLength, out), SOURCE, 5);
        out.identity(device, Attribute.VENDOR, name(in, vendorLength, out), SOURCE, 5);
        out.identity(device, Attribute.SERIAL, out.text(in, serialLength), SOURCE, 5);
        phrase.begin().decimal(version >>> 24).add('.').decimal(version >>> 16 & 255);
        phrase.add('.').decimal(version >>> 8 & 255).add('.').decimal(version & 255);
        out.identity(device, Attribute.FIRMWARE, version == 0 ? "" : phrase.take(out), SOURCE, 5);
        out.identity(device, Attribute.SOFTWARE, "CODESYS V3", SOURCE, 4);
    }

    private String name(Cursor in, int characters, Sink out) {
        phrase.begin();
        for (int i = 0; i < characters; i++) {
            char c = (char) in.u16le();
            if (i < LONGEST_NAME && c != 0) {
                phrase.add(c);
            }
        }
        in.skip(2);
        return phrase.take(out);
    }
}
