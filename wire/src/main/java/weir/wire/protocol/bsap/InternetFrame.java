// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bsap;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.Vocabulary;

/**
 * BSAP over IP (Emerson D4052; ICSNPP-BSAP, as its authors observed it).
 *
 * <pre>
 * length of the header u16, 14 or 22 | number of messages u16 | kind u16: 0 poll, 6, 84, 86 request, 1, 5 answer | numbers u32
 * message  length u32 with these four | 1 | number u32 | request: function u8 | status u8 | data
 *                                                      | answer: status u8 | elements u8 | each: type u8, 0 logical,
 *                                                        value u8 or float | address u16 | version u16
 * </pre>
 */
final class InternetFrame {

    private static final int SHORT_HEADER = 14;
    private static final int LONG_HEADER = 22;
    private static final int LEAST_MESSAGE = 11;
    private static final int MOST_MESSAGES = 8;
    private static final int DATABASE = 0xa0;

    /** Names that one message is read for; the answer gives their values in the same order. */
    private static final int NAMES = 64;

    private final Pending pending = new Pending(32);
    private final Cursor data = new Cursor();
    private final Cursor values = new Cursor();
    private final String[] names = new String[NAMES];
    private int named;
    private long asked = -1;

    InternetFrame() {
        Arrays.fill(names, "");
    }

    /** Whether this begins as such a datagram does, with lengths that agree. */
    static boolean isOne(Cursor in) {
        int header = in.peek16le(0);
        int number = in.peek16le(2);
        boolean known = (header == SHORT_HEADER || header == LONG_HEADER) && kind(in) != null;
        if (!known || number > MOST_MESSAGES || in.left() < header) {
            return false;
        }
        return number == 0 ? in.left() == header : number > 1 || in.peek32le(header) == in.left() - header;
    }

    private static @Nullable Kind kind(Cursor in) {
        return Kind.of(in.peek16le(4));
    }

    static Direction direction(Cursor in, Direction presumed) {
        Kind kind = kind(in);
        if (kind == null || kind == Kind.POLL) {
            return presumed;
        }
        return kind == Kind.REQUEST ? Direction.TO_SERVER : Direction.TO_CLIENT;
    }

    void read(Cursor in, Sink out) {
        Kind kind = kind(in);
        int header = in.peek16le(0);
        int number = in.peek16le(2);
        boolean known = kind != null && (header == SHORT_HEADER || header == LONG_HEADER);
        if (kind == null || !known || in.left() < header) {
            out.violation(known ? "truncated" : "not_a_message", in.left());
            return;
        }
        in.skip(header);
        if (kind == Kind.POLL || number == 0) {
            out.notice(Kind.POLL).tell();
            return;
        }
        for (int i = 0; i < Math.min(number, MOST_MESSAGES); i++) {
            long length = in.u32le();
            if (!in.ok() || length < LEAST_MESSAGE || length - 4 > in.left()) {
                out.violation("truncated", in.left());
                return;
            }
            in.slice((int) length - 4, data);
            data.skip(1);
            long sequence = data.u32le();
            if (kind == Kind.REQUEST) {
                request(sequence, out);
            } else {
                answer(sequence, out);
            }
        }
    }

    private void request(long sequence, Sink out) {
        int function = data.u8();
        data.skip(1);
        Operation told = function == DATABASE
                ? database(sequence, out)
                : out.request(Conversation.FUNCTIONS.service(function)).tell();
        if (told != null) {
            pending.ask(sequence, told, out.time(), function);
        }
    }

    /** Function u8, what is wanted 4 octets, number u8, names, each ended by a NUL. */
    private @Nullable Operation database(long sequence, Sink out) {
        int code = data.u8();
        Vocabulary.Listed listed = Conversation.RDB.of(code);
        Service service = Conversation.RDB.service(code);
        if (!data.ok() || listed == null) {
            out.violation(data.ok() ? "unknown_function" : "truncated", code);
            return data.ok() ? out.request(service).tell() : null;
        }
        named = 0;
        asked = sequence;
        if (!listed.form().equals("name")) {
            return out.request(service).space("signal").tell();
        }
        data.skip(4);
        int number = data.u8();
        Operation told = null;
        boolean writes = service.verb() == Verb.WRITE;
        for (int i = 0; i < (writes ? Math.min(number, 1) : number); i++) {
            String name = Conversation.name(data, out);
            if (name.isEmpty()) {
                out.violation("truncated", data.read());
                return told;
            }
            if (named < NAMES) {
                names[named++] = name;
            }
            told = out.request(service).space("signal").symbol(name).tell();
        }
        return told;
    }

    private void answer(long sequence, Sink out) {
        data.skip(1);
        int number = data.u8();
        Operation request = pending.take(sequence) ? pending.request() : null;
        boolean reads = request != null && pending.note() == DATABASE && request.verb() == Verb.READ;
        out.response(request == null ? Kind.ANSWER : request.service());
        if (request != null) {
            out.like(request).since(pending.time());
        }
        out.tell();
        if (reads && asked == sequence && number == named && areElements(number)) {
            tell(number, out.sender(""), out);
        }
    }

    /** Whether so many elements, and nothing else, are in the answer. */
    private boolean areElements(int number) {
        values.wrap(data.bytes(), data.offset(), data.left());
        for (int i = 0; i < number; i++) {
            values.skip(values.u8() == 0 ? 5 : 8);
        }
        return values.ok() && values.left() == 0;
    }

    private void tell(int number, Subject device, Sink out) {
        for (int i = 0; i < number; i++) {
            boolean logical = data.u8() == 0;
            if (logical) {
                out.reading().integer(data.u8());
            } else {
                out.reading().number(data.f32le());
            }
            data.skip(4);
            out.point(device, "signal", -1, names[i], logical ? "logical" : "analog", Origin.READ);
        }
    }

    /** What a datagram is for. */
    private enum Kind implements Service {
        POLL,
        REQUEST,
        ANSWER;

        static @Nullable Kind of(int code) {
            return switch (code) {
                case 0x00 -> POLL;
                case 0x06, 0x84, 0x86 -> REQUEST;
                case 0x01, 0x05 -> ANSWER;
                default -> null;
            };
        }

        @Override
        public String label() {
            return this == POLL ? "ip_poll" : this == REQUEST ? "ip_request" : "ip_answer";
        }

        @Override
        public int code() {
            return ordinal();
        }

        @Override
        public Verb verb() {
            return Verb.SESSION;
        }
    }
}
