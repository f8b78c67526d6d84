// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import weir.model.Operation;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * Reads what a Modbus client asks for. A value that is written is told here, where it stands; the answers to writes
 * repeat it at most.
 */
final class ModbusRequest {

    /** Objects of a kind are numbered with 16 bits. */
    private static final int OBJECTS = 1 << 16;

    /** Data of sub-function 1 of the diagnostics: the event log is cleared too. */
    private static final int CLEAR_LOG = 0xff00;

    private static final String[] CATEGORIES = {"", "basic", "regular", "extended", "individual"};

    /** Tells the request and remembers it; no request is told of which a part is missing. */
    void read(ModbusMessage m, Pending pending, Sink out) {
        if (m.refuses) {
            out.violation("refusal_from_client", m.code);
            return;
        }
        ModbusFunction function = m.function();
        if (function == null) {
            if (!ModbusFunction.isForUsers(m.code)) {
                out.violation("unknown_function", m.code);
            }
            whole(ModbusFunction.unlisted(m.code), m, pending, out);
            return;
        }
        switch (function.request()) {
            case RANGE -> range(function, m, pending, out);
            case VALUE -> value(function, m, pending, out);
            case BLOCK -> block(function, m, pending, out);
            case EXCHANGE -> exchange(function, m, pending, out);
            case MASK -> mask(function, m, pending, out);
            case ADDRESS -> address(function, m, pending, out);
            case RECORDS -> records(function, m, pending, out);
            case DIAGNOSTIC -> diagnostic(function, m, pending, out);
            case ENCAPSULATED -> encapsulated(function, m, pending, out);
            case NOTHING -> {
                begin(function, m, out);
                ask(0, m, pending, out);
                m.end(out);
            }
            case OCTET, COUNTER, DATA, QUEUE, LOG, IDENTITY, UMAS, OPEN -> whole(function, m, pending, out);
        }
    }

    /** A request whose data its maker alone can read. */
    private static void whole(Service service, ModbusMessage m, Pending pending, Sink out) {
        begin(service, m, out);
        ask(0, m, pending, out);
    }

    private static void range(ModbusFunction function, ModbusMessage m, Pending pending, Sink out) {
        int first = m.data.u16();
        int count = m.data.u16();
        if (m.isCut(out)) {
            return;
        }
        begin(function, m, out).range(function.objects(), first, count);
        ask(0, m, pending, out);
        check(first, count, function.most(), out);
        m.end(out);
    }

    private static void value(ModbusFunction function, ModbusMessage m, Pending pending, Sink out) {
        int index = m.data.u16();
        int value = m.data.u16();
        if (m.isCut(out)) {
            return;
        }
        boolean bit = function.ofBits();
        begin(function, m, out).object(function.objects(), index);
        ask(value, m, pending, out);
        if (bit && value != 0 && value != ModbusPoints.ON) {
            out.violation("bad_value", value);
        } else {
            ModbusPoints.tellOne(value, bit, function.objects(), index, out.server(m.unit()), Origin.WRITE, out);
        }
        m.end(out);
    }

    private static void block(ModbusFunction function, ModbusMessage m, Pending pending, Sink out) {
        int first = m.data.u16();
        int count = m.data.u16();
        int octets = m.data.u8();
        if (octets > m.data.left()) {
            m.data.fail();
        }
        if (m.isCut(out)) {
            return;
        }
        begin(function, m, out).range(function.objects(), first, count);
        ask(0, m, pending, out);
        check(first, count, function.most(), out);
        written(function, first, count, octets, m, out);
    }

    /** The values that a request writes, to its end. */
    private static void written(ModbusFunction function, int first, int count, int octets, ModbusMessage m, Sink out) {
        boolean bits = function.ofBits();
        if (octets != ModbusPoints.octets(bits, count)) {
            out.violation("byte_count_mismatch", octets);
            return;
        }
        int behind = m.data.read() + octets;
        ModbusPoints.tell(m.data, bits, function.objects(), first, count, out.server(m.unit()), Origin.WRITE, out);
        m.data.seek(behind);
        m.end(out);
    }

