// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/** Many reads or writes in one command: a list of group, offset and length, u32 each. The last list is kept. */
final class Sum {

    /** As many as Beckhoff says one command should have. */
    private static final int MOST = 500;

    private static final int ITEM = 12;
    private static final long[] NONE = {};

    private final Symbols symbols;
    private long[] groups = NONE;
    private long[] offsets = NONE;
    private long[] lengths = NONE;
    private int count;
    private long asked = -1;

    Sum(Symbols symbols) {
        this.symbols = symbols;
    }

    /** Tells each item as an operation, and what is written as values; the last operation stands for all. */
    Operation ask(Service service, long items, long number, int port, Subject device, Cursor in, Sink out) {
        count = (int) Math.min(Math.min(items, MOST), in.left() / ITEM);
        asked = number;
        makeRoom();
        Operation told = out.tell();
        for (int i = 0; i < count; i++) {
            groups[i] = in.u32le();
            offsets[i] = in.u32le();
            lengths[i] = in.u32le();
        }
        boolean writes = service.code() == Group.SUM_WRITE;
        for (int i = 0; i < count; i++) {
            out.request(service).unit(device.unit());
            told = describe(groups[i], offsets[i], lengths[i], port, symbols, out)
                    .tell();
            if (writes) {
                value(i, port, device, Origin.WRITE, in, out);
            }
        }
        return told;
    }

    /** Few conversations have such commands, and of those most have short ones. */
    private void makeRoom() {
        if (groups.length < count) {
            int room = Math.min(MOST, Math.max(16, 2 * count));
            groups = new long[room];
            offsets = new long[room];
            lengths = new long[room];
        }
    }

    /** The answer to a read: the results of all u32 each, then the values of all. */
    void answer(long number, int port, Subject device, Cursor in, Sink out) {
        if (number != asked || in.left() < 4 * count) {
            return;
        }
        int results = in.read();
        in.skip(4 * count);
        for (int i = 0; i < count && in.left() > 0; i++) {
            int values = in.read();
            in.seek(results + 4 * i);
            boolean good = in.u32le() == 0;
            in.seek(values);
            if (good) {
                value(i, port, device, Origin.READ, in, out);
            } else {
                in.skip((int) Math.min(lengths[i], in.left()));
            }
        }
    }

    private void value(int i, int port, Subject device, Origin origin, Cursor in, Sink out) {
        int length = (int) Math.min(lengths[i], Integer.MAX_VALUE);
        tell(groups[i], offsets[i], length, port, symbols, device, origin, in, out);
    }

    /** Names what an operation touches by group and offset. */
    static Sink describe(long group, long offset, long length, int port, Symbols symbols, Sink out) {
        Symbols.Symbol symbol = find(group, offset, port, symbols);
        if (group == Group.VALUE_BY_HANDLE) {
            return symbol == null
                    ? out.object("symbol_handle", offset)
                    : out.space("symbol").symbol(symbol.name());
        }
        out.range(Group.objects(group, port), offset, length);
        return symbol == null ? out : out.symbol(symbol.name());
    }

    private static Symbols.@Nullable Symbol find(long group, long offset, int port, Symbols symbols) {
        return symbols.get(
                group == Group.VALUE_BY_HANDLE
                        ? Symbols.key(Symbols.Kind.HANDLE, port, offset)
                        : Symbols.key(Symbols.Kind.PLACE, port, Symbols.place(group, offset)));
    }

    /** Tells the value at a group and offset. */
    static void tell(
            long group,
            long offset,
            int length,
            int port,
            Symbols symbols,
            Subject device,
            Origin origin,
            Cursor in,
            Sink out) {
        Symbols.Symbol symbol = find(group, offset, port, symbols);
        int type = symbol == null ? 0 : symbol.type();
        String name = symbol == null ? "" : symbol.name();
        if (group == Group.VALUE_BY_HANDLE) {
            boolean named = symbol != null;
            String objects = named ? "symbol" : "symbol_handle";
            Value.tell(in, length, type, device, objects, named ? -1 : offset, name, origin, out);
        } else {
            Value.tell(in, length, type, device, Group.objects(group, port), offset, name, origin, out);
        }
    }
}
