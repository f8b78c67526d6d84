// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import weir.model.PointValue;
import weir.model.Reading;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Commands to outputs, one operation each (IEEE 1815 annexes A.8 and A.20).
 *
 * <pre>
 * 12:1 and 12:2  code: operation 4 bits, queue, clear, trip-close 2 bits | count u8 | on u32 | off u32 | status
 * 41:1 to 41:4   value: i32, i16, f32 or f64 | status
 * </pre>
 */
final class Controls {

    private static final int RELAY = 12;
    private static final int ANALOG = 41;
    private static final int CLEAR = 0x20;

    private static final String[] OPERATIONS = {"nul", "pulse_on", "pulse_off", "latch_on", "latch_off"};
    private static final String[] TRIP_CLOSE = {"", " close", " trip", " trip_close_reserved"};

    /** Words for each control code; those of a broadcast follow. */
    private static final String[] CODES = codes();

    private static final String[] STATUS = {
        "success",
        "timeout",
        "no_select",
        "format_error",
        "not_supported",
        "already_active",
        "hardware_error",
        "local",
        "too_many_operations",
        "not_authorized",
        "automation_inhibit",
        "processing_limited",
        "out_of_range",
        "downstream_local",
        "already_complete",
        "blocked",
        "cancelled",
        "blocked_other_master",
        "downstream_fail"
    };

    private Controls() {}

    /** Whether objects with this header are commands. */
    static boolean are(ObjectHeader header) {
        return (header.group == RELAY && header.variation <= 2) || header.group == ANALOG;
    }

    /** False where the message ends too early. */
    static boolean read(Cursor in, ObjectHeader header, Message message, Sink out) {
        ObjectType type = ObjectTypes.of(header.group, header.variation);
        int size = type == null ? 0 : type.size();
        for (long i = 0; i < header.count; i++) {
            long index = header.prefix(in);
            if (!header.indexed()) {
                index = header.indexAt(i);
            }
            if (type == null || size <= 0 || !in.ok() || in.left() < size) {
                out.violation("truncated", header.code());
                return false;
            }
            if (header.group == RELAY) {
                relay(in, index, type, message, out);
            } else {
                analog(in, index, type, message, out);
            }
        }
        return true;
    }

    private static void relay(Cursor in, long index, ObjectType type, Message message, Sink out) {
        int code = in.u8();
        int count = in.u8();
        long on = in.u32le();
        long off = in.u32le();
        int status = in.u8() & 0x7f;
        if (out.wantsRows()) {
            Dnp3Log.control(type, index, code, count, on, off, status, message, out);
        }
        int broadcast = message.broadcast ? 256 : 0;
        message.begin(RELAY, out).object(space(type), index).qualifier(CODES[broadcast + code]);
        end(status, message, out);
        if (writes(message)) {
            int state = commanded(code);
            if (state >= 0) {
                out.reading().integer(state);
                out.point(message.subject, type.kind(), index, "", "crob", PointValue.Origin.WRITE);
            }
        }
    }

    private static void analog(Cursor in, long index, ObjectType type, Message message, Sink out) {
        Reading reading = out.reading();
        switch (type.variation()) {
            case 1 -> reading.integer(in.i32le());
            case 2 -> reading.integer(in.i16le());
            case 3 -> reading.number(in.f32le());
            default -> reading.number(in.f64le());
        }
        int status = in.u8() & 0x7f;
        message.begin(ANALOG, out).object(space(type), index);
        end(status, message, out);
        if (writes(message)) {
            out.point(message.subject, type.kind(), index, "", type.valueType(), PointValue.Origin.WRITE);
        } else {
            reading.clear();
        }
    }

    private static void end(int status, Message message, Sink out) {
        if (message.reports() && status != 0) {
            out.refused(status, word(status));
            message.refused = true;
        }
        message.told(out.tell());
    }

    /** Something is changed, not only prepared or confirmed. */
    private static boolean writes(Message message) {
        Function function = message.function;
        return function != null && function.controls() && function != Function.SELECT;
    }

    /** State that a control code asks for: 1 on or closed, 0 off or open, -1 neither. */
    private static int commanded(int code) {
        int tripClose = code >>> 6;
        if (tripClose == 1 || tripClose == 2) {
            return tripClose == 1 ? 1 : 0;
        }
        return switch (code & 0x0f) {
            case 1, 3 -> 1;
            case 2, 4 -> 0;
            default -> -1;
        };
    }

    private static String space(ObjectType type) {
        return ObjectTypes.space(type.group(), type.variation());
    }

    private static String word(int status) {
        if (status < STATUS.length) {
            return STATUS[status];
        }
        return status == 126 ? "non_participating" : "undefined";
    }

    private static String[] codes() {
        String[] words = new String[512];
        for (int code = 0; code < 256; code++) {
            int operation = code & 0x0f;
            String word = operation < OPERATIONS.length ? OPERATIONS[operation] : "operation_" + operation;
            words[code] = word + TRIP_CLOSE[code >>> 6] + ((code & CLEAR) != 0 ? " clear" : "");
            words[256 + code] = words[code] + " " + LinkAddress.BROADCAST;
        }
        return words;
    }
}
