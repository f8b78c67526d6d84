// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.Sink;

/** The application layer of one conversation: reads each fragment, joins answers to requests (IEEE 1815 clause 4.2). */
final class Application {

    private static final int FINAL = 0x40;
    private static final int SEQUENCE = 0x0f;

    private final Pending pending = new Pending(32);
    private final Message message = new Message();
    private final Objects objects = new Objects();
    private @Nullable Dnp3Log log;

    void read(Cursor in, LinkFrame link, Sink out) {
        int control = in.u8();
        int code = in.u8();
        if (!in.ok()) {
            out.violation("truncated", 0);
            return;
        }
        out.fact("dnp3", "al.func", code);
        message.begin(code, link, out);
        if (message.reports() == link.fromMaster()) {
            out.violation("wrong_direction", code);
        }
        if (message.reports()) {
            message.indications = in.u16le();
            if (!in.ok()) {
                out.violation("truncated", code);
                return;
            }
        }
        if (out.wantsRows()) {
            log(out);
        }
        Function function = message.function;
        if (function == null) {
            out.violation("unknown_function", code);
            message.begin(-1, out).tell();
            return;
        }
        if (function.answers()) {
            answer(function, control, link, in, out);
        } else {
            ask(function, control, link, in, out);
        }
    }

    private void log(Sink out) {
        if (log == null) {
            log = new Dnp3Log();
        }
        log.message(message, out);
    }

    private void ask(Function function, int control, LinkFrame link, Cursor in, Sink out) {
        boolean whole = objects.read(in, message, out);
        Operation first = message.first;
        if (first == null && whole) {
            first = message.begin(-1, out).tell();
            if (function == Function.READ) {
                out.violation("read_of_nothing", link.destination);
            }
        }
        if (first != null && function.isAnswered() && !message.broadcast) {
            long key = key(link.destination, link.source, control & SEQUENCE);
            pending.ask(key, first, out.time(), function.code());
        }
    }

    private void answer(Function function, int control, LinkFrame link, Cursor in, Sink out) {
        if (function != Function.UNSOLICITED_RESPONSE
                && pending.take(key(link.source, link.destination, control & SEQUENCE))) {
            message.answers(pending.request(), pending.time(), (int) pending.note());
            if ((control & FINAL) == 0) {
                goesOn(control, link);
            }
        }
        Indications.tell(message.indications, message.subject, out);
        boolean whole = objects.read(in, message, out);
        boolean refused = Indications.refuse(message.indications) && !message.refused;
        if (refused || (whole && message.first == null)) {
            restate(refused, out);
        }
    }

    /** The next fragment of an answer bears the next sequence number. */
    private void goesOn(int control, LinkFrame link) {
        Operation request = message.request;
        if (request != null) {
            long key = key(link.source, link.destination, control + 1 & SEQUENCE);
            pending.ask(key, request, pending.time(), pending.note());
        }
    }

    /** An answer that brings no objects, or brings some and refuses others, speaks of what was asked for. */
    private void restate(boolean refused, Sink out) {
        Operation request = message.request;
        message.begin(-1, out);
        if (request != null) {
            out.response(request.service())
                    .like(request)
                    .qualifier(request.qualifier())
                    .since(message.askedAt());
        }
        if (refused) {
            out.refused(Indications.refusal(message.indications), Indications.refusalWord(message.indications));
        }
        out.tell();
    }

    private static long key(int outstation, int master, int sequence) {
        return (long) outstation << 20 | master << 4 | sequence;
    }
}
