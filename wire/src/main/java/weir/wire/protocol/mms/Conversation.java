// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import weir.model.Operation;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Sink;
import weir.wire.protocol.iso.Outstanding;

/** The reader of one association. Either side may ask: a device fetches its downloads, control centres are peers. */
final class Conversation implements Dialogue {

    /** A message of MMS begins with such an octet, a unit of session with a lower one. */
    private static final int BARE = 0x80;

    private static final int INVOKE = 0x80;
    private static final int ERROR = 0xa2;
    private static final int ERROR_CLASS = 0xa0;

    /** Numbers, beyond those of invokes, under which the exchanges of the association itself wait. */
    private static final long INITIATE = -1;

    private static final long CONCLUDE = -2;
    private static final long RELEASE = -3;
    private static final int ANY = -1;

    private static final Numbered SIZE = new Numbered("PDU ");

    private final Session session = new Session();
    private final Association association = new Association();
    private final ObjectNames names = new ObjectNames();
    private final DataSets sets = new DataSets();
    private final Transfers transfers = new Transfers();
    private final Requests requests = new Requests(names, transfers, sets);
    private final Variables variables = new Variables(names, sets);
    private final Reports reports = new Reports(names, variables);
    private final Answers answers = new Answers(names, sets, transfers);
    private final Outstanding[] waiting = {new Outstanding(), new Outstanding()};

