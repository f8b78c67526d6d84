// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.amqp;

import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.Spelling;

/**
 * What a server or client says of itself when it connects: octets u32, then name behind a length u8, type u8, value
 * (AMQP 0-9-1, 4.2.5.5).
 */
final class FieldTable {

    private final Cursor all = new Cursor();
    private final Spelling text = new Spelling(256);

    private String product = "";
    private String version = "";
    private String platform = "";
    private String name = "";

    void read(Cursor in, Sink out) {
        product = "";
        version = "";
        platform = "";
        name = "";
        in.slice(in.i32(), all);
        while (in.ok() && all.left() > 0) {
            String key = out.text(all, all.u8());
            int type = all.u8();
            if (type == 'S') {
                String value = out.text(all, all.i32());
                keep(key, value);
            } else {
                skip(type);
            }
        }
        if (!all.ok()) {
            in.fail();
        }
    }

    private void keep(String key, String value) {
        switch (key) {
            case "product" -> product = value;
            case "version" -> version = value;
            case "platform" -> platform = value;
            case "cluster_name", "connection_name" -> name = value;
            default -> {}
        }
    }

    private void skip(int type) {
        switch (type) {
            case 't', 'b', 'B' -> all.skip(1);
            case 's', 'u' -> all.skip(2);
            case 'I', 'i', 'f' -> all.skip(4);
            case 'D' -> all.skip(5);
            case 'L', 'l', 'd', 'T' -> all.skip(8);
            case 'F', 'A', 'x' -> all.skip(all.i32());
            case 'V' -> {}
            default -> all.fail();
        }
    }

    /** Tells of whoever sent the table last read. */
    void tell(Sink out) {
        String program = version.isEmpty()
                ? product
                : text.begin().put(product).put(" ").put(version).text(out);
        out.identity(out.sender(), Attribute.SOFTWARE, program, "connection properties", 5);
        out.identity(out.sender(), Attribute.SYSTEM, platform, "connection properties", 4);
        out.identity(out.sender(), Attribute.NAME, name, "connection properties", 4);
    }
}
