// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Target;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * Reads what a Modbus server answers. The answer to a read holds values and not whose they are: that is taken from the
 * request, so an answer whose request was not seen tells what was done and no values.
 */
final class ModbusAnswer {

    /** A refusal that is none: the work goes on, and its outcome is to be asked for. */
    private static final int ACKNOWLEDGE = 5;

    private static final String[] REASONS = {
        "",
        "illegal_function",
        "illegal_data_address",
        "illegal_data_value",
        "server_device_failure",
        "acknowledge",
        "server_device_busy",
        "negative_acknowledge",
        "memory_parity_error",
        "",
        "gateway_path_unavailable",
        "gateway_target_failed_to_respond"
    };

    private static final Target UNKNOWN = Target.NONE;

    private final MovedRecords moved = new MovedRecords();
    private @Nullable Operation request;
    private long asked;
    private long note;

    /** Name of an exception code (Modbus Application Protocol V1.1b3, section 7); "" where it has none. */
    static String reason(int code) {
        return code >= 0 && code < REASONS.length ? REASONS[code] : "";
    }

    /** Tells the answer; {@code pending} was just asked for its request. */
    void read(ModbusMessage m, Pending pending, Sink out) {
        request = pending.request();
        asked = pending.time();
        note = pending.note();
        ModbusFunction function = m.function();
        Service service = function == null ? ModbusFunction.unlisted(m.code) : function;
        if (m.refuses) {
            refusal(request == null ? service : request.service(), m, out);
        } else if (function == null) {
            if (request == null && !ModbusFunction.isForUsers(m.code)) {
                out.violation("unknown_function", m.code);
            }
            begin(service, m, out).tell();
        } else {
            read(function, m, out);
        }
    }

    private void read(ModbusFunction function, ModbusMessage m, Sink out) {
        switch (function.answer()) {
            case DATA -> data(function, m, out);
            case VALUE -> value(function, m, out);
            case RANGE -> range(function, m, out);
            case MASK -> mask(function, m, out);
            case IDENTITY -> identity(function, m, out);
            case RECORDS -> records(function, m, out);
            case DIAGNOSTIC -> diagnostic(function, m, out);
            case ENCAPSULATED -> encapsulated(function, m, out);
            case OCTET -> fixed(1, function, m, out);
            case COUNTER -> fixed(4, function, m, out);
            case LOG -> fixed(1 + Math.max(0, m.data.peek(0)), function, m, out);
            case QUEUE -> fixed(2 + Math.max(2, m.data.peek16(0)), function, m, out);
            case NOTHING, ADDRESS, BLOCK, EXCHANGE, UMAS, OPEN ->
                begin(function, m, out).tell();
        }
    }

    private void refusal(Service service, ModbusMessage m, Sink out) {
        int code = m.data.u8();
        if (m.isCut(out)) {
            return;
        }
        String reason = reason(code);
        begin(service, m, out);
        if (code == ACKNOWLEDGE) {
            out.qualifier(reason);
        } else {
            out.refused(code, reason);
        }
        out.tell();
        if (reason.isEmpty()) {
            out.violation("unknown_exception", code);
        }
        m.end(out);
    }

    /** Values that were read. */
    private void data(ModbusFunction function, ModbusMessage m, Sink out) {
        int octets = m.data.u8();
        if (octets > m.data.left()) {
            m.data.fail();
        }
        if (m.isCut(out)) {
            return;
        }
        begin(function, m, out).tell();
        long first = target().first();
        long count = target().count();
        if (function == ModbusFunction.READ_WRITE_MULTIPLE_REGISTERS) {
            first = note >>> 16;
            count = note & 0xffff;
            begin(ModbusSubfunction.READ_WHILE_WRITING, m, out);
            (request == null ? out.space(function.objects()) : out.range(function.objects(), first, count)).tell();
        }
        values(function, first, count, octets, m, out);
    }

    private void values(ModbusFunction function, long first, long count, int octets, ModbusMessage m, Sink out) {
        boolean bits = function.ofBits();
        int behind = m.data.read() + octets;
        if (request == null) {
            if (!bits && (octets & 1) != 0) {
                out.violation("byte_count_mismatch", octets);
            }
        } else if (octets != ModbusPoints.octets(bits, count)) {
            out.violation("byte_count_mismatch", octets);
        } else {
            ModbusPoints.tell(m.data, bits, function.objects(), first, count, out.server(m.unit()), Origin.READ, out);
        }
        m.data.seek(behind);
        m.end(out);
    }

