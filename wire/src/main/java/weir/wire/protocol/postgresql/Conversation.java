// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.postgresql;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Phrase;
import weir.wire.Sink;
import weir.wire.protocol.sql.Statement;
import weir.wire.protocol.tls.Tls;

/** One connection: an opening, a login, then requests that may run ahead of their answers. */
final class Conversation implements Dialogue {

    private static final Numbered METHODS = new Numbered("method_");
    private static final int MOST_PARAMETERS = 64;
    private static final int CLEAR = 3;

    private final Requests requests = new Requests();
    private final Phrase phrase = new Phrase();
    private final Cursor part = new Cursor();
    private @Nullable Dialogue secured;
    private boolean wantsEncryption;
    private String user = "";
    private String secret = "";
    private boolean loggingIn;
    private int method;

    @Override
    public int frame(Cursor in, Direction way) {
        if (secured != null) {
            return secured.frame(in, way);
        }
        if (wantsEncryption && way == Direction.TO_CLIENT && in.peek(0) != 'E') {
            return in.left() == 0 ? MORE : 1;
        }
        return Message.frame(in, way);
    }

    @Override
    public void lost(Direction way) {
        if (secured != null) {
            secured.lost(way);
        }
        requests.forget();
        wantsEncryption = false;
        loggingIn = false;
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        Direction sender = Message.sender(in);
        return sender == null ? presumed : sender;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (secured != null) {
            out.speaking("tls");
            secured.message(in, way, out);
            return;
        }
        if (wantsEncryption && way == Direction.TO_CLIENT && in.left() == 1) {
            encryption(in.u8(), out);
            return;
        }
        int size = Message.frame(in, way);
        if (size <= 0 || size != in.left()) {
            out.violation(size == LOST ? "not_a_message" : "truncated", in.left());
            return;
        }
        if (in.peek(0) == 0) {
            opening(in, out);
            return;
        }
        Kind kind = Kind.of(in.u8(), way);
        in.skip(4);
        if (kind == null) {
            return;
        }
        if (way == Direction.TO_SERVER) {
            client(kind, in, out);
        } else {
            server(kind, in, out);
        }
        if (!in.ok()) {
            out.violation("malformed", in.read());
        }
    }

    private void encryption(int answer, Sink out) {
        wantsEncryption = false;
        out.response(Kind.SSL_REQUEST);
        if (requests.find(Kind.SSL_REQUEST)) {
            Operation request = requests.request();
            out.response(request == null ? Kind.SSL_REQUEST : request.service()).since(requests.asked());
        }
        if (answer == 'S') {
            secured = new Tls().open();
        } else if (answer != 'G') {
            out.refused(answer, "not_supported");
        }
        out.tell();
    }

    private void opening(Cursor in, Sink out) {
        in.skip(4);
        long code = in.u32();
        if (code == Message.SSL || code == Message.GSS) {
            wantsEncryption = true;
            Kind kind = code == Message.SSL ? Kind.SSL_REQUEST : Kind.GSS_REQUEST;
            requests.ask(out.request(kind).tell(), kind, out.time());
        } else if (code == Message.CANCEL) {
            out.request(Kind.CANCEL_REQUEST).object("process", in.u32()).tell();
        } else {
            startup(in, out);
        }
    }

    private void startup(Cursor in, Sink out) {
        String database = "";
        String program = "";
        user = "";
        secret = "";
        for (int i = 0; i < MOST_PARAMETERS && in.peek(0) > 0; i++) {
            String name = string(in, out);
            String value = string(in, out);
            switch (name) {
                case "user" -> user = value;
                case "database" -> database = value;
                case "application_name" -> program = value;
                default -> {}
            }
        }
        in.skip(1);
        if (!in.ok()) {
            out.violation("malformed_startup", in.read());
            return;
        }
        loggingIn = true;
        String target = database.isEmpty() ? user : database;
        Operation told = out.request(Kind.STARTUP)
                .space("database")
                .symbol(target)
                .qualifier(program)
                .tell();
        requests.ask(told, Kind.STARTUP, out.time());
        out.identity(out.sender(), Attribute.SOFTWARE, program, "startup", 4);
    }

    private void client(Kind kind, Cursor in, Sink out) {
        Sink sentence = switch (kind) {
            case QUERY -> out.request(Statement.at(in, 1)).qualifier("query");
            case PARSE -> {
                string(in, out);
                yield out.request(Statement.at(in, 1)).qualifier("parse");
            }
            case PASSWORD -> {
                if (method == CLEAR && loggingIn && in.left() > 1) {
                    secret = out.hashed(in, in.left() - 1);
                }
                yield out.request(kind);
            }
            case FUNCTION_CALL -> out.request(kind).object("function", in.u32());
            case COPY_DATA -> null;
            default -> out.request(kind);
        };
        if (sentence == null) {
            return;
        }
        // whoever asks is logged in, seen or not
        loggingIn &= kind == Kind.PASSWORD || kind == Kind.TERMINATE;
        Operation told = sentence.tell();
        switch (kind) {
            case TERMINATE, FLUSH_OUTPUT, COPY_DONE, COPY_FAIL -> {}
            default -> requests.ask(told, kind, out.time());
        }
    }

