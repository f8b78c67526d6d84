// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Reads answers. CIP volume 1, 2-4.2:
 *
 * <pre>
 * service u8 (bit 7 set) | 0 | status u8 | additional status length u8 in words | additional status | data
 * </pre>
 */
final class Answers {

    private static final int SERVICE = 0x7f;

    private final Cursor[] parts = new Cursor[Requests.DEEPEST];
    private final Path path = new Path();
    private final Exchanges exchanges;
    private final Cursor paths = new Cursor();
    private final ConnectionManager manager;
    private final Tags tags;
    private final Pccc pccc;
    private final DeviceObjects objects = new DeviceObjects();
    private final ProgramTransfers transfers;

    Answers(Exchanges exchanges, ConnectionManager manager, Tags tags, Pccc pccc, ProgramTransfers transfers) {
        this.exchanges = exchanges;
        this.manager = manager;
        this.tags = tags;
        this.pccc = pccc;
        this.transfers = transfers;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new Cursor();
        }
    }

    /**
     * Reads one answer and tells it.
     *
     * @param asked the request; null when it was not seen
     * @param unit who answers, where the request was not seen
     */
    void read(Cursor in, @Nullable Exchange asked, String unit, int depth, Sink out) {
        out.speaking("cip");
        if (depth == Requests.DEEPEST) {
            out.violation("nested_too_deep", depth);
            return;
        }
        int service = in.u8() & SERVICE;
        in.skip(1);
        int status = in.u8();
        int words = in.u8();
        int extended = words > 0 ? in.peek16le(0) : -1;
        in.skip(2 * words);
        if (!in.ok()) {
            out.violation("truncated", in.read());
            return;
        }
        count(service, status, asked, out);
        boolean several = service == Requests.MULTIPLE_SERVICE_PACKET
                && (asked == null || asked.service == service)
                && (status == Statuses.SUCCESS || status == Statuses.EMBEDDED_SERVICE_ERROR);
        if (several && in.left() > 2) {
            several(in, asked, unit, depth, out);
        } else if (asked == null || asked.isEmpty()) {
            outcome(service, status, extended, out);
            out.unit(unit).tell();
        } else {
            answered(in, asked, status, extended, out);
        }
    }

    private void count(int service, int status, @Nullable Exchange asked, Sink out) {
        if (!out.counting()) {
            return;
        }
        out.factHex("cip", "rr", 1, 2);
        out.factHex("cip", "sc", service, 2);
        out.factHex("cip", "genstat", status, 2);
        if (asked != null) {
            asked.countPaths(path, paths, out);
            boolean byManager = asked.wrapped
                    ? service == ConnectionManager.UNCONNECTED_SEND
                    : asked.classId == ObjectClasses.CONNECTION_MANAGER;
            if (byManager) {
                out.factHex("cip", "rr", 1, 2);
            }
        }
    }

    private static void outcome(int service, int status, int extended, Sink out) {
        out.response(ObjectClasses.service(ObjectClasses.UNKNOWN, service));
        if (!Statuses.isDone(status)) {
            out.refused(status, Statuses.label(status, extended));
        }
    }

    private void several(Cursor in, @Nullable Exchange asked, String unit, int depth, Sink out) {
        int base = in.read();
        int count = in.u16le();
        int end = in.left() + 2;
        if (2 * count > in.left()) {
            out.violation("truncated", count);
            return;
        }
        for (int i = 0; i < count; i++) {
            in.seek(base + 2 + 2 * i);
            int from = in.u16le();
            int to = i + 1 < count ? in.peek16le(0) : end;
            if (from < 2 + 2 * count || to <= from || to > end) {
                out.speaking("cip").violation("bad_offset", from);
                return;
            }
            in.seek(base + from);
            Exchange part = asked == null ? null : exchanges.part(asked, i);
            read(in.slice(to - from, parts[depth]), part, unit, depth + 1, out);
        }
    }

    /** A request that was seen is answered; one that carried several and was refused, for all of them. */
    private void answered(Cursor in, Exchange asked, int status, int extended, Sink out) {
        Operation operation = asked.operation;
        if (operation == null) {
            for (int i = 0; i < asked.parts; i++) {
                Exchange part = exchanges.part(asked, i);
                if (part != null && part.operation != null) {
                    tell(part.operation, asked.asked, status, extended, out);
                }
            }
            return;
        }
        boolean done = Statuses.isDone(status);
        if (done && asked.service == Requests.EXECUTE_PCCC && asked.classId == ObjectClasses.PCCC) {
            pccc.answer(in, asked, operation, out);
            return;
        }
        tell(operation, asked.asked, status, extended, out);
        if (done) {
            contents(in, asked, operation, status, out);
        }
    }

    private static void tell(Operation request, long when, int status, int extended, Sink out) {
        out.speaking(request.protocol())
                .response(request.service())
                .like(request)
                .qualifier(request.qualifier())
                .since(when);
        if (!Statuses.isDone(status)) {
            out.refused(status, Statuses.label(status, extended));
        }
        out.tell();
    }

    private void contents(Cursor in, Exchange asked, Operation operation, int status, Sink out) {
        switch (asked.classId) {
            case ObjectClasses.CONNECTION_MANAGER -> {
                if (asked.service == ConnectionManager.FORWARD_CLOSE) {
                    manager.closed(asked, out);
                } else if (asked.triad != 0) {
                    manager.opened(in, asked, out);
                }
            }
            case ObjectClasses.SYMBOL -> tags.answer(in, asked, operation, out);
            case ObjectClasses.MEMORY, ObjectClasses.ROUTINE, ObjectClasses.CHANGE_LOG ->
                transfers.answer(in, asked, status, out);
            default -> objects.answer(in, asked, out);
        }
    }
}
