// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kerberos;

import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Phrase;
import weir.wire.Sink;

/** What is asked of one centre, and how it answers: one question at a time. */
final class Conversation implements Dialogue {

    /** Answers repeat nothing that tells one question from another. */
    private static final long QUESTION = 1;

    /** The client is to say first what it proves itself with; to ask over TCP: no refusals. */
    private static final int PROOF_REQUIRED = 25;

    private static final int TOO_BIG = 52;
    private static final int MORE_PROOF = 91;

    private final KerberosMessage message = new KerberosMessage();
    private final Pending pending = new Pending(4);
    private final Phrase phrase = new Phrase();

    @Override
    public int frame(Cursor in, Direction way) {
        return Kerberos.frame(in);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int first = KerberosMessage.type(in.peek(0)) >= 0 ? in.peek(0) : in.peek(4);
        return switch (KerberosMessage.type(first)) {
            case 10, 12, 14 -> Direction.TO_SERVER;
            case 11, 13, 15, 30 -> Direction.TO_CLIENT;
            default -> presumed;
        };
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int there = in.left();
        if (KerberosMessage.type(in.peek(0)) < 0) {
            if (in.u32() != in.left()) {
                out.violation("truncated", there);
                return;
            }
        }
        if (!message.read(in, out)) {
            out.violation("malformed", there);
            return;
        }
        switch (message.type()) {
            case KerberosMessage.AS_REQUEST, KerberosMessage.TGS_REQUEST, KerberosMessage.AP_REQUEST -> ask(out);
            case KerberosMessage.AS_ANSWER, KerberosMessage.TGS_ANSWER, KerberosMessage.AP_ANSWER -> answer(out);
            case KerberosMessage.ERROR -> refuse(out);
            default -> out.notice(KerberosService.of(message.type())).tell();
        }
    }

    private void ask(Sink out) {
        Operation told = out.request(KerberosService.of(message.type()))
                .space(who(out))
                .symbol(message.service())
                .qualifier(message.encryption())
                .tell();
        pending.ask(QUESTION, told, out.time(), 0);
        out.identity(out.sender(), Attribute.NAME, message.computer(), "AS-REQ", 4);
    }

    /** {@code client@REALM}; only the realm where the client is not said. */
    private String who(Sink out) {
        if (message.client().isEmpty()) {
            return message.realm();
        }
        return phrase.begin()
                .add(message.client())
                .add('@')
                .add(message.realm())
                .take(out);
    }

    private void answer(Sink out) {
        String who = who(out);
        boolean known = pending.take(QUESTION);
        KerberosService service = KerberosService.of(message.type());
        out.response(service).space(who).symbol(message.service()).qualifier(message.encryption());
        if (known && pending.request() != null && pending.request().service() == service) {
            out.like(pending.request()).since(pending.time());
            if (!who.isEmpty()) {
                out.space(who);
            }
        }
        out.tell();
        if (service == KerberosService.AUTHENTICATION) {
            out.login(out.server(""), who, "", Outcome.DONE);
        }
    }

    private void refuse(Sink out) {
        int code = message.code();
        String word = message.errorName();
        out.response(KerberosService.ERROR).space(who(out)).symbol(message.service());
        String user = "";
        if (pending.take(QUESTION)) {
            Operation request = pending.request();
            if (request != null) {
                out.response(request.service()).like(request).since(pending.time());
                user = request.service() == KerberosService.AUTHENTICATION
                        ? request.target().space()
                        : "";
            }
        }
        out.refused(code, word).tell();
        boolean only = code == PROOF_REQUIRED || code == TOO_BIG || code == MORE_PROOF;
        if (!only && !user.isEmpty()) {
            out.login(out.server(""), user, "", new Outcome(Outcome.Kind.REFUSED, code, word));
        }
    }
}
