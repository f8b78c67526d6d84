// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import weir.model.PointValue.Origin;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * What a device reports to who subscribed: length u32, number of stamps u32, each a time u64 and a number of samples
 * u32, each of these a handle u32, a length u32, data.
 */
final class Notifications {

    private final Symbols symbols;

    Notifications(Symbols symbols) {
        this.symbols = symbols;
    }

    void read(String unit, int port, Cursor in, Sink out) {
        long length = in.u32le();
        long stamps = in.u32le();
        if (!in.ok() || length > in.left() + 4L) {
            out.violation("truncated", length);
            return;
        }
        out.notice(Command.NOTIFICATION).unit(unit).tell();
        Subject device = out.sender(unit);
        for (long i = 0; i < stamps && in.left() > 0; i++) {
            in.skip(8);
            long samples = in.u32le();
            for (long j = 0; j < samples && in.left() > 0; j++) {
                sample(port, device, in, out);
            }
        }
        Conversation.isWhole(in, out);
    }

    private void sample(int port, Subject device, Cursor in, Sink out) {
        long handle = in.u32le();
        long length = in.u32le();
        if (length > in.left()) {
            in.fail();
            return;
        }
        Symbols.Symbol known = symbols.get(Symbols.key(Symbols.Kind.NOTIFICATION, port, handle));
        if (known == null) {
            Value.tell(in, (int) length, 0, device, "notification", handle, "", Origin.REPORTED, out);
            return;
        }
        long group = known.place() >>> 32;
        boolean byHandle = group == Group.VALUE_BY_HANDLE;
        String objects = byHandle ? "symbol" : Group.objects(group, port);
        long index = byHandle ? -1 : known.place() & 0xffff_ffffL;
        Value.tell(in, (int) length, known.type(), device, objects, index, known.name(), Origin.REPORTED, out);
    }
}
