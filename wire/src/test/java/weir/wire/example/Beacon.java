// SPDX-License-Identifier: Apache-2.0
package weir.wire.example;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * Beacon, a protocol that nobody speaks: reads and writes the registers of units behind a gateway.
 *
 * <pre>
 *  0         2         4          6      7          8
 *  +---------+---------+----------+------+----------+------------------------------------+
 *  | magic   | length  | sequence | unit | function | read request: first, count         |
 *  | "BC"    | of all  |          |      | or with  | write request: register, value     |
 *  |         |         |          |      | 0x80 set | answer: status octet, values read  |
 *  +---------+---------+----------+------+----------+------------------------------------+
 * </pre>
 *
 * All numbers are big-endian, registers have 16 bits. An answer has 0x80 set in its function and repeats sequence, unit
 * and function of its request. A status other than 0 is a refusal.
 */
public final class Beacon implements Protocol {

    private static final int MAGIC = 0x4243;
    private static final int ANSWER = 0x80;
    private static final int FUNCTION = 7;
    private static final int HEADER = 8;

    /** A header, a status, and as many registers as one message may hold. */
    private static final int LONGEST = HEADER + 1 + 2 * 125;

    enum Function implements Service {
        READ_REGISTERS(1, Verb.READ),
        WRITE_REGISTER(2, Verb.WRITE);

        private final int code;
        private final Verb verb;

        Function(int code, Verb verb) {
            this.code = code;
            this.verb = verb;
        }

        static @Nullable Function of(int code) {
            return switch (code) {
                case 1 -> READ_REGISTERS;
                case 2 -> WRITE_REGISTER;
                default -> null;
            };
        }

        @Override
        public int code() {
            return code;
        }

        @Override
        public Verb verb() {
            return verb;
        }
    }

    @Override
    public String name() {
        return "beacon";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.tcp(4243));
    }

    /** Sure where magic, length and function agree: then the port does not matter. */
    @Override
    public Likeness probe(Cursor in, Transport over) {
        int size = size(in);
        if (size == Dialogue.LOST) {
            return Likeness.NO;
        }
        int code = in.peek(FUNCTION);
        if (size == Dialogue.MORE || code < 0) {
            return Likeness.MORE;
        }
        return Function.of(code & ~ANSWER) == null ? Likeness.NO : Likeness.SURE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    /** Octets of the message that begins here; known as soon as its length is there. */
    private static int size(Cursor in) {
        int magic = in.peek16(0);
        int length = in.peek16(2);
        if (magic < 0) {
            return in.left() == 0 || in.peek(0) == MAGIC >> 8 ? Dialogue.MORE : Dialogue.LOST;
        }
        if (magic != MAGIC || length >= 0 && (length <= HEADER || length > LONGEST)) {
            return Dialogue.LOST;
        }
        return length < 0 ? Dialogue.MORE : length;
    }

    private static final class Conversation implements Dialogue {

        private static final Numbered UNIT = new Numbered("unit ");
        private static final String REGISTER = "register";

        /** Requests that wait for their answers; more at once than any client sends. */
        private static final int WAITING = 16;

        private final Pending pending = new Pending(WAITING);

        @Override
        public int frame(Cursor in, Direction way) {
            return size(in);
        }

        /** The function tells which way a message goes, whoever opened the connection. */
        @Override
        public Direction direction(Cursor in, Direction presumed) {
            int code = in.peek(FUNCTION);
            if (code < 0) {
                return presumed;
            }
            return code >= ANSWER ? Direction.TO_CLIENT : Direction.TO_SERVER;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            in.skip(4);
            int sequence = in.u16();
            int number = in.u8();
            int code = in.u8();
            if (!in.ok()) {
                out.violation("truncated", in.read());
                return;
            }
            out.fact("beacon", "function", code);
            Function function = Function.of(code & ~ANSWER);
            if (function == null) {
                out.violation("unknown_function", code);
                return;
            }
            String unit = UNIT.of(number);
            long key = (long) number << 24 | (long) function.code() << 16 | sequence;
            if (code >= ANSWER) {
                answer(in, function, unit, key, out);
            } else {
                request(in, function, unit, key, out);
            }
        }

        private void request(Cursor in, Function function, String unit, long key, Sink out) {
            int register = in.u16();
            int countOrValue = in.u16();
            if (!in.ok()) {
                out.violation("truncated", function.code());
                return;
            }
            int count = function == Function.READ_REGISTERS ? countOrValue : 1;
            Operation told = out.request(function)
                    .unit(unit)
                    .range(REGISTER, register, count)
                    .tell();
            pending.ask(key, told, out.time(), 0);
            if (function == Function.WRITE_REGISTER) {
                value(register, countOrValue, Origin.WRITE, unit, out);
            }
        }

        private void answer(Cursor in, Function function, String unit, long key, Sink out) {
            int status = in.u8();
            Operation asked = pending.take(key) ? pending.request() : null;
            long values = function == Function.READ_REGISTERS && asked != null && status == 0
                    ? asked.target().count()
                    : 0;
            if (!in.ok() || in.left() < 2 * values) {
                out.violation("truncated", function.code());
                return;
            }
            out.response(function).unit(unit);
            if (asked != null) {
                out.like(asked).since(pending.time());
            }
            if (status != 0) {
                out.refused(status, reason(status));
            }
            out.tell();
            for (int i = 0; asked != null && i < values; i++) {
                value(asked.target().first() + i, in.u16(), Origin.READ, unit, out);
            }
        }

        private static void value(long register, int value, Origin origin, String unit, Sink out) {
            if (out.wantsPoints()) {
                out.reading().integer(value);
                out.point(out.server(unit), REGISTER, register, "", "u16", origin);
            }
        }

        private static String reason(int status) {
            return switch (status) {
                case 1 -> "no_such_register";
                case 2 -> "not_allowed";
                default -> "";
            };
        }
    }
}
