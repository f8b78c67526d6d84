// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ldap;

import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;

/** One connection to a directory. */
final class Conversation implements Dialogue {

    private static final int WAITING = 64;

    private final Pending pending = new Pending(WAITING);
    private final Binds binds = new Binds();
    private final Requests requests = new Requests(pending, binds);
    private final Answers answers = new Answers(pending, binds);
    private final Ber ber = new Ber();
    private final Cursor message = new Cursor();
    private final Cursor operation = new Cursor();
    private final Cursor inner = new Cursor();

    @Override
    public int frame(Cursor in, Direction way) {
        return answers.isSecured() ? DONE : Envelope.frame(in);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (in.peek(0) != Ber.SEQUENCE) {
            return presumed;
        }
        int head = Envelope.head(in, 0);
        return switch (Envelope.operation(in.peek(head + 2 + in.peek(head + 1)))) {
            case 0, 2, 3, 6, 8, 10, 12, 14, 16, 23 -> Direction.TO_SERVER;
            case -1 -> presumed;
            default -> Direction.TO_CLIENT;
        };
    }

    /** A datagram may hold several messages. */
    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (in.peek(0) == 0) {
            guarded(in, out);
            return;
        }
        do {
            int there = in.left();
            int length = Envelope.frame(in);
            if (length <= 0 || length > there) {
                out.violation(length == LOST ? "malformed" : "truncated", there);
                return;
            }
            in.slice(length, message);
            read(out);
        } while (in.left() > 0);
    }

    private void read(Sink out) {
        int size = message.left();
        ber.next(message, Ber.SEQUENCE);
        long number = ber.integer(message, Ber.INTEGER);
        if (!ber.next(message)) {
            out.violation("malformed", size);
            return;
        }
        int kind = ber.number();
        message.slice(ber.length(), operation);
        out.fact("ldap", "op", kind);
        switch (kind) {
            case 0, 2, 3, 6, 8, 10, 12, 14, 16, 23 -> requests.read(kind, number, operation, out);
            default -> answers.read(kind, number, operation, out);
        }
        if (!operation.ok()) {
            out.violation("malformed", kind);
        }
    }

    /** What a login protects: signed it can be read behind its token, sealed it cannot. */
    private void guarded(Cursor in, Sink out) {
        int there = in.left();
        int length = Envelope.frame(in);
        if (length <= 0 || length > there) {
            out.violation(length == LOST ? "malformed" : "truncated", there);
            return;
        }
        int head = Envelope.protection(in);
        in.skip(head);
        in.slice(Math.max(0, length - head), inner);
        boolean read = false;
        while (inner.left() > 0 && inner.peek(0) == Ber.SEQUENCE) {
            int size = Envelope.frame(inner);
            if (size <= 0 || size > inner.left()) {
                break;
            }
            inner.slice(size, message);
            read(out);
            read = true;
        }
        if (!read) {
            out.notice(LdapService.ENCRYPTED).tell();
        }
    }

    @Override
    public void lost(Direction way) {
        binds.forget();
    }
}
