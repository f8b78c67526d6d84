// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * UMAS: how Schneider Electric's engineering tools program their controllers, in function 90 of {@link Modbus}.
 *
 * <pre>
 *  +---------+----------+----------------------+
 *  | session | function | data, little-endian  |
 *  | u8      | u8       |                      |
 *  +---------+----------+----------------------+
 * </pre>
 *
 * An answer has 0xfe (done) or 0xfd (refused) in the function's place, so only its request says what it answers. The
 * session is 0 until a reservation was taken, whose answer gives it. There is no public specification; this follows
 * Apache PLC4X (protocols/umas, umas.mspec) and what controllers were seen to say.
 */
final class Umas {

    private static final int SESSION = 1;
    private static final int FUNCTION = 2;
    private static final int DONE = 0xfe;
    private static final int REFUSED = 0xfd;

    /** Requests that wait for their answers; the tools ask one at a time. */
    private static final int WAITING = 16;

    private static final Numbered BLOCK = new Numbered("block ");

    /** An answer whose request was not seen. */
    private static final Service ANSWER = new Service.Unlisted("answer", DONE, Verb.OTHER);

    private final Pending pending = new Pending(WAITING);
    private final UmasIdentity identity = new UmasIdentity();
    private final UmasVariables variables = new UmasVariables();
    private final UmasProgram program = new UmasProgram();

    /** Whether the PDU, function 90 next, has the form of a request. */
    static boolean isRequest(Cursor pdu) {
        return pdu.peek(SESSION) >= 0 && UmasFunction.of(pdu.peek(FUNCTION)) != null;
    }

    static boolean isAnswer(Cursor pdu) {
        return pdu.peek(FUNCTION) == DONE || pdu.peek(FUNCTION) == REFUSED;
    }

    void lost() {
        program.lost();
    }

    void message(ModbusMessage m, Direction way, Sink out) {
        long key = m.key();
        if (m.refuses) {
            int code = m.data.u8();
            if (!m.isCut(out)) {
                refusal(m, key, code, ModbusAnswer.reason(code), out);
            }
            return;
        }
        m.data.skip(1);
        int code = m.data.u8();
        if (m.isCut(out)) {
            return;
        }
        if (way == Direction.TO_SERVER) {
            request(code, m, key, out);
        } else if (code == DONE) {
            done(m, key, out);
        } else if (code == REFUSED) {
            refusal(m, key, m.data.left() > 0 ? m.data.u8() : REFUSED, "", out);
        } else {
            out.violation("bad_status", code);
        }
    }

    private void request(int code, ModbusMessage m, long key, Sink out) {
        UmasFunction function = UmasFunction.of(code);
        if (function == null) {
            out.violation("unknown_function", code);
            ask(out.request(UmasFunction.unlisted(code)).unit(m.unit()), key, 0);
            return;
        }
        switch (function.layout()) {
            case MEMORY -> memory(function, m, key, out);
            case VARIABLES -> readVariables(function, m, key, out);
            case VALUES -> writeVariables(function, m, key, out);
            case RESERVATION -> reservation(function, m, key, out);
            case BLOCK -> block(function, m, key, out);
            case OPEN -> ask(out.request(function).unit(m.unit()), key, m.data.peek(0));
        }
    }

    private void memory(UmasFunction function, ModbusMessage m, long key, Sink out) {
        m.data.skip(1);
        int block = m.data.u16le();
        int offset = m.data.u16le();
        m.data.skip(2);
        int octets = m.data.u16le();
        if (!m.isCut(out)) {
            ask(out.request(function).unit(m.unit()).range(BLOCK.of(block), offset, octets), key, octets);
        }
    }

    private void readVariables(UmasFunction function, ModbusMessage m, long key, Sink out) {
        variables.readRequest(key, m.data);
        if (!m.isCut(out)) {
            ask(variables.target(out.request(function).unit(m.unit())), key, 0);
        }
    }

    private void writeVariables(UmasFunction function, ModbusMessage m, long key, Sink out) {
        variables.writeRequest(m.data);
        if (!m.isCut(out)) {
            ask(variables.target(out.request(function).unit(m.unit())), key, 0);
            variables.written(m.data, out.server(m.unit()), out);
        }
    }

    private void reservation(UmasFunction function, ModbusMessage m, long key, Sink out) {
        String user = UmasIdentity.user(m.data, out);
        if (!m.isCut(out)) {
            ask(out.request(function).unit(m.unit()).symbol(user), key, 0);
            UmasIdentity.client(user, out);
        }
    }

    private void block(UmasFunction function, ModbusMessage m, long key, Sink out) {
        m.data.skip(2);
        int block = m.data.u16le();
        int octets = function == UmasFunction.UPLOAD_BLOCK ? m.data.u16le() : 0;
        if (octets > m.data.left()) {
            m.data.fail();
        }
        if (!m.isCut(out)) {
            ask(out.request(function).unit(m.unit()).object("program_block", block), key, octets);
            program.sent(m.data, octets, out);
        }
    }

    private void ask(Sink sentence, long key, long note) {
        pending.ask(key, sentence.tell(), sentence.time(), note);
    }

    private void done(ModbusMessage m, long key, Sink out) {
        Operation request = answer(m, key, out);
        if (request != null && request.service() == UmasFunction.INIT_COMM) {
            out.symbol(UmasIdentity.holder(m.data, out));
        }
        out.tell();
        if (request == null || !(request.service() instanceof UmasFunction function)) {
            return;
        }
        Subject device = out.server(m.unit());
        if (function == UmasFunction.READ_VARIABLES) {
            variables.read(key, m.data, device, out);
        } else if (function == UmasFunction.READ_MEMORY_BLOCK) {
            m.data.skip(1);
            m.data.skip(m.data.u16le());
        } else if (function == UmasFunction.TAKE_PLC_RESERVATION) {
            out.login(device, request.target().symbol(), "", Outcome.DONE);
        } else {
            identity.read(function, pending.note(), m.data, device, out);
            program.read(function, m.data, device, out);
        }
        m.isCut(out);
    }

    private void refusal(ModbusMessage m, long key, int code, String reason, Sink out) {
        Operation request = answer(m, key, out);
        Outcome outcome = out.refused(code, reason).tell().outcome();
        if (request == null) {
            return;
        }
        if (request.service() == UmasFunction.TAKE_PLC_RESERVATION) {
            out.login(out.server(m.unit()), request.target().symbol(), "", outcome);
        } else if (request.service() instanceof UmasFunction function) {
            program.refused(function, out.server(m.unit()), out);
        }
    }

    /** Begins to tell the answer to the request that has this key, which is given; null where it was not seen. */
    private @Nullable Operation answer(ModbusMessage m, long key, Sink out) {
        if (!pending.take(key)) {
            out.response(ANSWER).unit(m.unit());
            return null;
        }
        Operation request = Objects.requireNonNull(pending.request());
        out.response(request.service()).like(request).since(pending.time());
        return request;
    }
}
