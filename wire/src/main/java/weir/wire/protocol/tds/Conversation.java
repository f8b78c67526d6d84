// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tds;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.NamedCodes;
import weir.wire.Sink;
import weir.wire.protocol.tls.Tls;

/** One connection: each request is answered before the next. */
final class Conversation implements Dialogue {

    private static final NamedCodes ERRORS = new NamedCodes("tds/errors", "error_");
    private static final int MOST_OPTIONS = 16;
    private static final int LAST_OPTION = 0xff;
    private static final int TLS_HANDSHAKE = 0x16;

    private final Statements statements = new Statements();
    private final Tokens tokens = new Tokens();
    private final LoginRecord login = new LoginRecord();
    private final WideText texts = new WideText();
    private final Cursor record = new Cursor();
    private final boolean[] begun = new boolean[2];
    private final boolean[] seen = new boolean[2];
    private final boolean[] encrypted = new boolean[2];
    private @Nullable Dialogue handshake;
    private @Nullable Operation asked;
    private long askedAt;

    @Override
    public int frame(Cursor in, Direction way) {
        int size = Packet.frame(in, way);
        return size > 0 && in.peek(0) == Packet.TLS_DATA && encrypted[way.ordinal()] ? Dialogue.skip(size) : size;
    }

    @Override
    public void lost(Direction way) {
        begun[way.ordinal()] = false;
        seen[way.ordinal()] = false;
        asked = null;
        login.forget();
        if (handshake != null) {
            handshake.lost(way);
        }
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        return switch (in.peek(0)) {
            case 4 -> Direction.TO_CLIENT;
            case 1, 3, 14, 16 -> Direction.TO_SERVER;
            default -> presumed;
        };
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = Packet.frame(in, way);
        if (size <= 0 || size != in.left()) {
            out.violation(size == LOST ? "not_a_message" : "truncated", in.left());
            return;
        }
        int side = way.ordinal();
        if (in.peek(0) == Packet.TLS_DATA) {
            encrypted(side, out);
            return;
        }
        Kind kind = Kind.of(in.u8());
        boolean ends = (in.u8() & Packet.END) != 0;
        in.skip(4);
        int number = in.u8();
        in.skip(1);
        boolean first = !begun[side] && (seen[side] || number <= 1);
        begun[side] = !ends;
        seen[side] = true;
        if (kind == Kind.PRELOGIN && in.peek(0) >= TLS_HANDSHAKE - 2 && in.peek(0) <= TLS_HANDSHAKE) {
            secure(in, way, out);
        } else if (kind == Kind.RESULT) {
            result(in, first, ends, out);
        } else if (first && kind != null) {
            request(kind, in, out);
        }
        if (!in.ok()) {
            out.violation("malformed", in.read());
        }
    }

    private void encrypted(int side, Sink out) {
        if (!encrypted[side]) {
            encrypted[side] = true;
            out.notice(Kind.ENCRYPTED).tell();
        }
    }

    /** Records of the handshake of TLS, in a packet each or several. */
    private void secure(Cursor in, Direction way, Sink out) {
        Dialogue tls = handshake;
        if (tls == null) {
            tls = new Tls().open();
            handshake = tls;
        }
        out.speaking("tls");
        for (int size = tls.frame(in, way); size != MORE && size != LOST; size = tls.frame(in, way)) {
            int length = size > 0 ? size : Dialogue.skipped(size);
            if (length > in.left() || length <= 0) {
                break;
            }
            in.slice(length, record);
            if (size > 0) {
                tls.message(record, way, out);
            }
        }
        out.speaking("tds");
    }

    private void request(Kind kind, Cursor in, Sink out) {
        asked = switch (kind) {
            case BATCH -> statements.batch(in, out);
            case REMOTE_PROCEDURE_CALL -> statements.call(in, out);
            case TRANSACTION -> statements.transaction(in, out);
            case LOGIN -> login.read(in, out);
            case PRELOGIN -> {
                Operation told = out.request(kind).qualifier(encryption(in)).tell();
                yield told;
            }
            default -> out.request(kind).tell();
        };
        askedAt = out.time();
    }

    /**
     * What is said of encryption before the login (MS-TDS, 2.2.6.5).
     *
     * <pre>
     * type u8, 0xff for the end | offset u16 | length u16; ...; data
     * </pre>
     */
    private static String encryption(Cursor in) {
        int at = option(in, 1);
        return switch (in.peek(at)) {
            case 0 -> "encryption_off";
            case 1 -> "encryption_on";
            case 2 -> "encryption_not_supported";
            case 3 -> "encryption_required";
            default -> "";
        };
    }

    /** Where the data of an option is; behind the end where it is not there. */
    private static int option(Cursor in, int wanted) {
        for (int i = 0; i < MOST_OPTIONS && in.peek(5 * i) != LAST_OPTION; i++) {
            if (in.peek(5 * i) == wanted && in.peek16(5 * i + 1) >= 0) {
                return in.peek16(5 * i + 1);
            }
        }
        return in.left();
    }

    private void result(Cursor in, boolean first, boolean ends, Sink out) {
        if (first) {
            if (in.peek(0) == 0) {
                opened(in, out);
                return;
            }
            tokens.begin();
            int status = Tokens.doneStatus(in);
            tokens.read(record.wrap(in.bytes(), in.offset(), in.left()), out);
            tokens.failed |= ends && status > 0 && (status & 2) != 0;
            if (!record.ok()) {
                out.violation("malformed_token", record.read());
            }
        }
        if (ends) {
            answer(out);
        }
    }

    private void opened(Cursor in, Sink out) {
        int version = option(in, 0);
        String encryption = encryption(in);
        restate(Kind.PRELOGIN, out).qualifier(encryption).tell();
        if (in.peek16(version + 2) >= 0) {
            String software = texts.version(in.peek(version), in.peek(version + 1), in.peek16(version + 2), out);
            out.identity(out.sender(), Attribute.SOFTWARE, software, "prelogin", 5);
        }
    }

    private void answer(Sink out) {
        restate(Kind.RESULT, out);
        Outcome outcome = Outcome.DONE;
        if (tokens.error != 0 || tokens.failed) {
            String word = tokens.error == 0 ? "failed" : ERRORS.of(tokens.error);
            out.refused(tokens.error, word);
            outcome = new Outcome(Outcome.Kind.REFUSED, tokens.error, word);
        }
        out.tell();
        if (tokens.loggedIn || outcome != Outcome.DONE) {
            login.ends(outcome, out);
        }
        tokens.begin();
    }

    private Sink restate(Kind otherwise, Sink out) {
        Operation request = asked;
        if (request == null) {
            return out.response(otherwise);
        }
        asked = null;
        return out.response(request.service())
                .like(request)
                .qualifier(request.qualifier())
                .since(askedAt);
    }
}
