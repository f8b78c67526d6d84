// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * Reads requests, whatever they travel in. CIP volume 1, 2-4.1:
 *
 * <pre>
 * service u8 (bit 7 clear) | path length u8 in words | path | data
 * </pre>
 *
 * A service that only carries others (unconnected send, multiple service packet) is told by what it carries.
 */
final class Requests {

    static final int GET_ATTRIBUTES_ALL = 0x01;
    static final int GET_ATTRIBUTE_LIST = 0x03;
    static final int SET_ATTRIBUTE_LIST = 0x04;
    static final int MULTIPLE_SERVICE_PACKET = 0x0a;
    static final int GET_ATTRIBUTE_SINGLE = 0x0e;
    static final int SET_ATTRIBUTE_SINGLE = 0x10;
    static final int EXECUTE_PCCC = 0x4b;

    /** Messages carried in one another; deeper ones are not read. */
    static final int DEEPEST = 4;

    private static final Numbered ATTRIBUTE = new Numbered("attribute ");

    private final @Nullable Level[] levels = new @Nullable Level[DEEPEST];
    private final Exchanges exchanges;
    private final ConnectionManager manager;
    private final Tags tags;
    private final Pccc pccc;
    private final ProgramTransfers transfers;

    Requests(Exchanges exchanges, ConnectionManager manager, Tags tags, Pccc pccc, ProgramTransfers transfers) {
        this.exchanges = exchanges;
        this.manager = manager;
        this.tags = tags;
        this.pccc = pccc;
        this.transfers = transfers;
    }

    /** What is needed to read a message within others, and made when there is the first such. */
    private static final class Level {
        private final Path path = new Path();
        private final Cursor pathBytes = new Cursor();
        private final Cursor part = new Cursor();
    }

    private Level level(int depth) {
        Level level = levels[depth];
        if (level == null) {
            level = new Level();
            levels[depth] = level;
        }
        return level;
    }

    /** Reads one request into {@code asked}, whose unit says where it goes; tells it. */
    void read(Cursor in, Exchange asked, int depth, Sink out) {
        out.speaking("cip");
        if (depth == DEEPEST) {
            out.violation("nested_too_deep", depth);
            return;
        }
        Level level = level(depth);
        int service = in.u8();
        Cursor bytes = in.slice(2 * in.u8(), level.pathBytes);
        if (!in.ok()) {
            out.violation("truncated", in.read());
            return;
        }
        asked.keepPath(bytes, out);
        Path path = level.path;
        if (!path.read(bytes, out)) {
            out.violation("malformed_path", bytes.read());
            return;
        }
        out.factHex("cip", "rr", 0, 2);
        out.factHex("cip", "sc", service, 2);
        asked.wants(service, path);
        if (path.classId() == ObjectClasses.CONNECTION_MANAGER) {
            out.factHex("cip", "rr", 0, 2);
            managed(in, asked, path, depth, out);
        } else if (service == MULTIPLE_SERVICE_PACKET) {
            several(in, asked, depth, out);
        } else if (service == EXECUTE_PCCC && path.classId() == ObjectClasses.PCCC) {
            pccc.request(in, asked, out);
        } else if (tags.concern(service, path)) {
            tags.request(in, asked, path, out);
        } else {
            plain(in, asked, path, out);
        }
    }

    private void managed(Cursor in, Exchange asked, Path path, int depth, Sink out) {
        switch (asked.service) {
            case ConnectionManager.UNCONNECTED_SEND -> {
                Cursor part = level(depth).part;
                if (manager.unwrap(in, part, asked, out)) {
                    read(part, asked, depth + 1, out);
                }
            }
            case ConnectionManager.FORWARD_OPEN, ConnectionManager.LARGE_FORWARD_OPEN ->
                manager.openRequest(in, asked, out);
            case ConnectionManager.FORWARD_CLOSE -> manager.closeRequest(in, asked, out);
            default -> plain(in, asked, path, out);
        }
    }

    /**
     * CIP volume 1, appendix: a count, the offset of each packet from that count, the packets.
     */
    private void several(Cursor in, Exchange asked, int depth, Sink out) {
        int base = in.read();
        int count = in.u16le();
        if (!in.ok() || count == 0 || 2 * count > in.left()) {
            out.violation("truncated", in.read());
            return;
        }
        if (!exchanges.carries(asked, count)) {
            out.violation("too_many_services", count);
            return;
        }
        int end = in.left() + 2;
        for (int i = 0; i < count; i++) {
            in.seek(base + 2 + 2 * i);
            int from = in.u16le();
            int to = i + 1 < count ? in.peek16le(0) : end;
            if (from < 2 + 2 * count || to <= from || to > end) {
                out.violation("bad_offset", from);
                return;
            }
            in.seek(base + from);
            Exchange part = exchanges.part(asked, i);
            if (part != null) {
                read(in.slice(to - from, level(depth).part), part, depth + 1, out);
            }
        }
    }

    private void plain(Cursor in, Exchange asked, Path path, Sink out) {
        Service service = ObjectClasses.service(path.classId(), asked.service);
        if (path.classId() == ObjectClasses.MEMORY && ProgramTransfers.movesMemory(asked.service)) {
            // address and size, then what is written
            long address = in.u32le();
            asked.offset = in.u16le();
            if (!in.ok()) {
                out.violation("truncated", in.read());
                return;
            }
            out.request(service).range("memory", address, asked.offset);
        } else {
            out.request(service)
                    .range(path.space(out), path.instance(), path.instance() < 0 ? 0 : 1)
                    .symbol(path.symbol())
                    .qualifier(qualifier(in, asked));
        }
        asked.operation = out.unit(asked.unit).tell();
        if (path.classId() == ObjectClasses.MEMORY) {
            transfers.sent(in, asked, out);
        }
    }

    /** Which attribute, where it is one. */
    private static String qualifier(Cursor in, Exchange asked) {
        return switch (asked.service) {
            case GET_ATTRIBUTE_SINGLE, SET_ATTRIBUTE_SINGLE -> asked.attribute < 0 ? "" : ATTRIBUTE.of(asked.attribute);
            case GET_ATTRIBUTE_LIST, SET_ATTRIBUTE_LIST ->
                in.peek16le(0) == 1 && in.peek16le(2) >= 0 ? ATTRIBUTE.of(in.peek16le(2)) : "";
            default -> "";
        };
    }
}
