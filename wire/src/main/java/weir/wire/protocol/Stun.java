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
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * STUN and TURN (RFC 8489, 8656): a host asks how it is seen from outside, or for an address on a relay.
 *
 * <pre>
 * 00 and method and class, 14 bits | length u16, without the header | cookie 0x2112a442 | transaction 12
 *    | { type u16 | length u16 | value, filled up to 4 octets }
 * </pre>
 *
 * On the same ports DTLS, media and relayed data go on (RFC 7983); their first octet tells which, and no more is told.
 */
public final class Stun implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(3478), Carrier.tcp(3478));
    private static final long COOKIE = 0x2112_a442L;
    private static final int HEADER = 20;

    private static final int USER = 0x0006;
    private static final int ERROR = 0x0009;
    private static final int REALM = 0x0014;
    private static final int SOFTWARE = 0x8022;
    private static final int LONGEST_TEXT = 120;

    @Override
    public String name() {
        return "stun";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int type = in.peek16(0);
        if (type > 0x3fff || in.left() >= 4 && (in.peek16(2) & 3) != 0) {
            return Likeness.NO;
        }
        if (in.left() < HEADER) {
            return over == Transport.TCP && (in.left() < 8 || in.peek32(4) == COOKIE) ? Likeness.MORE : Likeness.NO;
        }
        boolean fits = over == Transport.TCP || in.peek16(2) + HEADER <= in.left();
        return in.peek32(4) == COOKIE && fits ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private enum Method implements Service {
        OTHER(0, Verb.OTHER),
        BINDING(1, Verb.IDENTIFY),
        SHARED_SECRET(2, Verb.AUTHENTICATE),
        ALLOCATE(3, Verb.SESSION),
        REFRESH(4, Verb.SESSION),
        SEND(6, Verb.SESSION),
        DATA(7, Verb.SESSION),
        CREATE_PERMISSION(8, Verb.SESSION),
        CHANNEL_BIND(9, Verb.SESSION),
        CONNECT(10, Verb.SESSION),
        CONNECTION_BIND(11, Verb.SESSION),
        CONNECTION_ATTEMPT(12, Verb.SESSION),
        /** Relayed. */
        CHANNEL_DATA(-1, Verb.SESSION),
        /** Another protocol on the same ports. */
        OPAQUE(-1, Verb.OTHER);

        private static final Method[] ALL = values();

        private final int code;
        private final Verb verb;

        Method(int code, Verb verb) {
            this.code = code;
            this.verb = verb;
        }

        static Method of(int code) {
            for (Method method : ALL) {
                if (method.code == code) {
                    return method;
                }
            }
            return OTHER;
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

    private static String reason(int code) {
        return switch (code) {
            case 300 -> "try_alternate";
            case 400 -> "bad_request";
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 420 -> "unknown_attribute";
            case 437 -> "allocation_mismatch";
            case 438 -> "stale_nonce";
            case 440 -> "address_family_not_supported";
            case 441 -> "wrong_credentials";
            case 442 -> "unsupported_transport";
            case 486 -> "allocation_quota_reached";
            case 487 -> "role_conflict";
            case 500 -> "server_error";
            case 508 -> "insufficient_capacity";
            default -> "error";
        };
    }

    private static final class Conversation implements Dialogue {

        private static final Numbered CHANNELS = Numbered.hex("channel ");

        private final Pending pending = new Pending(32);
        private final Cursor value = new Cursor();
        private String user = "";
        private String realm = "";
        private String software = "";
        private int error;

        @Override
        public int frame(Cursor in, Direction way) {
            int type = in.peek16(0);
            if (type >= 0x4000 && type < 0x5000) {
                return in.left() < 4 ? MORE : 4 + (in.peek16(2) + 3 & ~3);
            }
            if (in.left() > 0 && in.peek(0) > 0x3f || in.left() >= 8 && in.peek32(4) != COOKIE) {
                return LOST;
            }
            return in.left() < 8 ? MORE : HEADER + in.peek16(2);
        }

        /** Requests go to the server, unless both sides ask each other. */
        @Override
        public Direction direction(Cursor in, Direction presumed) {
            boolean answer = in.peek(0) <= 0x3f && in.peek32(4) == COOKIE && (in.peek16(0) & 0x0100) != 0;
            return answer ? Direction.TO_CLIENT : presumed;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int first = in.peek(0);
            if (first > 0x3f) {
                other(first, in, out);
                return;
            }
            int type = in.u16();
            int length = in.u16();
            boolean cookie = in.u32() == COOKIE;
            long transaction = in.u32() * 31 + in.u64();
            if (!in.ok() || length > in.left()) {
                out.violation("truncated", in.left());
                return;
            }
            if (!cookie) {
                out.notice(Method.OPAQUE)
                        .qualifier(first >= 20 ? "dtls" : "unknown")
                        .tell();
                return;
            }
            if (!attributes(in, length, out)) {
                out.violation("malformed_attribute", in.left());
                return;
            }
            Method method = Method.of(type & 0xf | (type & 0xe0) >> 1 | (type & 0x3e00) >> 2);
            switch ((type & 0x10) >> 4 | (type & 0x100) >> 7) {
                case 0 -> ask(method, transaction, out);
                case 1 -> out.notice(method).tell();
                default -> answer(method, transaction, (type & 0x10) != 0, out);
            }
            out.identity(out.sender(), Attribute.SOFTWARE, software, "SOFTWARE", 5);
        }

        /** RFC 7983, 7. */
        private void other(int first, Cursor in, Sink out) {
            if (first < 0x50) {
                int channel = in.u16();
                int length = in.u16();
                if (!in.ok() || length > in.left()) {
                    out.violation("truncated", in.left());
                } else {
                    out.notice(Method.CHANNEL_DATA).symbol(CHANNELS.of(channel)).tell();
                }
                return;
            }
            out.notice(Method.OPAQUE)
                    .qualifier(first >= 128 && first < 192 ? "media" : "unknown")
                    .tell();
        }

        private boolean attributes(Cursor in, int length, Sink out) {
            user = "";
            realm = "";
            software = "";
            error = 0;
            int end = in.left() - length;
            while (in.left() - end >= 4) {
                int type = in.u16();
                int size = in.u16();
                if (size > in.left() - end) {
                    return false;
                }
                in.slice(size, value);
                int kept = Math.min(size, LONGEST_TEXT);
                switch (type) {
                    case USER -> user = out.text(value, kept);
                    case REALM -> realm = out.text(value, kept);
                    case SOFTWARE -> software = out.text(value, kept);
                    case ERROR -> error = size < 4 ? 0 : (value.peek(2) & 7) * 100 + value.peek(3);
                    default -> {}
                }
                in.skip(Math.min(-size & 3, in.left() - end));
            }
            return in.left() == end;
        }

        private void ask(Method method, long transaction, Sink out) {
            Operation told = out.request(method).space(realm).symbol(user).tell();
            pending.ask(transaction, told, out.time(), 0);
        }

        private void answer(Method method, long transaction, boolean refused, Sink out) {
            out.response(method).space(realm);
            if (pending.take(transaction)) {
                Operation request = pending.request();
                if (request != null) {
                    out.like(request).since(pending.time());
                }
            }
            (refused ? out.refused(error, reason(error)) : out).tell();
        }
    }
}
