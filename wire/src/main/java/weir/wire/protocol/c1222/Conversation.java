// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.c1222;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.NamedCodes;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.Vocabulary;

/** Messages between a meter, or what stands before it, and those who ask it. */
final class Conversation implements Dialogue {

    private static final Vocabulary SERVICES = new Vocabulary("c1222/services", "service_");
    private static final NamedCodes RESPONSES = new NamedCodes("c1222/responses", "response_");
    private static final Service ENCRYPTED = new Service.Unlisted("encrypted", -1, Verb.OTHER);
    private static final Service ANSWER = new Service.Unlisted("answer", -2, Verb.OTHER);

    /** What writing to table 7 is: the meter does something. */
    private static final Service PROCEDURE = new Service.Unlisted("initiate_procedure", 0x40, Verb.CONTROL);

    private static final int PROCEDURES = 7;

    /** Codes below are those of answers. */
    private static final int REQUESTS = 0x20;

    private static final int HAS_CLASS = 0x10;
    private static final int CHECK = 4;

    private final Pending pending = new Pending(64);
    private final Titles titles = new Titles();
    private final Ber ber = new Ber();
    private final Cursor part = new Cursor();
    private final Cursor inner = new Cursor();
    private final Cursor service = new Cursor();
    private @Nullable MeterRows rows;
    private @Nullable MeterServiceRows services;
    private String called = "";
    private String calling = "";
    private long calledNumber;
    private long callingNumber;

    @Override
    public int frame(Cursor in, Direction way) {
        return C1222.frame(in);
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = C1222.frame(in);
        if (size <= 0 || size > in.left()) {
            out.violation(size == LOST ? "not_a_message" : "truncated", in.left());
            return;
        }
        ber.enter(in, C1222.MESSAGE, part);
        if (out.wantsRows()) {
            MeterRows made = rows == null ? new MeterRows() : rows;
            rows = made;
            services = services == null ? new MeterServiceRows() : services;
            made.begin(part, out);
        }
        called = "";
        calling = "";
        calledNumber = -1;
        callingNumber = -1;
        boolean informed = false;
        while (part.left() > 0 && !informed && ber.next(part)) {
            int identifier = ber.identifier();
            part.slice(ber.length(), inner);
            switch (identifier) {
                case C1222.CALLED_TITLE -> called = title();
                case C1222.CALLING_TITLE -> calling = title();
                case C1222.CALLED_NUMBER -> calledNumber = ber.integer(inner, Ber.INTEGER);
                case C1222.CALLING_NUMBER -> callingNumber = ber.integer(inner, Ber.INTEGER);
                case C1222.USER_INFORMATION -> informed = true;
                default -> {}
            }
        }
        if (!part.ok() || !informed || !ber.next(inner) || !ber.next(inner)) {
            out.violation("truncated", part.read());
            return;
        }
        inner.slice(ber.length(), part);
        information(way, out);
        if (rows != null) {
            rows.end(out);
        }
    }

    /** An object identifier, whole (06) or relative (80, 0d). */
    private String title() {
        if (!ber.next(inner)) {
            return "";
        }
        return titles.read(inner, ber.length(), ber.identifier() != Ber.OBJECT_IDENTIFIER);
    }

    private void information(Direction way, Sink out) {
        int flags = part.u8();
        part.skip((flags & HAS_CLASS) != 0 ? 4 : 0);
        int security = flags >> 2 & 3;
        if (!part.ok()) {
            out.violation("truncated", part.read());
            return;
        }
        if (rows != null) {
            rows.information(flags, part);
        }
        if (security == 2) {
            out.notice(ENCRYPTED)
                    .unit(way == Direction.TO_SERVER ? called : calling)
                    .tell();
            return;
        }
        int behind = security == 1 ? CHECK : 0;
        for (int index = 0; part.left() > behind; index++) {
            int length = length();
            if (!part.ok() || length > part.left() - behind) {
                out.violation("truncated", part.left());
                return;
            }
            part.slice(length, service);
            if (length > 0) {
                service(index, out);
            }
        }
    }

    /** As in BER. */
    private int length() {
        int length = part.u8();
        if (length < 0x80) {
            return length;
        }
        return length == 0x81 ? part.u8() : length == 0x82 ? part.u16() : Integer.MAX_VALUE;
    }

    private void service(int index, Sink out) {
        int code = service.u8();
        if (rows != null) {
            rows.service(code);
        }
        if (code < REQUESTS) {
            answer(code, index, out);
            return;
        }
        out.factHex("c1222", "cmd", code, 2);
        if (services != null) {
            services.request(code, service, out);
        }
        Vocabulary.Listed listed = SERVICES.of(code);
        if (listed == null) {
            out.violation("unknown_service", code);
        }
        Operation told = request(SERVICES.service(code), listed == null ? "" : listed.form(), out);
        if (told != null) {
            pending.ask(key(callingNumber, index), told, out.time(), 0);
        }
    }

    private static long key(long number, int index) {
        return number << 8 | index & 0xff;
    }

    private @Nullable Operation request(Service what, String form, Sink out) {
        out.request(what).unit(called);
        switch (form) {
            case "table" -> out.object("table", service.u16());
            case "offset" -> {
                int table = service.u16();
                service.skip(3);
                out.object("table", table);
                service.skip(2);
            }
            case "write" -> write(out);
            case "logon", "security" -> {
                return login(what, form.equals("logon"), out);
            }
            default -> {}
        }
        return told(out);
    }

    private @Nullable Operation told(Sink out) {
        if (!service.ok()) {
            out.violation("truncated", service.read());
            return null;
        }
        return out.tell();
    }

    /** Table u16, length u16, data, check u8; in table 7 a procedure u16 and its number u8 begin the data. */
    private void write(Sink out) {
        int table = service.u16();
        int length = service.u16();
        if (length + 1 > service.left()) {
            service.fail();
            return;
        }
        out.object("table", table);
        if (table == PROCEDURES && length >= 2) {
            int procedure = service.u16();
            boolean makers = (procedure & 0x800) != 0;
            out.request(PROCEDURE)
                    .unit(called)
                    .object(makers ? "manufacturer_procedure" : "standard_procedure", procedure & 0x7ff);
        }
    }

    /** A user number u16 and a name of 10 octets, or a password of 20. */
    private @Nullable Operation login(Service what, boolean named, Sink out) {
        String user = "";
        String secret = "";
        if (named) {
            service.skip(2);
            user = out.text(service, 10);
        } else {
            secret = out.hashed(service, 20);
        }
        out.request(what).unit(called);
        Operation told = told(out);
        if (told != null) {
            out.login(out.receiver(called), user, secret, Outcome.OPEN);
        }
        return told;
    }

    /** An answer repeats the number of its request, as the called one where it has one of its own. */
    private void answer(int code, int index, Sink out) {
        long number = calledNumber >= 0 ? calledNumber : callingNumber;
        boolean met = pending.take(key(number, index));
        Operation request = met ? pending.request() : null;
        out.response(request == null ? ANSWER : request.service()).unit(calling);
        if (request != null) {
            out.like(request).since(pending.time());
        }
        if (code != 0) {
            out.refused(code, RESPONSES.of(code));
        }
        out.tell();
        if (services != null) {
            services.answer(request == null ? -1 : request.service().code(), code, service, out);
        }
        if (!RESPONSES.has(code)) {
            out.violation("unknown_response", code);
        }
    }
}
