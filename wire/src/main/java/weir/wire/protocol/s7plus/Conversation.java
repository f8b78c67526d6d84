// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import weir.model.Service;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;
import weir.wire.protocol.iso.Assembly;
import weir.wire.protocol.iso.Outstanding;
import weir.wire.protocol.iso.TransportConnection;

/** The reader of one S7comm-plus conversation. */
final class Conversation implements Dialogue {

    private static final int HEADER = 4;
    private static final int DIGEST = 32;
    private static final int PROTECTED = 3;

    private final TransportConnection connection;
    private final Outstanding[] waiting = {new Outstanding(), new Outstanding()};
    private final Assembly[] assemblies = {new Assembly(), new Assembly()};
    private final Values values = new Values();
    private final Requests requests;
    private final Answers answers;
    private final Notifications notifications;
    private final Cursor part = new Cursor();
    private boolean encrypted;

    Conversation(TransportConnection connection) {
        this.connection = connection;
        requests = new Requests(values);
        answers = new Answers(values, requests);
        notifications = new Notifications(values);
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int first = in.peek(0);
        if (first != S7commPlus.IDENTIFIER) {
            foreign(first, in, out);
            return;
        }
        int version = in.peek(1);
        if (version == S7commPlus.KEEP_ALIVE || version == S7commPlus.EVENT) {
            out.notice(version == S7commPlus.EVENT ? Function.SYSTEM_EVENT : Function.KEEP_ALIVE)
                    .unit(connection.unit())
                    .tell();
            return;
        }
        in.skip(2);
        int length = in.u16();
        if (!in.ok() || length > in.left()) {
            out.violation("truncated", length);
            return;
        }
        in.slice(length, part);
        boolean digested = version == PROTECTED && part.peek(0) == DIGEST;
        if (digested) {
            part.skip(1 + DIGEST);
        }
        boolean last = in.left() >= HEADER && in.peek(0) == S7commPlus.IDENTIFIER;
        assemble(last, way, out);
        if (version == PROTECTED && !digested && last) {
            out.violation("digest_missing", length);
        }
    }

    /** TLS begins inside of the transport once both sides have agreed on it. */
    private void foreign(int first, Cursor in, Sink out) {
        if (encrypted) {
            return;
        }
        if (first >= 0x14 && first <= 0x17 && in.peek(1) == 3) {
            encrypted = true;
            out.notice(Function.ENCRYPTED).unit(connection.unit()).tell();
        } else {
            out.violation("not_s7comm_plus", first);
        }
    }

    private void assemble(boolean last, Direction way, Sink out) {
        Assembly assembly = assemblies[side(way)];
        if (last && assembly.isEmpty()) {
            whole(part, way, out);
        } else if (!assembly.add(part)) {
            out.violation("message_too_long", part.left());
        } else if (last) {
            whole(assembly.take(), way, out);
        }
    }

    private void whole(Cursor in, Direction way, Sink out) {
        switch (in.peek(0)) {
            case S7commPlus.REQUEST -> request(in, way, out);
            case S7commPlus.RESPONSE, S7commPlus.SHORT_RESPONSE -> response(in, way, out);
            case S7commPlus.NOTIFICATION -> {
                in.skip(1);
                notifications.read(in, connection.unit(), out);
            }
            // a message whose beginning is gone, or one that is hidden
            default -> out.notice(Function.OPAQUE).unit(connection.unit()).tell();
        }
    }

    private void request(Cursor in, Direction way, Sink out) {
        int length = in.left();
        in.skip(3);
        int code = in.u16();
        in.skip(2);
        int sequence = in.u16();
        long session = in.u32();
        in.skip(1);
        if (!in.ok()) {
            out.violation("truncated", length);
            return;
        }
        Outstanding asked = waiting[side(way)];
        asked.begin();
        Function function = Function.of(code);
        if (function == null) {
            out.violation("unknown_function", code);
            asked.add(out.request(unknown(code)).unit(connection.unit()).tell());
        } else {
            requests.read(function, in, session, connection.unit(), asked, out);
        }
        asked.end(sequence, out.time());
    }

    private static Service unknown(int code) {
        return new Service.Unlisted("unknown", code, Verb.OTHER);
    }

    private void response(Cursor in, Direction way, Sink out) {
        int length = in.left();
        in.skip(3);
        int code = in.u16();
        in.skip(2);
        int sequence = in.u16();
        in.skip(1);
        if (!in.ok()) {
            out.violation("truncated", length);
            return;
        }
        Outstanding asked = waiting[side(way.back())];
        asked.take(sequence, code);
        Function function = Function.of(code);
        if (function == null) {
            out.violation("unknown_function", code);
            Answers.begin(unknown(code), asked, 0, connection.unit(), out).tell();
        } else {
            answers.read(function, in, asked, connection.unit(), out);
        }
    }

    @Override
    public void lost(Direction way) {
        assemblies[side(way)].clear();
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int at = HEADER + (in.peek(1) == PROTECTED && in.peek(HEADER) == DIGEST ? 1 + DIGEST : 0);
        return switch (in.peek(at)) {
            case S7commPlus.REQUEST -> Direction.TO_SERVER;
            case S7commPlus.RESPONSE, S7commPlus.NOTIFICATION, S7commPlus.SHORT_RESPONSE -> Direction.TO_CLIENT;
            default -> presumed;
        };
    }

    private static int side(Direction way) {
        return way == Direction.TO_SERVER ? 0 : 1;
    }
}
