// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.gesrtp;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;

/** One connection to a controller. */
final class Conversation implements Dialogue {

    private static final int OPENING = -1;

    /** Data that a short message holds: in a request, in an answer. */
    private static final int ASKED_AT = 48;

    private static final int ANSWERED_AT = 44;
    private static final int ANSWERED = 6;

    private static final Numbered STATUS = Numbered.hex("status_");
    private static final Numbered STATE = new Numbered("state ");
    private static final Numbered LEVEL = new Numbered("privilege level ");
    private static final String[] STATES = {
        "run", "run, outputs disabled", "stop", "stop, faulted", "halted", "suspended", "stop, outputs enabled"
    };

    private final Pending pending = new Pending(32);
    private final Cursor header = new Cursor();
    private final Cursor values = new Cursor();
    private int lastState = -1;
    private int lastLevel = -1;

    @Override
    public int frame(Cursor in, Direction way) {
        return GeSrtp.frame(in);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int type = in.peek(0);
        return type < 0 ? presumed : (type & 1) == 0 ? Direction.TO_SERVER : Direction.TO_CLIENT;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = GeSrtp.frame(in);
        if (size <= 0 || size > in.left()) {
            out.violation(size == LOST ? "not_a_message" : "truncated", in.left());
            return;
        }
        in.slice(GeSrtp.HEADER, header);
        int number = header.peek16le(2);
        switch (header.peek(0)) {
            case 0 -> pending.ask(OPENING, out.request(Services.OPEN).tell(), out.time(), 0);
            case 1 -> {
                out.response(Services.OPEN);
                if (pending.take(OPENING)) {
                    out.since(pending.time());
                }
                out.tell();
            }
            case 2 -> request(number, in, out);
            default -> answer(number, in, out);
        }
    }

    private void request(int number, Cursor text, Sink out) {
        boolean isShort = header.peek(31) == GeSrtp.SHORT;
        header.skip(isShort ? 42 : 50);
        int code = header.u8();
        Service service = Services.TABLE.service(code);
        if (Services.TABLE.of(code) == null) {
            out.violation("unknown_service", code);
        }
        int selector = header.u8();
        int first = header.u16le();
        int count = header.u16le();
        out.request(service);
        switch (code) {
            case Services.READ_SYSTEM, Services.READ_TASK, Services.WRITE_SYSTEM, Services.WRITE_TASK, 0x44 ->
                out.range(Memory.name(selector), first, count);
            case 0x23 -> out.qualifier(STATE.of(selector));
            case 0x21 -> out.qualifier(LEVEL.of(selector));
            default -> {}
        }
        pending.ask(number, out.tell(), out.time(), selector);
        header.seek(ASKED_AT);
        extra(code, selector, first, count, isShort ? header : text, out);
    }

    /** What goes with a request besides its target. */
    private static void extra(int code, int selector, int first, int count, Cursor data, Sink out) {
        Subject device = out.receiver("");
        Memory memory = Memory.of(selector);
        switch (code) {
            case Services.WRITE_SYSTEM, Services.WRITE_TASK -> {
                if (memory == null) {
                    return;
                }
                if (data.left() < memory.octets(first, count)) {
                    out.violation("length_mismatch", data.left());
                    return;
                }
                memory.tell(data, first, count, device, Origin.WRITE, out);
            }
            case 0x20, 0x21 -> out.login(device, "", out.hashed(data, Math.min(8, data.left())), Outcome.OPEN);
            case Services.PROGRAM_LOAD ->
                out.transfer(device, "program", "", Transfer.Way.INTO_DEVICE, Transfer.State.MOVING, data.left());
            default -> {}
        }
    }

    private void answer(int number, Cursor text, Sink out) {
        int kind = header.peek(31);
        Pending asked = pending.take(number) ? pending : null;
        Operation request = asked == null ? null : asked.request();
        out.response(request == null ? Services.ANSWER : request.service());
        if (asked != null && request != null) {
            out.like(request).since(asked.time());
        }
        int status = header.peek(42);
        boolean refused = kind == GeSrtp.REFUSAL;
        if (refused) {
            int code = status << 8 | header.peek(43);
            out.refused(code, STATUS.of(code));
        }
        out.tell();
        state(out);
        if (!refused && asked != null && request != null) {
            header.seek(ANSWERED_AT);
            Cursor data = kind == GeSrtp.SHORT_ANSWER ? header.slice(ANSWERED, values) : text;
            answered(request, (int) asked.note(), data, out);
        }
    }

    private static void answered(Operation request, int selector, Cursor data, Sink out) {
        Subject device = out.sender();
        switch (request.service().code()) {
            case Services.READ_SYSTEM, Services.READ_TASK -> {
                @Nullable Memory memory = Memory.of(selector);
                long first = request.target().first();
                long count = request.target().count();
                if (memory == null) {
                    return;
                }
                if (data.left() < memory.octets(first, count)) {
                    out.violation("length_mismatch", data.left());
                    return;
                }
                memory.tell(data, first, count, device, Origin.READ, out);
            }
            case Services.RETURN_TYPE -> {
                out.identity(device, Attribute.VENDOR, "GE", "return control type", 4);
                out.identity(
                        device, Attribute.NAME, out.text(data, Math.min(8, data.left())), "return control type", 3);
            }
            case Services.PROGRAM_STORE ->
                out.transfer(device, "program", "", Transfer.Way.OUT_OF_DEVICE, Transfer.State.MOVING, data.left());
            default -> {}
        }
    }

    /** Each answer ends with the privilege of who asked and the state of the controller; told when they change. */
    private void state(Sink out) {
        int level = header.peek(51);
        int state = header.peek16le(54) >> 12;
        if (state != lastState) {
            lastState = state;
            String word = state < STATES.length ? STATES[state] : STATE.of(state);
            out.identity(out.sender(), Attribute.MODE, word, "status", 5);
        }
        if (level != lastLevel) {
            lastLevel = level;
            out.identity(out.sender(), Attribute.PROTECTION, LEVEL.of(level), "status", 5);
        }
    }
}
