// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/** What a device says of itself: function 17 (Report Server ID), function 43 type 14 (Read Device Identification). */
final class ModbusIdentity {

    private static final String SERVER_ID = "Report Server ID";
    private static final String IDENTIFICATION = "Read Device Identification";

    private static final int RUNNING = 0xff;

    /** Text that is shorter may be anything. */
    private static final int SHORTEST_TEXT = 3;

    private ModbusIdentity() {}

    /**
     * Server id, run indicator (0xff runs, 0 does not), what the maker adds. How long the id is only the maker knows. One
     * octet is usual, and the indicator's two values show whether it is; others make the id a text and add nothing, so
     * that the indicator stands last, where 0 may end the text as well.
     */
    static void serverId(Cursor in, Subject device, Sink out) {
        int second = in.peek(1);
        int text = in.left();
        if (second == RUNNING || second == 0) {
            out.identity(device, Attribute.MODE, second == RUNNING ? "run" : "stop", SERVER_ID, 3);
            in.skip(2);
            text = in.left();
        } else if (text > SHORTEST_TEXT && in.peek(text - 1) == RUNNING && isText(in, text - 1)) {
            out.identity(device, Attribute.MODE, "run", SERVER_ID, 3);
            text--;
        }
        if (text >= SHORTEST_TEXT && isText(in, text)) {
            out.identity(device, Attribute.DESCRIPTION, out.text(in, text), SERVER_ID, 3);
        }
        in.skip(in.left());
    }

    private static boolean isText(Cursor in, int length) {
        for (int i = 0; i < length; i++) {
            int octet = in.peek(i);
            if (octet != 0 && (octet < ' ' || octet > '~')) {
                return false;
            }
        }
        return true;
    }

    /** Objects: id u8, length u8, text. Tells those that are whole. */
    static void objects(Cursor in, int count, Subject device, Sink out) {
        for (int i = 0; i < count && in.left() > 0; i++) {
            int id = in.u8();
            int length = in.u8();
            if (!in.ok() || length > in.left()) {
                in.fail();
                return;
            }
            object(id, out.text(in, length), device, out);
        }
    }

    /** Table 1 of section 6.21; what is above 6 is reserved, or the maker's own. */
    private static void object(int id, String value, Subject device, Sink out) {
        switch (id) {
            case 0 -> out.identity(device, Attribute.VENDOR, value, IDENTIFICATION, 5);
            case 1 -> out.identity(device, Attribute.ORDER_NUMBER, value, IDENTIFICATION, 5);
            case 2 -> out.identity(device, Attribute.FIRMWARE, value, IDENTIFICATION, 5);
            case 3 -> out.identity(device, Attribute.DESCRIPTION, value, IDENTIFICATION, 3);
            case 4 -> out.identity(device, Attribute.MODEL, value, IDENTIFICATION, 4);
            case 5 -> out.identity(device, Attribute.MODEL, value, IDENTIFICATION, 5);
            case 6 -> out.identity(device, Attribute.PROJECT, value, IDENTIFICATION, 5);
            default -> {}
        }
    }
}
