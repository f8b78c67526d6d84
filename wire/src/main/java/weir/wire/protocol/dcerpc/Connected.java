// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.protocol.gss.SecurityTokens;

/**
 * The calls of one connection (C706, 12.6), over TCP or a named pipe. Either end may call the other.
 *
 * <pre>
 * 5 | 0 or 1 | kind 1 | flags 1: 1 first, 2 last, 0x80 object | order 4: 0x10 little-endian, 0, 0, 0
 * | length 2, all of it | length of token 2 | call 4 | body
 * | [ provider 1 | level 1 | padding 1 | 0 | context 4 | token ], the token at the very end
 * </pre>
 */
final class Connected {

    private static final int FIRST = 1;
    private static final int LAST = 2;
    private static final int OBJECT = 0x80;

    private static final int SIGNED = 5;
    private static final int ENCRYPTED = 6;

    /** First half of the UUID of 32-bit NDR: 8a885d04-1ceb-11c9-9fe8-08002b104860. */
    private static final long NDR = 0x8a88_5d04_1ceb_11c9L;

    /** Of 64-bit NDR: 71710533-beba-4937-8319-b5dbef9ccc36. */
    private static final long NDR64 = 0x7171_0533_beba_4937L;

    private final SecurityTokens tokens = new SecurityTokens();
    private final Calls calls = new Calls();
    private final Contexts contexts = new Contexts();
    private final Pending openings = new Pending(16);
    private final Fragments[] fragments = {new Fragments(), new Fragments()};
    private final Cursor body = new Cursor();
    private final Cursor token = new Cursor();
    private final Cursor whole = new Cursor();

    private int flags;
    private boolean littleEndian;
    private long key;
    private int level;
    private int provider;

    void lost(Direction way) {
        fragments[way.ordinal()].lose();
    }

    void message(Cursor in, Direction way, Sink out) {
        int there = in.left();
        int length = Unit.frame(in);
        if (length <= 0 || length > there) {
            out.violation(length == Dialogue.LOST ? "bad_header" : "truncated", there);
            return;
        }
        in.skip(2);
        int kind = in.u8();
        flags = in.u8();
        littleEndian = in.u8() == 0x10;
        in.skip(5);
        int authentication = u16(in);
        long call = u32(in);
        boolean asks = kind == Unit.REQUEST || kind == Unit.BIND || kind == Unit.ALTER_CONTEXT;
        key = call << 1 | (asks ? way : way.back()).ordinal();
        cut(in, length - Unit.HEADER, authentication);
        read(kind, way, out);
        if (authentication > 0 && kind >= Unit.BIND && kind <= Unit.AUTH3) {
            tokens.token(token, out);
            if (tokens.proves() && !tokens.user().isEmpty()) {
                out.login(out.server(""), tokens.user(), "", Outcome.OPEN);
            }
        }
        if (!body.ok()) {
            out.violation("body_cut_short", length);
        }
    }

    /** Body and token apart. */
    private void cut(Cursor in, int length, int authentication) {
        int ends = authentication == 0 ? 0 : authentication + Unit.TRAILER;
        level = 0;
        if (ends == 0) {
            in.slice(length, body);
            return;
        }
        int size = length - ends;
        int padding = in.peek(size + 2);
        provider = in.peek(size);
        level = in.peek(size + 1);
        in.slice(Math.max(0, size - Math.max(0, padding)), body);
        in.skip(length - body.left() - authentication);
        in.slice(authentication, token);
    }

    private void read(int kind, Direction way, Sink out) {
        switch (kind) {
            case Unit.REQUEST -> request(way, out);
            case Unit.RESPONSE -> response(way, out);
            case Unit.FAULT -> fault(way, out);
            case Unit.BIND, Unit.ALTER_CONTEXT -> open(kind, way, out);
            case Unit.BIND_ACK, Unit.ALTER_CONTEXT_ANSWER -> opened(kind, out);
            case Unit.BIND_REFUSAL -> refused(u16(body), out);
            case Unit.AUTH3 ->
                out.notice(RpcService.AUTHENTICATE)
                        .qualifier(Providers.name(provider))
                        .tell();
            case 17 -> out.notice(RpcService.SHUTDOWN).tell();
            case 18 -> out.notice(RpcService.CANCEL).tell();
            case 19 -> out.notice(RpcService.ORPHANED).tell();
            default -> out.notice(RpcService.REQUEST_TO_SEND).tell();
        }
    }

    /** Hint 4 | context 2 | operation 2 | [object 16] | arguments. */
    private void request(Direction way, Sink out) {
        body.skip(4);
        int context = u16(body);
        int operation = u16(body);
        if ((flags & OBJECT) != 0) {
            body.skip(16);
        }
        if (!body.ok()) {
            return;
        }
        out.fact("dcerpc", "opnum", operation);
        if (gather(way)) {
            Contexts.Encoding encoding = contexts.encoding(way, context);
            boolean large = encoding == Contexts.Encoding.NDR64;
            calls.request(
                    key,
                    contexts.of(way, context),
                    operation,
                    arguments(encoding),
                    littleEndian,
                    large,
                    quality(),
                    out);
        }
    }