    /** Repeats what was written; told as a value where the request was not seen. */
    private void value(ModbusFunction function, ModbusMessage m, Sink out) {
        int index = m.data.u16();
        int value = m.data.u16();
        if (m.isCut(out)) {
            return;
        }
        boolean bit = function.ofBits();
        begin(function, m, out).object(function.objects(), index).tell();
        if (request == null) {
            ModbusPoints.tellOne(value, bit, function.objects(), index, out.server(m.unit()), Origin.WRITE, out);
        } else if (index != target().first() || value != note) {
            out.violation("echo_mismatch", index);
        }
        m.end(out);
    }

    private void range(ModbusFunction function, ModbusMessage m, Sink out) {
        int first = m.data.u16();
        int count = m.data.u16();
        if (m.isCut(out)) {
            return;
        }
        begin(function, m, out).range(function.objects(), first, count).tell();
        if (request != null && (first != target().first() || count != target().count())) {
            out.violation("echo_mismatch", first);
        }
        m.end(out);
    }

    private void mask(ModbusFunction function, ModbusMessage m, Sink out) {
        int index = m.data.u16();
        long masks = m.data.u32();
        if (m.isCut(out)) {
            return;
        }
        begin(function, m, out).object(function.objects(), index).tell();
        if (request != null && (index != target().first() || masks != note)) {
            out.violation("echo_mismatch", index);
        }
        m.end(out);
    }

    private void identity(ModbusFunction function, ModbusMessage m, Sink out) {
        int octets = m.data.u8();
        if (octets != m.data.left()) {
            m.data.fail();
        }
        if (m.isCut(out)) {
            return;
        }
        begin(function, m, out).tell();
        ModbusIdentity.serverId(m.data, out.server(m.unit()), out);
    }

    private void records(ModbusFunction function, ModbusMessage m, Sink out) {
        Cursor in = m.data;
        int octets = in.u8();
        if (octets != in.left()) {
            in.fail();
        }
        if (m.isCut(out)) {
            return;
        }
        if (function == ModbusFunction.READ_FILE_RECORD) {
            begin(function, m, out).tell();
            ModbusFiles.read(request, in, out.server(m.unit()), moved, out);
            return;
        }
        boolean whole = ModbusFiles.areWhole(in, true, out);
        while (whole && in.left() > 0) {
            ModbusFiles.written(in, m.unit(), request == null ? -1 : asked, out.server(m.unit()), moved, out);
        }
    }

    private void diagnostic(ModbusFunction function, ModbusMessage m, Sink out) {
        int number = m.data.u16();
        ModbusSubfunction sub = ModbusSubfunction.of(m.code, number);
        m.data.skip(sub == ModbusSubfunction.RETURN_QUERY_DATA ? m.data.left() : 2);
        if (m.isCut(out)) {
            return;
        }
        if (sub == null) {
            out.violation("unknown_diagnostic", number);
        }
        begin(sub == null ? function : sub, m, out).tell();
        m.end(out);
    }

    /** Type u8, category u8, conformity u8, more follow u8, next object u8, objects u8, objects. */
    private void encapsulated(ModbusFunction function, ModbusMessage m, Sink out) {
        int type = m.data.u8();
        if (type != ModbusFunction.DEVICE_IDENTIFICATION) {
            if (!m.isCut(out)) {
                ModbusSubfunction sub = ModbusSubfunction.of(m.code, type);
                begin(sub == null ? function : sub, m, out).tell();
            }
            return;
        }
        m.data.skip(4);
        int objects = m.data.u8();
        if (m.isCut(out)) {
            return;
        }
        begin(ModbusSubfunction.READ_DEVICE_IDENTIFICATION, m, out).tell();
        ModbusIdentity.objects(m.data, objects, out.server(m.unit()), out);
        if (!m.isCut(out)) {
            m.end(out);
        }
    }

    /** An answer of so many octets that only its client needs. */
    private void fixed(int octets, ModbusFunction function, ModbusMessage m, Sink out) {
        m.data.skip(octets);
        if (m.isCut(out)) {
            return;
        }
        begin(function, m, out).tell();
        m.end(out);
    }

    /** Begins with what the request was about, as far as that is known. */
    private Sink begin(Service service, ModbusMessage m, Sink out) {
        out.response(service).unit(m.unit());
        Operation before = request;
        if (before != null) {
            return out.like(before).since(asked);
        }
        return service instanceof ModbusFunction function ? out.space(function.objects()) : out;
    }

    private Target target() {
        Operation before = request;
        return before == null ? UNKNOWN : before.target();
    }
}
