// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * The application layer (ANSI/ASHRAE 135 clause 20.1).
 *
 * <pre>
 * 0 confirmed request    0 SEG MOR SA 0 | sizes | invoke id | sequence, window if SEG | service | data
 * 1 unconfirmed request  service | data
 * 2 simple ack           invoke id | service
 * 3 complex ack          3 SEG MOR 0 0 | invoke id | sequence, window if SEG | service | data
 * 4 segment ack          4 0 0 NAK SRV | invoke id | sequence | window
 * 5 error                invoke id | service | class, code
 * 6 reject, 7 abort      invoke id | reason; 7: 0 0 0 SRV
 * </pre>
 */
final class Apdu {

    /** Questions that wait for their answer. */
    private static final int WAITING = 64;

    private static final int SEGMENTED = 8;
    private static final int MORE = 4;
    private static final int BY_SERVER = 1;
    private static final long SECRET = 1;

    private final Message message;
    private final Services services;
    private final Pending pending = new Pending(WAITING);
    private final Segments segments = new Segments();
    private final Cursor whole = new Cursor();

    Apdu(Message message) {
        this.message = message;
        services = new Services(message);
    }

    /** Whether a message that makes sense begins {@code at} bytes ahead. */
    static boolean plausible(Cursor in, int at, boolean whole) {
        int first = in.peek(at);
        PduType type = PduType.of(first);
        if (type == null) {
            return false;
        }
        int left = in.left() - at;
        boolean segmented = (first & SEGMENTED) != 0;
        return switch (type) {
            case CONFIRMED_REQUEST ->
                (first & 1) == 0 && (in.peek(at + 1) & 0x80) == 0 && confirmed(in.peek(at + (segmented ? 5 : 3)));
            case UNCONFIRMED_REQUEST -> first == 0x10 && UnconfirmedService.of(in.peek(at + 1)) != null;
            case SIMPLE_ACK -> first == 0x20 && left == 3 && confirmed(in.peek(at + 2));
            case COMPLEX_ACK -> (first & 3) == 0 && confirmed(in.peek(at + (segmented ? 4 : 2)));
            case SEGMENT_ACK -> (first & 0xc) == 0 && left == 4;
            case ERROR -> first == 0x50 && confirmed(in.peek(at + 2)) && (left >= 7 || !whole);
            case REJECT -> first == 0x60 && left == 3;
            case ABORT -> (first & 0xe) == 0 && left == 3;
        };
    }

    private static boolean confirmed(int code) {
        return ConfirmedService.of(code) != null;
    }

    /** Requests go to the device that serves; what it tells of its own accord comes from it. */
    static Direction direction(Cursor in, Direction presumed) {
        int first = in.u8();
        PduType type = PduType.of(first);
        if (!in.ok() || type == null) {
            return presumed;
        }
        boolean segmented = (first & SEGMENTED) != 0;
        return switch (type) {
            case CONFIRMED_REQUEST -> {
                ConfirmedService service = ConfirmedService.of(in.peek(segmented ? 4 : 2));
                yield service != null && service.isNotification() ? Direction.TO_CLIENT : Direction.TO_SERVER;
            }
            case UNCONFIRMED_REQUEST -> {
                UnconfirmedService service = UnconfirmedService.of(in.peek(0));
                yield service != null && service.phase() == Phase.NOTICE ? Direction.TO_CLIENT : Direction.TO_SERVER;
            }
            case SIMPLE_ACK, COMPLEX_ACK, ERROR -> {
                ConfirmedService service =
                        ConfirmedService.of(in.peek(type == PduType.COMPLEX_ACK && segmented ? 3 : 1));
                yield service != null && service.isNotification() ? Direction.TO_SERVER : Direction.TO_CLIENT;
            }
            case SEGMENT_ACK, REJECT, ABORT -> presumed;
        };
    }

    void read(Cursor in, Sink out) {
        int first = in.u8();
        PduType type = PduType.of(first);
        if (!in.ok() || type == null) {
            out.violation("unknown_pdu_type", first);
            return;
        }
        out.fact("bacnet", "apdu", type.code());
        switch (type) {
            case CONFIRMED_REQUEST -> {
                in.skip(1);
                int invoke = in.u8();
                confirmed(first, key(invoke, false), Phase.REQUEST, in, out);
            }
            case UNCONFIRMED_REQUEST -> unconfirmed(in, out);
            case COMPLEX_ACK -> confirmed(first, key(in.u8(), true), Phase.RESPONSE, in, out);
            case SIMPLE_ACK -> acknowledged(key(in.u8(), true), in, out);
            case ERROR -> refused(key(in.u8(), true), in, out);
            case REJECT -> stopped(type, key(in.u8(), true), in, out);
            case ABORT -> stopped(type, key(in.u8(), (first & BY_SERVER) != 0), in, out);
            case SEGMENT_ACK -> {
                in.skip(3);
                message.is(type, Phase.NOTICE, true);
                if (in.ok()) {
                    message.end(message.begin(out).qualifier((first & 2) != 0 ? "negative" : ""));
                }
            }
        }
        if (!in.ok()) {
            out.violation("malformed", first);
        }
    }