    /** Hint 4 | context 2 | cancelled 1 | 0 | arguments. */
    private void response(Direction way, Sink out) {
        body.skip(4);
        int context = u16(body);
        body.skip(2);
        int operation = calls.waiting(key);
        if (operation >= 0 && contexts.of(way.back(), context) != RpcInterface.UNSEEN) {
            out.fact("dcerpc", "opnum", operation);
        }
        if (gather(way)) {
            Contexts.Encoding encoding = contexts.encoding(way.back(), context);
            boolean large = encoding == Contexts.Encoding.NDR64;
            calls.response(key, arguments(encoding), littleEndian, large, quality(), out);
        }
    }

    /** Puts the arguments together; true when this is the last part of them. */
    private boolean gather(Direction way) {
        Fragments parts = fragments[way.ordinal()];
        boolean last = (flags & LAST) != 0;
        if ((flags & FIRST) != 0) {
            if (last) {
                body.slice(body.left(), whole);
            } else {
                parts.begin(key, body);
            }
        } else if (!parts.add(key, body)) {
            whole.wrap(body.bytes(), body.offset(), 0).fail();
        } else if (last) {
            parts.end(whole);
        }
        return last;
    }

    /** Null where they are encrypted, or their beginning is gone. */
    private @Nullable Cursor arguments(Contexts.Encoding encoding) {
        return encoding == Contexts.Encoding.OTHER || level == ENCRYPTED || !whole.ok() ? null : whole;
    }

    private String quality() {
        return level == ENCRYPTED ? "encrypted" : level == SIGNED ? "signed" : "";
    }

    /** Hint 4 | context 2 | cancelled 1 | 0 | status 4. */
    private void fault(Direction way, Sink out) {
        body.skip(4);
        int context = u16(body);
        body.skip(2);
        int status = (int) u32(body);
        if (body.ok()) {
            int operation = calls.waiting(key);
            if (operation >= 0 && contexts.of(way.back(), context) != RpcInterface.UNSEEN) {
                out.fact("dcerpc", "opnum", operation);
            }
            calls.fault(key, status, out);
        }
    }

    /**
     * Longest to send 2, to receive 2 | group 4 | count 1 | 0 3 | contexts: {@code number 2 | count 1 | 0 | interface 16 |
     * version 4 | representations: UUID 16, version 4}.
     */
    private void open(int kind, Direction way, Sink out) {
        body.skip(8);
        int count = body.u8();
        body.skip(3);
        RpcInterface before = null;
        for (int i = 0; i < count && body.ok(); i++) {
            int number = u16(body);
            int representations = body.u8();
            body.skip(1);
            RpcInterface what = contexts.named(Uuid.high(body, littleEndian), body.u64());
            body.skip(4);
            Contexts.Encoding encoding = encoding(representations);
            if (body.ok()) {
                contexts.open(way, number, what, encoding);
                if (what != before) {
                    before = what;
                    Operation told = out.request(service(kind))
                            .space(what.name)
                            .qualifier(level == 0 ? "" : Providers.name(provider))
                            .tell();
                    openings.ask(key, told, out.time(), 0);
                }
            }
        }
    }

    private Contexts.Encoding encoding(int representations) {
        Contexts.Encoding encoding = Contexts.Encoding.OTHER;
        for (int i = 0; i < representations && body.ok(); i++) {
            long high = Uuid.high(body, littleEndian);
            body.skip(12);
            if (high == NDR) {
                encoding = Contexts.Encoding.NDR;
            } else if (high == NDR64) {
                encoding = Contexts.Encoding.NDR64;
            }
        }
        return encoding;
    }

    private static RpcService service(int kind) {
        return kind == Unit.BIND || kind == Unit.BIND_ACK ? RpcService.BIND : RpcService.ALTER_CONTEXT;
    }

    /** 8 as above | second address: length 2, text, to a multiple of 4 | count 1 | 0 3 | result 2, reason 2, UUID 20. */
    private void opened(int kind, Sink out) {
        body.skip(8);
        int length = u16(body);
        body.skip(length);
        body.skip(-(length + 2) & 3);
        int count = body.u8();
        body.skip(3);
        boolean accepted = false;
        int reason = 0;
        for (int i = 0; i < count && body.ok(); i++) {
            int result = u16(body);
            int why = u16(body);
            body.skip(20);
            accepted |= result == 0;
            reason = result == 2 ? why : reason;
        }
        if (body.ok()) {
            out.response(service(kind));
            restate(out);
            if (!accepted) {
                out.refused(reason, Providers.rejection(reason));
            }
            out.tell();
        }
    }

    private void refused(int reason, Sink out) {
        if (body.ok()) {
            out.response(RpcService.BIND);
            restate(out);
            out.refused(reason, Providers.refusal(reason)).tell();
        }
    }

    private void restate(Sink out) {
        if (openings.take(key)) {
            Operation request = openings.request();
            if (request != null) {
                out.like(request).since(openings.time());
            }
        }
    }

    private int u16(Cursor in) {
        return littleEndian ? in.u16le() : in.u16();
    }

    private long u32(Cursor in) {
        return littleEndian ? in.u32le() : in.u32();
    }
}
