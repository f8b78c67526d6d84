// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import weir.model.Operation;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;

/** How the MELSOFT tools look for controllers over UDP: 5a 00 00 kind, and da 00 00 kind with what was found. */
final class Search {

    private static final Service SERVICE = new Service.Unlisted("melsoft_search", 0x5a, Verb.IDENTIFY);
    private static final int ASK = 0x5a;
    private static final Numbered KIND = Numbered.hex("kind ");

    private Search() {}

    static boolean isOne(Cursor in) {
        int first = in.peek(0);
        boolean short4 = first == ASK && in.left() == 4;
        return (short4 || first == (ASK | Frame.ANSWER) && in.left() > 4) && in.peek16(1) == 0;
    }

    static void read(Cursor in, Pending pending, Sink out) {
        boolean answer = in.u8() >= Frame.ANSWER;
        in.skip(2);
        int kind = in.u8();
        if (!answer) {
            Operation told = out.request(SERVICE).qualifier(KIND.of(kind)).tell();
            pending.ask(-1 - kind, told, out.time(), 0);
            return;
        }
        out.response(SERVICE).qualifier(KIND.of(kind));
        if (pending.take(-1 - kind)) {
            out.since(pending.time());
        }
        out.tell();
    }
}
