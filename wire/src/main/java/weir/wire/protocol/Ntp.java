// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import weir.model.Attribute;
import weir.model.Operation;
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
import weir.wire.Phrase;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * NTP (RFC 5905) and SNTP: who takes the time from whom, and how good it is; and the questions to the daemon itself.
 *
 * <pre>
 * time 1 to 5   leap 2 bits, version 3, mode 3 | stratum u8 | poll u8 | precision i8 | delay u32 | dispersion u32
 *               | reference 4 | reference time 8 | originate 8 | receive 8 | transmit 8 | ...
 * control 6     same | response, error, more, operation 5 bits | sequence u16 | status | association | offset | count | data
 *                                                                       (RFC 9327)
 * private 7     response, more, version, mode | sequence u8 | implementation u8 | request u8 | ...   (ntpdc)
 * </pre>
 */
public final class Ntp implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(123));
    private static final int LENGTH = 48;
    private static final int LONGEST_TEXT = 120;
    private static final Numbered REQUEST = new Numbered("request ");
    private static final String[] LEAPS = {"", "leap_second", "leap_second_left_out", "not_synchronized"};
    private static final String[] ERRORS = {
        "unspecified",
        "not_authenticated",
        "invalid_format",
        "invalid_operation",
        "unknown_association",
        "unknown_variable",
        "invalid_value",
        "prohibited"
    };

    @Override
    public String name() {
        return "ntp";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int version = in.peek(0) >> 3 & 7;
        int mode = in.peek(0) & 7;
        if (in.left() < 8 || version < 1 || version > 4 || mode == 0) {
            return Likeness.NO;
        }
        if (mode == Exchange.CONTROL.code()) {
            return in.left() >= 12 + in.peek16(10) && in.peek16(10) < 480 && (in.peek(1) & 31) < 13
                    ? Likeness.MAYBE
                    : Likeness.NO;
        }
        if (mode == 7) {
            return in.peek(2) <= 3 && in.peek(3) < 46 ? Likeness.MAYBE : Likeness.NO;
        }
        boolean whole = in.left() >= LENGTH && in.left() % 4 == 0 && in.left() < 200;
        return whole && in.peek(1) <= 16 && in.peek(2) <= 17 && (in.peek(3) == 0 || in.peek(3) >= 0xc0)
                ? Likeness.MAYBE
                : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private enum Exchange implements Service {
        RESERVED(Verb.OTHER),
        SYMMETRIC_ACTIVE(Verb.TIME),
        SYMMETRIC_PASSIVE(Verb.TIME),
        /** Asked by a client, answered by a server. */
        TIME(Verb.TIME),
        SERVER(Verb.TIME),
        BROADCAST(Verb.TIME),
        CONTROL(Verb.DIAGNOSE),
        /** Asks the daemon by its own protocol. */
        PRIVATE(Verb.DIAGNOSE),
        /** Asks who asked: the answers are many times longer, so it is used to flood others. */
        MONITOR_LIST(Verb.DIAGNOSE),
        READ_STATUS(Verb.DIAGNOSE),
        READ_VARIABLES(Verb.IDENTIFY),
        WRITE_VARIABLES(Verb.CONFIGURE),
        READ_CLOCK(Verb.DIAGNOSE),
        WRITE_CLOCK(Verb.CONFIGURE),
        SET_TRAP(Verb.CONFIGURE),
        CONFIGURE(Verb.CONFIGURE),
        SAVE_CONFIGURATION(Verb.CONFIGURE);

        private final Verb verb;

        Exchange(Verb verb) {
            this.verb = verb;
        }

        private static final Exchange[] ALL = values();

        static Exchange mode(int mode) {
            return ALL[mode];
        }

        /** RFC 9327, 2. */
        static Exchange operation(int code) {
            return switch (code) {
                case 1 -> READ_STATUS;
                case 2 -> READ_VARIABLES;
                case 3 -> WRITE_VARIABLES;
                case 4 -> READ_CLOCK;
                case 5 -> WRITE_CLOCK;
                case 6 -> SET_TRAP;
                case 8 -> CONFIGURE;
                case 9 -> SAVE_CONFIGURATION;
                case 10, 11 -> MONITOR_LIST;
                default -> CONTROL;
            };
        }

        @Override
        public int code() {
            return ordinal();
        }

        @Override
        public Verb verb() {
            return verb;
        }
    }

    private static final class Conversation implements Dialogue {

        private final Pending pending = new Pending(16);
        private final Phrase phrase = new Phrase();

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            int mode = in.peek(0) & 7;
            boolean told = mode == 6 || mode == 7;
            boolean answers = mode == 6 ? in.peek(1) >> 7 == 1 : mode == 7 && in.peek(0) >> 7 == 1;
            if (mode == 3 || told && !answers) {
                return Direction.TO_SERVER;
            }
            return mode == 4 || answers ? Direction.TO_CLIENT : presumed;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int first = in.u8();
            int mode = first & 7;
            if (in.left() < (mode < 6 ? LENGTH - 1 : mode == 6 ? 11 : 7)) {
                out.violation("truncated", in.left() + 1);
                return;
            }
            out.fact("ntp", "mode", mode);
            switch (mode) {
                case 6 -> control(in, out);
                case 7 -> ask(first >> 7, in, out);
                default -> time(Exchange.mode(mode), first >> 6, in, out);
            }
        }

        private void time(Exchange mode, int leap, Cursor in, Sink out) {
            int stratum = in.u8();
            in.skip(10);
            String reference = reference(stratum, in, out);
            in.skip(8);
            long originate = in.u64();
            in.skip(8);
            long transmit = in.u64();
            if (stratum > 16) {
                out.violation("unknown_stratum", stratum);
            }
            if (mode == Exchange.TIME) {
                pending.ask(transmit, out.request(mode).tell(), out.time(), 0);
                return;
            }
            if (mode == Exchange.RESERVED) {
                out.violation("reserved_mode", stratum);
                return;
            }
            boolean answer = mode == Exchange.SERVER;
            Sink told = answer ? out.response(Exchange.TIME) : out.notice(mode);
            if (answer && pending.take(originate)) {
                told.since(pending.time());
            }
            told.object("stratum", stratum).symbol(reference).qualifier(LEAPS[leap]);
            if (stratum == 0 && answer) {
                told.refused(0, reference);
            }
            told.tell();
        }

        /**
         * Where the time comes from: a word of a clock (GPS) or why none is given (RATE) up to stratum 1, above it the
         * address of another server, or with IPv6 a hash of that.
         */
        private String reference(int stratum, Cursor in, Sink out) {
            return stratum < 2 ? out.text(in, 4) : phrase.begin().ip(in.u32()).take(out);
        }

        private void control(Cursor in, Sink out) {
            int second = in.u8();
            int sequence = in.u16();
            int status = in.u16();
            in.skip(4);
            int length = in.u16();
            if (length > in.left()) {
                out.violation("truncated", in.left());
                return;
            }
            Exchange operation = Exchange.operation(second & 31);
            if (second >> 7 == 0) {
                pending.ask(sequence, out.request(operation).tell(), out.time(), 0);
                return;
            }
            answer(out.response(operation), sequence, out);
            if ((second & 0x40) != 0) {
                int error = status >> 8;
                out.refused(error, error < ERRORS.length ? ERRORS[error] : "error");
            }
            out.tell();
            if (operation == Exchange.READ_VARIABLES) {
                variable(in, length, "VERSION=\"", Attribute.SOFTWARE, out);
                variable(in, length, "SYSTEM=\"", Attribute.SYSTEM, out);
                variable(in, length, "PROCESSOR=\"", Attribute.HARDWARE, out);
            }
        }

        private void answer(Sink told, long key, Sink out) {
            if (pending.take(key)) {
                Operation request = pending.request();
                if (request != null) {
                    told.like(request).since(pending.time());
                }
            }
        }

        /** {@code name="text"} among others. */
        private static void variable(Cursor in, int length, String begin, Attribute attribute, Sink out) {
            int from = in.read();
            for (int i = 0; i + begin.length() < length; i++) {
                in.seek(from + i);
                if (Lines.contains(in, begin.length(), begin)) {
                    in.skip(begin.length());
                    int text = 0;
                    while (text < LONGEST_TEXT && in.peek(text) > 0 && in.peek(text) != '"') {
                        text++;
                    }
                    out.identity(out.sender(), attribute, out.text(in, text), "READVAR", 5);
                    break;
                }
            }
            in.seek(from);
        }

        private void ask(int response, Cursor in, Sink out) {
            in.skip(2);
            int code = in.u8();
            int error = in.peek(0) >> 4;
            Exchange asked = code == 20 || code == 42 ? Exchange.MONITOR_LIST : Exchange.PRIVATE;
            String word = REQUEST.of(code);
            if (response == 0) {
                pending.ask(code, out.request(asked).qualifier(word).tell(), out.time(), 0);
                return;
            }
            answer(out.response(asked), code, out);
            (error == 0 ? out : out.refused(error, "error")).qualifier(word).tell();
        }
    }
}
