// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.amqp;

import weir.model.Operation;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.protocol.Spelling;

/**
 * Reads methods of AMQP 0-9-1: class u16, number u16, arguments; names are texts behind a length u8.
 *
 * <pre>
 * connection  start: version u16, table, mechanisms, locales    start-ok: table, mechanism, response u32 octets, locale
 *             open: virtual host                                close: code u16, text, class u16, method u16
 * exchange    declare, delete: u16, exchange, type              bind, unbind: u16, destination, source, key
 * queue       declare, purge, delete: u16, queue                bind, unbind: u16, queue, exchange, key
 * basic       consume, get: u16, queue, tag                     publish: u16, exchange, key
 *             deliver: tag, u64, u8, exchange, key              return: code u16, text, exchange, key
 *             get-ok: u64, u8, exchange, key, u32               cancel: tag
 * </pre>
 *
 * <p>Where something is published to, or bound, is told as exchange and routing key.
 */
final class Methods {

    private static final String EXCHANGE = "exchange";
    private static final String QUEUE = "queue";
    private static final String ROUTE = "route";
    private static final String CONSUMER = "consumer";
    private static final int START_OK = 11;
    private static final int GET_EMPTY = 72;
    private static final Numbered CODES = new Numbered("code_");

    private final Logins logins;
    private final Pending pending = new Pending(64);
    private final Spelling route = new Spelling(256);
    private final FieldTable fields = new FieldTable();
    private final Cursor arguments = new Cursor();

    /** Class and number of the method that a close is about. */
    private int culprit;

    Methods(Logins logins) {
        this.logins = logins;
    }

    /** Servers begin and deliver; the other requests are mostly the clients'. */
    static Direction direction(int group, int number, Direction presumed) {
        Method method = Method.of(group, number);
        if (method == null) {
            return presumed;
        }
        boolean answers = method.isAnswer(number);
        return switch (method) {
            case CONNECTION_START, CONNECTION_SECURE, CONNECTION_TUNE ->
                answers ? Direction.TO_SERVER : Direction.TO_CLIENT;
            case BASIC_DELIVER, BASIC_RETURN -> Direction.TO_CLIENT;
            case BASIC_PUBLISH -> Direction.TO_SERVER;
            case CONNECTION_CLOSE,
                    CHANNEL_CLOSE,
                    CHANNEL_FLOW,
                    BASIC_ACK,
                    BASIC_NACK,
                    BASIC_CANCEL,
                    CONNECTION_BLOCKED,
                    CONNECTION_UNBLOCKED -> presumed;
            default -> answers ? Direction.TO_CLIENT : Direction.TO_SERVER;
        };
    }

    void read(int channel, Cursor in, int size, Direction way, Sink out) {
        in.slice(size, arguments);
        int group = arguments.u16();
        int number = arguments.u16();
        Method method = Method.of(group, number);
        if (method == null) {
            out.violation("unknown_method", (long) group << 16 | number);
            return;
        }
        long key = (long) channel << 32 | method.code();
        if (method.isAnswer(number)) {
            answer(method, number, key | bit(way.back()), out);
            return;
        }
        if (!begin(method, arguments, out)) {
            out.violation("malformed_method", method.code());
            return;
        }
        Operation told = out.tell();
        if (method.isAnswered()) {
            pending.ask(key | bit(way), told, out.time(), 0);
        }
        switch (method) {
            case CONNECTION_START -> fields.tell(out);
            case CONNECTION_TUNE -> logins.answered(Outcome.DONE, out);
            case CONNECTION_CLOSE, CHANNEL_CLOSE -> {
                logins.answered(told.outcome(), out);
                refuse((long) channel << 32 | culprit | bit(way.back()), told.outcome(), out);
            }
            default -> {}
        }
    }

    /** A request is refused by a close that names it. */
    private void refuse(long key, Outcome outcome, Sink out) {
        boolean refused = outcome.kind() == Outcome.Kind.REFUSED && pending.take(key);
        Operation asked = pending.request();
        if (refused && asked != null) {
            out.response(asked.service()).like(asked).qualifier(asked.qualifier());
            out.since(pending.time()).refused(outcome.code(), outcome.label()).tell();
        }
    }

    private static long bit(Direction way) {
        return way == Direction.TO_SERVER ? 1L << 62 : 0;
    }