    /** What joins a question to its answer: who asked whom, and the invoke id. */
    private long key(int invoke, boolean answer) {
        Direction asked = answer ? message.way().back() : message.way();
        return (long) message.peers(answer) << 16 | asked.ordinal() << 8 | invoke;
    }

    private void unconfirmed(Cursor in, Sink out) {
        int code = in.u8();
        UnconfirmedService service = UnconfirmedService.of(code);
        if (!in.ok() || service == null) {
            out.violation("unknown_service", code);
            return;
        }
        out.fact("bacnet", "unconfirmed", code);
        message.is(service, service.phase(), service.phase() == Phase.NOTICE);
        services.unconfirmed(service, in, out);
        orElse(in, out);
    }

    /** A request or an answer with a content, whole or a segment of it. */
    private void confirmed(int first, long key, Phase phase, Cursor in, Sink out) {
        boolean segmented = (first & SEGMENTED) != 0;
        int sequence = segmented ? in.u8() : 0;
        in.skip(segmented ? 1 : 0);
        ConfirmedService service = service(in, out);
        if (service == null) {
            return;
        }
        boolean more = segmented && (first & MORE) != 0;
        prepare(service, phase, key, !more);
        if (!segmented) {
            content(service, key, in, out);
            return;
        }
        long part = key << 1 | (phase == Phase.REQUEST ? 1 : 0);
        switch (segments.add(part, sequence, more, in)) {
            case KEPT, REPEATED -> {}
            case WHOLE -> {
                segments.message(whole);
                content(service, key, whole, out);
                if (!whole.ok()) {
                    in.fail();
                }
            }
            case TOO_LONG -> out.violation("message_too_long", Segments.LONGEST);
            case MISSING -> {
                if (!more) {
                    message.end(message.restate(out).qualifier("incomplete"));
                }
            }
        }
    }

    /** @param ends nothing more comes of the answer */
    private void prepare(Service service, Phase phase, long key, boolean ends) {
        boolean notification = service instanceof ConfirmedService confirmed && confirmed.isNotification();
        boolean answer = phase == Phase.RESPONSE;
        message.is(service, phase, answer != notification);
        if (answer && (ends ? pending.take(key) : pending.find(key))) {
            message.answers(pending.request(), pending.time());
        }
    }

    private void content(ConfirmedService service, long key, Cursor in, Sink out) {
        if (message.phase() == Phase.REQUEST) {
            services.request(service, in, out);
            orElse(in, out);
            Operation told = message.first();
            if (told != null) {
                pending.ask(key, told, out.time(), message.hasPassword() ? SECRET : 0);
            }
        } else {
            services.answer(service, in, out);
            orElse(in, out);
        }
    }

    /** Where the content named nothing, the message is told all the same. */
    private void orElse(Cursor in, Sink out) {
        if (message.first() == null) {
            if (in.ok()) {
                message.end(message.restate(out));
            } else {
                message.end(message.begin(out));
            }
        }
    }

    private @Nullable ConfirmedService service(Cursor in, Sink out) {
        int code = in.u8();
        ConfirmedService service = ConfirmedService.of(code);
        if (!in.ok()) {
            return null;
        }
        if (service == null) {
            out.violation("unknown_service", code);
            return null;
        }
        out.fact("bacnet", "confirmed", code);
        return service;
    }

    private void acknowledged(long key, Cursor in, Sink out) {
        ConfirmedService service = service(in, out);
        if (service == null) {
            return;
        }
        prepare(service, Phase.RESPONSE, key, true);
        Operation request = message.request();
        if (request != null) {
            message.service(request.service());
        }
        boolean secret = request != null && pending.note() == SECRET;
        message.end(message.restate(out));
        services.ended(secret, out);
    }

    private void refused(long key, Cursor in, Sink out) {
        ConfirmedService service = service(in, out);
        if (service == null) {
            return;
        }
        prepare(service, Phase.RESPONSE, key, true);
        long code = services.error(in);
        if (in.ok()) {
            refuse((int) code, Names.ERRORS.of(code), out);
        }
    }

    private void stopped(PduType type, long key, Cursor in, Sink out) {
        int reason = in.u8();
        if (!in.ok()) {
            return;
        }
        prepare(type, Phase.RESPONSE, key, true);
        refuse(reason, type == PduType.REJECT ? Names.rejection(reason) : Names.aborting(reason), out);
    }

    private void refuse(int code, String word, Sink out) {
        Operation request = message.request();
        boolean secret = request != null && pending.note() == SECRET;
        if (request != null) {
            message.service(request.service());
        }
        message.end(message.restate(out).refused(code, word));
        services.failed(code, word, secret, out);
    }
}
