// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Service;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Pending;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * RADIUS (RFC 2865, 2866, 5176): an access server asks whether a user may in, and says what users do.
 *
 * <pre>
 * code u8 | identifier u8 | length u16, all of it | authenticator 16 | { type u8 | length u8, all of it | value }
 * </pre>
 *
 * The device that is logged in to is the one that asks, or the one behind it.
 */
public final class Radius implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(
            Carrier.udp(1812),
            Carrier.udp(1813),
            Carrier.udp(1645),
            Carrier.udp(1646),
            Carrier.udp(3799),
            Carrier.udp(1700));
    private static final int HEADER = 20;
    private static final int LONGEST = 4096;

    private static final int USER_NAME = 1;
    private static final int USER_PASSWORD = 2;
    private static final int CHAP_PASSWORD = 3;
    private static final int NAS_ADDRESS = 4;
    private static final int NAS_IDENTIFIER = 32;
    private static final int ACCOUNTING_STATUS = 40;
    private static final int EAP = 79;
    private static final Outcome REJECTED = new Outcome(Outcome.Kind.REFUSED, 3, "access_reject");

    @Override
    public String name() {
        return "radius";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int length = in.peek16(2);
        if (Message.of(in.peek(0)) == null || length < HEADER || length > in.left() || length > LONGEST) {
            return Likeness.NO;
        }
        int at = HEADER;
        while (at < length && in.peek(at) > 0 && in.peek(at + 1) >= 2) {
            at += in.peek(at + 1);
        }
        boolean whole = length == in.left();
        return at == length && at > HEADER + 6 ? Likeness.SURE : whole ? Likeness.MAYBE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private enum Message implements Service {
        ACCESS(1, Verb.AUTHENTICATE),
        ACCESS_ACCEPT(2, Verb.AUTHENTICATE),
        ACCESS_REJECT(3, Verb.AUTHENTICATE),
        ACCOUNTING(4, Verb.DIAGNOSE),
        ACCOUNTING_RESPONSE(5, Verb.DIAGNOSE),
        ACCESS_CHALLENGE(11, Verb.AUTHENTICATE),
        STATUS_SERVER(12, Verb.DIAGNOSE),
        STATUS_CLIENT(13, Verb.DIAGNOSE),
        /** Ends what a user does. */
        DISCONNECT(40, Verb.CONTROL),
        DISCONNECT_ACK(41, Verb.CONTROL),
        DISCONNECT_NAK(42, Verb.CONTROL),
        /** Changes what a user may. */
        CHANGE_AUTHORIZATION(43, Verb.CONFIGURE),
        CHANGE_ACK(44, Verb.CONFIGURE),
        CHANGE_NAK(45, Verb.CONFIGURE);

        private static final Message[] ALL = values();

        private final int code;
        private final Verb verb;

        Message(int code, Verb verb) {
            this.code = code;
            this.verb = verb;
        }

        @Override
        public int code() {
            return code;
        }

        @Override
        public Verb verb() {
            return verb;
        }

        static @Nullable Message of(int code) {
            for (Message message : ALL) {
                if (message.code == code) {
                    return message;
                }
            }
            return null;
        }

        boolean asks() {
            return switch (this) {
                case ACCESS, ACCOUNTING, STATUS_SERVER, STATUS_CLIENT, DISCONNECT, CHANGE_AUTHORIZATION -> true;
                case ACCESS_ACCEPT,
                        ACCESS_REJECT,
                        ACCOUNTING_RESPONSE,
                        ACCESS_CHALLENGE,
                        DISCONNECT_ACK,
                        DISCONNECT_NAK,
                        CHANGE_ACK,
                        CHANGE_NAK -> false;
            };
        }

        /** What it answers. */
        Message question() {
            return switch (this) {
                case ACCESS, ACCESS_ACCEPT, ACCESS_REJECT, ACCESS_CHALLENGE -> ACCESS;
                case ACCOUNTING, ACCOUNTING_RESPONSE -> ACCOUNTING;
                case DISCONNECT, DISCONNECT_ACK, DISCONNECT_NAK -> DISCONNECT;
                case CHANGE_AUTHORIZATION, CHANGE_ACK, CHANGE_NAK -> CHANGE_AUTHORIZATION;
                case STATUS_SERVER, STATUS_CLIENT -> this;
            };
        }
    }

    private static final class Conversation implements Dialogue {

        private final Pending pending = new Pending(64);
        private final KnownAddresses addresses = new KnownAddresses();
        private final Cursor value = new Cursor();
        private String user = "";
        private String server = "";
        private String word = "";
        private String address = "";

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            Message message = Message.of(in.peek(0));
            return message == null ? presumed : message.asks() ? Direction.TO_SERVER : Direction.TO_CLIENT;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int code = in.u8();
            int identifier = in.u8();
            int length = in.u16();
            Message message = Message.of(code);
            if (message != null && in.left() >= HEADER - 4) {
                out.fact("radius", "code", code);
            }
            if (!in.ok() || length < HEADER || length - 4 > in.left()) {
                out.violation("truncated", in.left());
                return;
            }
            if (message == null) {
                out.violation("unknown_code", code);
                return;
            }
            in.skip(HEADER - 4);
            if (!attributes(in, length - HEADER, out)) {
                out.violation("malformed_attribute", in.left());
                return;
            }
            if (message.asks()) {
                ask(message, identifier, out);
            } else {
                answer(message, identifier, out);
            }
        }

        private boolean attributes(Cursor in, int length, Sink out) {
            user = "";
            server = "";
            word = "";
            address = "";
            int end = in.left() - length;
            while (in.left() > end) {
                int type = in.u8();
                int size = in.u8();
                if (size < 2 || size - 2 > in.left() - end) {
                    return false;
                }
                in.slice(size - 2, value);
                attribute(type, size - 2, out);
            }
            return in.ok();
        }

        private void attribute(int type, int size, Sink out) {
            switch (type) {
                case USER_NAME -> user = out.text(value, size);
                case USER_PASSWORD -> word = "password";
                case CHAP_PASSWORD -> word = "chap";
                case EAP -> word = "eap";
                case NAS_IDENTIFIER -> server = out.text(value, size);
                case NAS_ADDRESS ->
                    address = size == 4 ? addresses.ipv4(value.u32()).toString() : "";
                case ACCOUNTING_STATUS -> word = status(size == 4 ? value.u32() : 0);
                default -> {}
            }
        }

        /** RFC 2866, 5.1. */
        private static String status(long status) {
            return status == 1
                    ? "start"
                    : status == 2
                            ? "stop"
                            : status == 3 ? "interim" : status == 7 ? "on" : status == 8 ? "off" : "other";
        }

        private void ask(Message message, int identifier, Sink out) {
            Operation told = out.request(message)
                    .unit(server)
                    .symbol(user)
                    .qualifier(word)
                    .tell();
            pending.ask((long) message.code() << 8 | identifier, told, out.time(), 0);
            out.identity(out.sender(), Attribute.NAME, server, "NAS-Identifier", 5);
            out.identity(out.sender(), Attribute.IP, address, "NAS-IP-Address", 4);
        }

        private void answer(Message message, int identifier, Sink out) {
            Message question = message.question();
            Operation request = null;
            out.response(question);
            if (pending.take((long) question.code() << 8 | identifier)) {
                request = pending.request();
                if (request != null) {
                    out.like(request).since(pending.time());
                }
            }
            switch (message) {
                case ACCESS_REJECT, DISCONNECT_NAK, CHANGE_NAK -> out.refused(message.code(), message.label());
                case ACCESS_CHALLENGE -> out.qualifier("challenge");
                case ACCESS,
                        ACCESS_ACCEPT,
                        ACCOUNTING,
                        ACCOUNTING_RESPONSE,
                        STATUS_SERVER,
                        STATUS_CLIENT,
                        DISCONNECT,
                        DISCONNECT_ACK,
                        CHANGE_AUTHORIZATION,
                        CHANGE_ACK -> {}
            }
            out.tell();
            if (message == Message.ACCESS_ACCEPT || message == Message.ACCESS_REJECT) {
                boolean in = message == Message.ACCESS_ACCEPT;
                String who = request == null ? user : request.target().symbol();
                String behind = request == null ? "" : request.target().unit();
                out.login(out.receiver(behind), who, "", in ? Outcome.DONE : REJECTED);
            }
        }
    }
}