    private final Ber ber = new Ber();
    private final Cursor values = new Cursor();
    private final Cursor value = new Cursor();
    private final Cursor user = new Cursor();
    private final Cursor part = new Cursor();

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (in.peek(0) >= BARE) {
            pdu(in, way, out);
            return;
        }
        int length = in.left();
        session.open(in, values);
        while (values.ok() && session.next(values, value)) {
            int head = value.peek(0);
            if (head >= Association.ASK && head <= Association.ABORT) {
                association(value, way, out);
            } else if (value.left() > 0) {
                pdu(value, way, out);
            }
        }
        if (!values.ok()) {
            out.violation("malformed_envelope", length);
        } else if (session.kind() == Session.REFUSE) {
            refused(Errors.number(Errors.ASSOCIATION, 1), way, out);
        }
    }

    private void association(Cursor in, Direction way, Sink out) {
        int kind = in.peek(0);
        int length = in.left();
        if (!ber.enter(in, kind, part)) {
            out.violation("malformed_association", length);
            return;
        }
        switch (kind) {
            case Association.ASK -> association.ask(part, user, out);
            case Association.ANSWER -> association.answer(part, user, out);
            case Association.RELEASE -> ask(out.request(Exchange.RELEASE), RELEASE, way, out);
            case Association.RELEASED ->
                answered(Exchange.RELEASE, RELEASE, way, out).tell();
            default -> out.notice(Exchange.ABORT).tell();
        }
        if (!part.ok()) {
            out.violation("malformed_association", length);
            return;
        }
        if (kind == Association.ANSWER && association.refusal() != 0) {
            refused(association.refusal(), way, out);
        } else if (kind <= Association.ANSWER && user.left() > 0) {
            pdu(user, way, out);
        }
    }

    private void refused(int why, Direction way, Sink out) {
        answered(Exchange.INITIATE, INITIATE, way, out)
                .refused(why, Errors.label(why))
                .tell();
    }

    private void pdu(Cursor in, Direction way, Sink out) {
        int length = in.left();
        if (!ber.next(in)) {
            out.violation("truncated", length);
            return;
        }
        int kind = ber.identifier();
        in.slice(ber.length(), part);
        switch (kind) {
            case 0xa0 -> request(way, out);
            case 0xa1 -> answer(way, out);
            case 0xa2 -> error(way, out);
            case 0xa3 -> unconfirmed(out);
            case 0xa4 -> reject(way, out);
            case 0x85 -> cancel(way, out);
            case 0x86 ->
                answered(Exchange.CANCEL, cancelled(ber.integer(part)), way, out)
                        .tell();
            case 0xa7 -> cancelError(way, out);
            case 0xa8 -> initiate(way, out);
            case 0xa9 -> {
                String size = size();
                answered(Exchange.INITIATE, INITIATE, way, out).qualifier(size).tell();
            }
            case 0xaa -> refusedBy(Exchange.INITIATE, INITIATE, way, out);
            case 0x8b -> ask(out.request(Exchange.CONCLUDE), CONCLUDE, way, out);
            case 0x8c -> answered(Exchange.CONCLUDE, CONCLUDE, way, out).tell();
            case 0xad -> refusedBy(Exchange.CONCLUDE, CONCLUDE, way, out);
            default -> out.violation("unknown_message", kind);
        }
        if (!part.ok()) {
            out.violation("malformed_message", kind);
        }
    }

    /** [80 longest message] | ... */
    private void initiate(Direction way, Sink out) {
        out.fact(Mms.NAME, "initreq", 1);
        String size = size();
        Sink told = out.request(Exchange.INITIATE).qualifier(size);
        if (!association.title().isEmpty()) {
            told.space("ap_title").symbol(association.title());
        }
        ask(told, INITIATE, way, out);
    }

    private String size() {
        return part.peek(0) == INVOKE && ber.next(part) ? SIZE.of(ber.integer(part) & 0xffff_ffffL) : "";
    }

    private void cancel(Direction way, Sink out) {
        long invoke = ber.integer(part);
        if (part.ok()) {
            ask(out.request(Exchange.CANCEL).object("invoke", invoke), cancelled(invoke), way, out);
        }
    }

    private static long cancelled(long invoke) {
        return -4 - (invoke & 0xffff_ffffL);
    }

    private void cancelError(Direction way, Sink out) {
        long invoke = ber.integer(part, INVOKE);
        int why = serviceError(0xa1);
        if (part.ok()) {
            answered(Exchange.CANCEL, cancelled(invoke), way, out)
                    .refused(why, Errors.label(why))
                    .tell();
        }
    }

    private void refusedBy(Exchange exchange, long key, Direction way, Sink out) {
        int why = serviceError();
        if (part.ok()) {
            answered(exchange, key, way, out).refused(why, Errors.label(why)).tell();
        }
    }

    private void request(Direction way, Sink out) {
        long invoke = ber.integer(part, Ber.INTEGER) & 0xffff_ffffL;
        if (part.peek(0) == Ber.SEQUENCE && ber.next(part)) {
            part.skip(ber.length());
        }
        if (!ber.next(part)) {
            return;
        }
        int tag = ber.number();
        int head = ber.identifier();
        part.slice(ber.length(), part);
        ConfirmedService service = head >= 0x80 ? ConfirmedService.of(tag) : null;
        Outstanding asked = waiting[side(way)];
        asked.begin();
        if (service == null) {
            out.violation("unknown_service", tag);
            asked.add(out.request(unknown(tag)).tell());
            asked.end(invoke, out.time());
            return;
        }
        out.fact(Mms.NAME, "req", tag);
        switch (service) {
            case READ -> variables.readRequest(part, asked, out);
            case WRITE -> variables.writeRequest(part, asked, out);
            default -> {
                requests.read(service, part, out);
                if (part.ok()) {
                    told(service, asked, out.tell(), out);
                }
            }
        }
        asked.end(invoke, out.time());
    }

    private void told(ConfirmedService service, Outstanding asked, Operation request, Sink out) {
        asked.add(request);
        if (service == ConfirmedService.TERMINATE_DOWNLOAD_SEQUENCE) {
            transfers.terminate(request.target().symbol(), part, out);
        }
    }

    private static Service unknown(int tag) {
        return new Service.Unlisted("unknown", tag, Verb.OTHER);
    }

    private void answer(Direction way, Sink out) {
        long invoke = ber.integer(part, Ber.INTEGER) & 0xffff_ffffL;
        if (!ber.next(part)) {
            return;
        }
        int tag = ber.number();
        part.slice(ber.length(), part);
        Outstanding asked = waiting[side(way.back())];
        asked.take(invoke, tag);
        ConfirmedService service = ConfirmedService.of(tag);
        if (service == null) {
            out.violation("unknown_service", tag);
            answer(unknown(tag), asked, 0, out).tell();
            return;
        }
        out.fact(Mms.NAME, "resp", tag);
        switch (service) {
            case READ -> variables.readAnswer(part, asked, out);
            case WRITE -> variables.writeAnswer(part, asked, out);
            default -> answers.read(service, asked, part, way, answer(service, asked, 0, out));
        }
    }

    private static Sink answer(Service service, Outstanding asked, int index, Sink out) {
        out.response(service);
        Operation request = asked.operation(index);
        if (request != null) {
            out.like(request).qualifier(request.qualifier());
        }
        return asked.count() > 0 ? out.since(asked.time()) : out;
    }

    /** 80 invoke | [81 modifier] | a2 { error }. */
    private void error(Direction way, Sink out) {
        long invoke = ber.integer(part, INVOKE) & 0xffff_ffffL;
        int why = serviceError(ERROR);
        if (part.ok()) {
            refuse(invoke, why, way, out);
        }
    }

    private void refuse(long invoke, int why, Direction way, Sink out) {
        Outstanding asked = waiting[side(way.back())];
        if (!asked.take(invoke, ANY)) {
            out.response(Exchange.CONFIRMED).refused(why, Errors.label(why)).tell();
            return;
        }
        for (int i = 0; i < asked.count(); i++) {
            Operation request = asked.operation(i);
            if (request != null) {
                answer(request.service(), asked, i, out)
                        .refused(why, Errors.label(why))
                        .tell();
            }
        }
    }

    /** [80 invoke] | reason [n]. */
    private void reject(Direction way, Sink out) {
        long invoke = -1;
        if (part.peek(0) == INVOKE) {
            invoke = ber.integer(part, INVOKE) & 0xffff_ffffL;
        }
        if (!ber.next(part)) {
            return;
        }
        int why = Errors.number(Errors.REJECTED + (ber.number() & 0x1f), ber.integer(part));
        if (!part.ok()) {
            return;
        }
        if (invoke >= 0 && ber.number() == 1) {
            refuse(invoke, why, way, out);
        } else {
            out.notice(Exchange.REJECT).refused(why, Errors.label(why)).tell();
        }
    }

    /** Passes over elements up to the error. */
    private int serviceError(int head) {
        while (part.left() > 0 && ber.next(part)) {
            if (ber.identifier() == head) {
                return serviceError();
            }
            part.skip(ber.length());
        }
        part.fail();
        return 0;
    }

    /** a0 { code [class] } | ... */
    private int serviceError() {
        if (!ber.next(part, ERROR_CLASS) || !ber.next(part)) {
            return 0;
        }
        return Errors.number(ber.number(), ber.integer(part));
    }

    private void unconfirmed(Sink out) {
        if (!ber.next(part)) {
            return;
        }
        int tag = ber.number();
        part.slice(ber.length(), part);
        switch (tag) {
            case 0 -> reports.information(part, out);
            case 1 -> answers.status(out.notice(Exchange.UNSOLICITED_STATUS), part);
            case 2 -> {
                String enrollment = answers.enrollment(part, out);
                if (!part.ok()) {
                    return;
                }
                out.notice(Exchange.EVENT_NOTIFICATION)
                        .space(ConfirmedService.DEFINE_EVENT_ENROLLMENT.objects())
                        .symbol(enrollment)
                        .tell();
            }
            default -> out.violation("unknown_service", tag);
        }
        out.fact(Mms.NAME, "unconf", tag);
    }

    private void ask(Sink told, long key, Direction way, Sink out) {
        Outstanding asked = waiting[side(way)];
        asked.begin();
        asked.add(told.tell());
        asked.end(key, out.time());
    }

    private Sink answered(Exchange exchange, long key, Direction way, Sink out) {
        Outstanding asked = waiting[side(way.back())];
        asked.take(key, exchange.code());
        return answer(exchange, asked, 0, out).qualifier("");
    }

    @Override
    public void lost(Direction way) {
        transfers.lost();
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        session.open(in, values);
        if (!values.ok() || !session.next(values, value)) {
            return presumed;
        }
        return switch (value.peek(0)) {
            case Association.ASK, Association.RELEASE, 0x8b -> Direction.TO_SERVER;
            case Association.ANSWER, Association.RELEASED, 0xa3, 0x8c -> Direction.TO_CLIENT;
            case 0xa0 -> asker(Direction.TO_SERVER);
            case 0xa1 -> asker(Direction.TO_CLIENT);
            default -> presumed;
        };
    }

    /** A device asks for the parts of its download. */
    private Direction asker(Direction usual) {
        if (!ber.next(value) || !ber.next(value, Ber.INTEGER)) {
            return usual;
        }
        value.skip(ber.length());
        boolean download = ber.next(value)
                && (ber.number() == ConfirmedService.DOWNLOAD_SEGMENT.code()
                        || ber.number() == ConfirmedService.TERMINATE_DOWNLOAD_SEQUENCE.code());
        return download ? usual.back() : usual;
    }

    private static int side(Direction way) {
        return way == Direction.TO_SERVER ? 0 : 1;
    }
}