    private void server(Kind kind, Cursor in, Sink out) {
        switch (kind) {
            case AUTHENTICATION -> authentication(in, out);
            case ERROR -> error(in, out);
            case NOTICE -> {
                String state = state(in, out);
                out.notice(kind).qualifier(state).tell();
            }
            case NOTIFICATION -> {
                in.skip(4);
                String channel = string(in, out);
                out.notice(kind).space("channel").symbol(channel).tell();
            }
            case PARAMETER_STATUS -> status(in, out);
            case KEY_DATA -> out.notice(kind).object("process", in.u32()).tell();
            case READY -> requests.ready();
            case COPY_IN, COPY_OUT, COPY_BOTH, NEGOTIATE_VERSION ->
                out.notice(kind).tell();
            case COMMAND_COMPLETE,
                    EMPTY_QUERY,
                    PORTAL_SUSPENDED,
                    PARSE_COMPLETE,
                    BIND_COMPLETE,
                    CLOSE_COMPLETE,
                    FUNCTION_RESULT -> answer(kind, out);
            case ROW_DESCRIPTION, NO_DATA -> describe(kind, out);
            default -> {}
        }
    }

    private void answer(Kind kind, Sink out) {
        boolean known = requests.find(kind);
        restate(known, out);
        out.tell();
    }

    /** Before rows this stands without having been asked for. */
    private void describe(Kind kind, Sink out) {
        if (requests.find(kind)) {
            restate(true, out);
            out.tell();
        }
    }

    private void restate(boolean known, Sink out) {
        Operation request = known ? requests.request() : null;
        if (request == null) {
            out.response(Kind.UNSEEN);
        } else {
            out.response(request.service())
                    .like(request)
                    .qualifier(request.qualifier())
                    .since(requests.asked());
        }
    }

    private void authentication(Cursor in, Sink out) {
        int wanted = in.i32();
        method = wanted;
        out.response(Kind.AUTHENTICATION);
        if (requests.find(Kind.AUTHENTICATION)) {
            out.since(requests.asked());
        }
        out.qualifier(method(wanted)).tell();
        if (wanted == 0 && loggingIn) {
            ends(Outcome.DONE, out);
        }
    }

    private static String method(int method) {
        return switch (method) {
            case 0 -> "ok";
            case 2 -> "kerberos_v5";
            case CLEAR -> "cleartext_password";
            case 5 -> "md5_password";
            case 7 -> "gssapi";
            case 8 -> "gssapi_continue";
            case 9 -> "sspi";
            case 10 -> "sasl";
            case 11 -> "sasl_continue";
            case 12 -> "sasl_final";
            default -> METHODS.of(method);
        };
    }

    private void ends(Outcome outcome, Sink out) {
        loggingIn = false;
        out.login(out.server(""), user, secret, outcome);
    }

    private void error(Cursor in, Sink out) {
        String state = state(in, out);
        String word = SqlStates.word(state);
        restate(requests.find(Kind.ERROR), out);
        out.refused(0, word).tell();
        if (loggingIn) {
            ends(new Outcome(Outcome.Kind.REFUSED, 0, word), out);
        }
    }

    /** The SQLSTATE among the fields of an error or notice. */
    private String state(Cursor in, Sink out) {
        String state = "";
        while (in.peek(0) > 0) {
            boolean code = in.u8() == 'C';
            int length = length(in);
            if (code) {
                state = out.text(part.wrap(in.bytes(), in.offset(), length), length);
            }
            in.skip(length + 1);
        }
        in.skip(1);
        return state;
    }

    private void status(Cursor in, Sink out) {
        String name = string(in, out);
        String value = string(in, out);
        out.notice(Kind.PARAMETER_STATUS).symbol(name).tell();
        if (name.equals("server_version")) {
            phrase.begin().add("PostgreSQL ").add(value);
            out.identity(out.sender(), Attribute.SOFTWARE, phrase.take(out), "ParameterStatus", 5);
        }
    }

    /** Octets up to the zero octet. */
    private static int length(Cursor in) {
        int length = 0;
        while (in.peek(length) > 0) {
            length++;
        }
        return length;
    }

    private static String string(Cursor in, Sink out) {
        String text = out.text(in, length(in));
        in.skip(1);
        return text;
    }
}
