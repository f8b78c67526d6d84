// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Sink;

/** Answers of the object resolver (MS-DCOM 3.1.2.5.1): a computer tells its name and all of its addresses unasked. */
final class ObjectResolver implements StubReader {

    private static final int SERVER_ALIVE2 = 5;
    private static final String SOURCE = "ServerAlive2";
    /** String bindings at most. */
    private static final int MOST = 32;

    @Override
    public void request(Call call, Ndr in, Sink out) {}

    /**
     * Version 4 | pointer | most | entries 2 | security offset 2 | string bindings: {@code tower 2 | UTF-16 up to 0},
     * up to an empty one.
     */
    @Override
    public void response(Call call, Ndr in, Sink out) {
        if (call.operation != SERVER_ALIVE2) {
            return;
        }
        in.u32();
        if (!in.pointer()) {
            return;
        }
        in.size();
        in.u16();
        in.u16();
        Cursor raw = in.raw();
        for (int i = 0; i < MOST && raw.left() > 2; i++) {
            int tower = raw.u16le();
            if (tower == 0) {
                return;
            }
            String name = binding(raw, in.wording(), out);
            if (raw.ok()) {
                out.identity(out.sender(), isAddress(name) ? Attribute.IP : Attribute.NAME, name, SOURCE, 5);
            }
        }
    }

    private static String binding(Cursor raw, Wording wording, Sink out) {
        for (int unit = raw.u16le(); unit != 0; unit = raw.u16le()) {
            wording.add((char) unit);
        }
        return wording.text(out);
    }

    private static boolean isAddress(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ':') {
                return true;
            }
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