    /** Begins to tell a request; false where it ends early. */
    private boolean begin(Method method, Cursor in, Sink out) {
        if (method.isAnswered()) {
            out.request(method);
        } else {
            out.notice(method);
        }
        switch (method) {
            case CONNECTION_START -> {
                in.skip(2);
                fields.read(in, out);
            }
            case CONNECTION_OPEN -> out.space("virtual_host").symbol(name(in, out));
            case CONNECTION_CLOSE, CHANNEL_CLOSE -> {
                reason(in.u16(), in, out);
                culprit = in.u16() << 16 | in.u16();
            }
            case EXCHANGE_DECLARE, EXCHANGE_DELETE -> one(EXCHANGE, in, out);
            case QUEUE_DECLARE, QUEUE_PURGE, QUEUE_DELETE, BASIC_CONSUME, BASIC_GET -> one(QUEUE, in, out);
            case QUEUE_BIND, QUEUE_UNBIND, EXCHANGE_BIND, EXCHANGE_UNBIND -> bind(in, out);
            case BASIC_PUBLISH -> {
                in.skip(2);
                route(in, out);
            }
            case BASIC_CANCEL -> out.space(CONSUMER).symbol(name(in, out));
            case BASIC_RETURN -> {
                reason(in.u16(), in, out);
                route(in, out);
            }
            case BASIC_DELIVER -> {
                in.skip(in.u8());
                in.skip(9);
                route(in, out);
            }
            default -> {}
        }
        return in.ok();
    }

    private static String name(Cursor in, Sink out) {
        return out.text(in, in.u8());
    }

    private static void one(String space, Cursor in, Sink out) {
        in.skip(2);
        String name = name(in, out);
        out.space(space).symbol(name);
    }

    /** What is bound, as the qualifier says; to what, as the route. */
    private void bind(Cursor in, Sink out) {
        in.skip(2);
        String bound = name(in, out);
        route(in, out);
        out.qualifier(bound);
    }

    /** {@code amq.topic/plant.line1}; the exchange without name is told as none. */
    private void route(Cursor in, Sink out) {
        int exchange = in.u8();
        route.begin().put(in, exchange).put("/");
        int key = in.u8();
        out.space(ROUTE).symbol(route.put(in, key).text(out));
    }

    /** A code of 200 is no refusal. */
    private static void reason(int code, Cursor in, Sink out) {
        in.skip(in.u8());
        if (code >= 300) {
            out.refused(code, label(code));
        }
    }

    private static String label(int code) {
        return switch (code) {
            case 311 -> "content_too_large";
            case 312 -> "no_route";
            case 313 -> "no_consumers";
            case 320 -> "connection_forced";
            case 402 -> "invalid_path";
            case 403 -> "access_refused";
            case 404 -> "not_found";
            case 405 -> "resource_locked";
            case 406 -> "precondition_failed";
            case 501 -> "frame_error";
            case 502 -> "syntax_error";
            case 503 -> "command_invalid";
            case 504 -> "channel_error";
            case 505 -> "unexpected_frame";
            case 506 -> "resource_error";
            case 530 -> "not_allowed";
            case 540 -> "not_implemented";
            case 541 -> "internal_error";
            default -> CODES.of(code);
        };
    }

    private void answer(Method method, int number, long key, Sink out) {
        out.response(method);
        boolean found = pending.take(key);
        Operation asked = pending.request();
        if (found && asked != null) {
            out.like(asked).qualifier(asked.qualifier()).since(pending.time());
        }
        switch (method) {
            case CONNECTION_START -> {
                startOk(out);
                return;
            }
            case QUEUE_DECLARE -> out.space(QUEUE).symbol(name(arguments, out));
            case BASIC_GET -> {
                if (number == GET_EMPTY) {
                    out.qualifier("empty");
                } else {
                    arguments.skip(9);
                    route(arguments, out);
                }
            }
            default -> {}
        }
        if (arguments.ok()) {
            out.tell();
        } else {
            out.violation("malformed_method", method.code() + (long) number);
        }
    }

    private void startOk(Sink out) {
        fields.read(arguments, out);
        String mechanism = name(arguments, out);
        int length = arguments.i32();
        if (!arguments.ok() || length < 0 || length > arguments.left()) {
            out.violation("malformed_method", Method.CONNECTION_START.code() + (long) START_OK);
            return;
        }
        out.space("mechanism").symbol(mechanism).tell();
        fields.tell(out);
        logins.ask(mechanism, arguments, length, out);
    }
}