    /** Two operations in one message: what it reads and what it writes; the write is remembered, the read noted. */
    private static void exchange(ModbusFunction function, ModbusMessage m, Pending pending, Sink out) {
        int readFirst = m.data.u16();
        int readCount = m.data.u16();
        int first = m.data.u16();
        int count = m.data.u16();
        int octets = m.data.u8();
        if (octets > m.data.left()) {
            m.data.fail();
        }
        if (m.isCut(out)) {
            return;
        }
        begin(ModbusSubfunction.READ_WHILE_WRITING, m, out)
                .range(function.objects(), readFirst, readCount)
                .tell();
        begin(function, m, out).range(function.objects(), first, count);
        ask((long) readFirst << 16 | readCount, m, pending, out);
        check(readFirst, readCount, ModbusFunction.READ_HOLDING_REGISTERS.most(), out);
        check(first, count, function.most(), out);
        written(function, first, count, octets, m, out);
    }

    private static void mask(ModbusFunction function, ModbusMessage m, Pending pending, Sink out) {
        int index = m.data.u16();
        long masks = m.data.u32();
        if (m.isCut(out)) {
            return;
        }
        begin(function, m, out).object(function.objects(), index);
        ask(masks, m, pending, out);
        m.end(out);
    }

    private static void address(ModbusFunction function, ModbusMessage m, Pending pending, Sink out) {
        int index = m.data.u16();
        if (m.isCut(out)) {
            return;
        }
        begin(function, m, out).object(function.objects(), index);
        ask(0, m, pending, out);
        m.end(out);
    }

    private static void records(ModbusFunction function, ModbusMessage m, Pending pending, Sink out) {
        Cursor in = m.data;
        int octets = in.u8();
        if (octets > in.left()) {
            in.fail();
        }
        if (m.isCut(out)) {
            return;
        }
        if (octets != in.left()) {
            out.violation("length_mismatch", in.left());
            return;
        }
        if (octets == 0 || !ModbusFiles.areWhole(in, function == ModbusFunction.WRITE_FILE_RECORD, out)) {
            return;
        }
        Operation first = ModbusFiles.request(in, function, m.unit(), out);
        pending.ask(m.key(), first, out.time(), 0);
        while (in.left() > 0) {
            ModbusFiles.request(in, function, m.unit(), out);
        }
    }

    private static void diagnostic(ModbusFunction function, ModbusMessage m, Pending pending, Sink out) {
        int number = m.data.u16();
        int value = m.data.peek16(0);
        if (value < 0) {
            m.data.fail();
        }
        if (m.isCut(out)) {
            return;
        }
        ModbusSubfunction sub = ModbusSubfunction.of(m.code, number);
        if (sub == null) {
            out.violation("unknown_diagnostic", number);
        }
        begin(sub == null ? function : sub, m, out);
        if (sub == ModbusSubfunction.RESTART_COMMUNICATIONS && value == CLEAR_LOG) {
            out.qualifier("clear_log");
        }
        ask(0, m, pending, out);
        if (sub != ModbusSubfunction.RETURN_QUERY_DATA) {
            m.data.skip(2);
            m.end(out);
        }
    }

    private static void encapsulated(ModbusFunction function, ModbusMessage m, Pending pending, Sink out) {
        int type = m.data.u8();
        if (type != ModbusFunction.DEVICE_IDENTIFICATION) {
            if (m.isCut(out)) {
                return;
            }
            ModbusSubfunction sub = ModbusSubfunction.of(m.code, type);
            if (sub == null) {
                out.violation("unknown_encapsulated_interface", type);
            }
            whole(sub == null ? function : sub, m, pending, out);
            return;
        }
        int category = m.data.u8();
        int object = m.data.u8();
        if (m.isCut(out)) {
            return;
        }
        begin(ModbusSubfunction.READ_DEVICE_IDENTIFICATION, m, out)
                .object("identification_object", object)
                .qualifier(category < CATEGORIES.length ? CATEGORIES[category] : "");
        ask(0, m, pending, out);
        if (category == 0 || category >= CATEGORIES.length) {
            out.violation("bad_value", category);
        }
        m.end(out);
    }

    private static Sink begin(Service service, ModbusMessage m, Sink out) {
        out.request(service).unit(m.unit());
        if (m.mayBeBroadcast()
                && service.verb() != Verb.PROGRAM
                && service.verb().risk() >= Verb.WRITE.risk()) {
            out.qualifier("unit_0"); // the device itself, or at a gateway all that are behind it
        }
        return out;
    }

    private static void ask(long note, ModbusMessage m, Pending pending, Sink out) {
        pending.ask(m.key(), out.tell(), out.time(), note);
    }

    private static void check(int first, int count, int most, Sink out) {
        if (count == 0 || count > most) {
            out.violation("bad_quantity", count);
        } else if (first + count > OBJECTS) {
            out.violation("bad_address", first + count);
        }
    }
}
