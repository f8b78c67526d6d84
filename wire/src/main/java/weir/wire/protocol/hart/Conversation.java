// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.hart;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;

/** The reader of one HART-IP conversation, see {@link HartIp}. */
final class Conversation implements Dialogue {

    /** Messages that wait for their answer, by id and sequence number. */
    private static final int WAITING = 32;

    private static final int REQUEST = 0;
    private static final int RESPONSE = 1;
    private static final int PUBLISH = 2;
    private static final int PRIMARY = 1;

    private final Pending pending = new Pending(WAITING);
    private final Commands commands = new Commands();
    private int type;
    private int status;
    private long key;

    @Override
    public int frame(Cursor in, Direction way) {
        return HartIp.frame(in);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int kind = in.peek(1);
        return kind < 0 ? presumed : kind == REQUEST ? Direction.TO_SERVER : Direction.TO_CLIENT;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = in.left();
        if (out.wantsRows() && in.peek16(6) == size) {
            HartIpLog.tell(in, out);
        }
        int version = in.u8();
        type = in.u8();
        int id = in.u8();
        status = in.u8();
        int sequence = in.u16();
        int length = in.u16();
        if (!in.ok() || length > size) {
            out.violation("truncated", size);
            return;
        }
        HartMessage kind = HartMessage.of(id);
        if (version != 1 && version != 2 || kind == null) {
            out.violation("unknown_message", (long) version << 16 | id);
            return;
        }
        if (length != size) {
            out.violation("wrong_length", length);
            return;
        }
        out.fact("hartip", "msgtype", type);
        out.fact("hartip", "msgid", id);
        key = (long) id << 16 | sequence;
        switch (type) {
            case REQUEST, RESPONSE, PUBLISH -> body(kind, in, out);
            default -> refused(kind, out);
        }
    }

    private void body(HartMessage kind, Cursor in, Sink out) {
        switch (kind) {
            case SESSION_INITIATE -> initiate(in, out);
            case SESSION_CLOSE, KEEP_ALIVE, READ_AUDIT_LOG -> plain(kind, out);
            case TOKEN_PASSING_PDU -> carried(in, false, out);
            case DIRECT_PDU -> carried(in, true, out);
        }
    }

    private void initiate(Cursor in, Sink out) {
        boolean primary = in.u8() == PRIMARY;
        if (!in.ok() || in.left() < 4) {
            plain(HartMessage.SESSION_INITIATE, out);
            return;
        }
        begin(HartMessage.SESSION_INITIATE, out).qualifier(primary ? "primary" : "secondary");
        end(out);
    }

    private void plain(HartMessage kind, Sink out) {
        begin(kind, out);
        end(out);
    }

    private Sink begin(Service service, Sink out) {
        switch (type) {
            case REQUEST -> out.request(service);
            case RESPONSE -> {
                out.response(service);
                if (pending.take(key)) {
                    out.since(pending.time());
                }
                if (!Responses.isAccepted(status)) {
                    out.refused(status, Responses.status(status));
                }
            }
            default -> out.notice(service);
        }
        return out;
    }

    private void end(Sink out) {
        Operation told = out.tell();
        if (type == REQUEST) {
            pending.ask(key, told, out.time(), 0);
        }
    }

    /** Commands within: what was asked is remembered by the message, so the answer names it. */
    private void carried(Cursor in, boolean direct, Sink out) {
        @Nullable Operation asked = null;
        long when = -1;
        if (type == RESPONSE && pending.take(key)) {
            asked = pending.request();
            when = pending.time();
        }
        commands.begin(type, asked, when);
        if (direct) {
            commands.direct(in, out);
        } else {
            commands.token(in, out);
        }
        Operation told = commands.first();
        if (type == REQUEST && told != null) {
            pending.ask(key, told, out.time(), 0);
        }
    }

    private void refused(HartMessage kind, Sink out) {
        Operation request = pending.take(key) ? pending.request() : null;
        if (request == null) {
            out.response(kind);
        } else {
            out.response(request.service()).like(request).since(pending.time());
        }
        out.refused(status, Responses.status(status)).tell();
    }
}
