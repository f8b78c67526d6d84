// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * Alarms between a device and its controller (IEC 61158-6-10 clauses 4.7.3 and 5.2.3):
 *
 * <pre>
 * to 2 | from 2 | version and kind 1 | flags 1 | sent 2 | acknowledged 2 | length 2 | data or acknowledgement block, or status 4
 * block: type 2 | length 2 | version 2 | alarm 2 | API 4 | slot 2 | subslot 2
 *   notification  module 4 | submodule 4 | specifier 2 | [structure 2 | diagnosis]
 *   acknowledgement  specifier 2 | status 4
 * </pre>
 */
final class Alarms {

    private static final int DATA = 1;
    private static final int NOT_ACKNOWLEDGED = 2;
    private static final int ACKNOWLEDGE = 3;
    private static final int ERROR = 4;

    private static final int DIAGNOSIS_FIRST = 0x8000;
    private static final int MULTIPLE = 0x8001;
    private static final int DIAGNOSIS_LAST = 0x8003;

    private static final String[] TYPES = {
        "reserved",
        "diagnosis",
        "process",
        "pull",
        "plug",
        "status",
        "update",
        "redundancy",
        "controlled by supervisor",
        "released",
        "plug wrong submodule",
        "return of submodule",
        "diagnosis disappears",
        "multicast mismatch",
        "port data change",
        "sync data change",
        "isochronous mode problem",
        "network component problem",
        "time data change",
        "frame packing problem"
    };

    /** Alarms that wait for their acknowledgement, by kind and place. */
    private static final int WAITING = 16;

    private final Pending pending = new Pending(WAITING);
    private final Cursor body = new Cursor();
    private @Nullable Relations relations;

    void message(RtService priority, Cursor in, Sink out) {
        int there = in.left() + 2;
        in.skip(4);
        int kind = in.u8() & 0x0f;
        in.skip(5);
        int length = in.u16();
        if (!in.ok() || length > in.left()) {
            out.violation("truncated", there);
            return;
        }
        in.slice(length, body);
        switch (kind) {
            case DATA -> block(priority, out);
            case NOT_ACKNOWLEDGED ->
                out.notice(RtService.ALARM_NOT_ACKNOWLEDGED).tell();
            case ACKNOWLEDGE -> out.notice(RtService.ALARM_ACKNOWLEDGE).tell();
            case ERROR -> {
                int status = body.i32();
                if (body.ok()) {
                    out.notice(RtService.ABORT)
                            .refused(status, PnioStatus.name(status))
                            .tell();
                }
            }
            default -> out.violation("unknown_alarm_pdu", kind);
        }
        if (!body.ok()) {
            out.violation("alarm_cut_short", length);
        }
    }

    private void block(RtService priority, Sink out) {
        boolean answer = (body.u16() & 0x8000) != 0;
        body.skip(4);
        int alarm = body.u16();
        body.skip(4);
        int slot = body.u16();
        int subslot = body.u16();
        body.skip(answer ? 2 : 10);
        int status = answer ? body.i32() : 0;
        if (!body.ok()) {
            return;
        }
        String unit = units(out).of(slot, subslot);
        String type = alarm < TYPES.length ? TYPES[alarm] : alarm == 0x1e ? "upload and retrieval" : "other alarm";
        long key = (long) alarm << 32 | (long) slot << 16 | subslot;
        if (answer) {
            out.response(priority);
            if (pending.take(key)) {
                out.since(pending.time());
            }
        } else {
            out.request(priority);
        }
        out.unit(unit).object("alarm", alarm).qualifier(type);
        if (status != 0) {
            out.refused(status, PnioStatus.name(status));
        }
        Operation told = out.tell();
        if (!answer) {
            pending.ask(key, told, out.time(), 0);
        }
        if (!answer && body.left() > 2) {
            int structure = body.u16();
            if (structure >= DIAGNOSIS_FIRST && structure <= DIAGNOSIS_LAST && structure != MULTIPLE) {
                Diagnosis.read(structure, body, unit, out);
            }
        }
    }

    private Units units(Sink out) {
        Relations known = relations;
        if (known == null) {
            known = Relations.of(out);
            relations = known;
        }
        return known.units;
    }
}
