// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mysql;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.NamedCodes;
import weir.wire.Phrase;
import weir.wire.Sink;
import weir.wire.protocol.sql.Statement;
import weir.wire.protocol.tls.Tls;

/** One connection: a greeting, a login, then one command after another, each answered before the next. */
final class Conversation implements Dialogue {

    private static final NamedCodes ERRORS = new NamedCodes("mysql/errors", "error_");
    private static final int GREETING = 10;
    private static final int MORE_PROOF = 1;

    private final Login login = new Login();
    private final QueryAttributes attributes = new QueryAttributes();
    private final Phrase phrase = new Phrase();
    private @Nullable Dialogue secured;
    private boolean compressed;
    /** The last request; its answer may be one packet, or columns and rows, or these and then an error. */
    private @Nullable Operation asked;

    private long askedAt;
    private boolean rows;
    private boolean loading;

    @Override
    public int frame(Cursor in, Direction way) {
        if (secured != null) {
            return secured.frame(in, way);
        }
        if (compressed) {
            return DONE;
        }
        boolean data = way == Direction.TO_SERVER ? login.isWaiting() || loading : rows;
        return Packet.frame(in, way, data);
    }

    @Override
    public void lost(Direction way) {
        if (secured != null) {
            secured.lost(way);
        }
        asked = null;
        rows = false;
        loading = false;
        login.forget();
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int first = in.peek(Packet.HEADER);
        return switch (in.peek(3)) {
            case 0 ->
                first == GREETING && in.left() > 32 || first == Packet.ERROR
                        ? Direction.TO_CLIENT
                        : Direction.TO_SERVER;
            case 1 -> Packet.login(in) > 0 ? Direction.TO_SERVER : Direction.TO_CLIENT;
            default -> presumed;
        };
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (secured != null) {
            out.speaking("tls");
            secured.message(in, way, out);
            return;
        }
        if (compressed) {
            return;
        }
        if (in.left() < Packet.HEADER || in.left() - Packet.HEADER != Packet.length(in)) {
            out.violation("truncated", in.left());
            return;
        }
        if (way == Direction.TO_SERVER) {
            client(in, out);
        } else if (in.left() > Packet.HEADER) {
            server(in, out);
        }
    }

    private void client(Cursor in, Sink out) {
        boolean begins = Packet.login(in) > 0;
        int sequence = in.peek(3);
        in.skip(Packet.HEADER);
        if (sequence == 0) {
            command(in, out);
        } else if (loading) {
            loading = in.left() > 0;
        } else if (login.isWaiting()) {
            login.proves(in, out);
            out.request(Command.AUTHENTICATION_DATA).tell();
        } else if (begins) {
            login(in, out);
        } else {
            out.violation("unexpected_packet", sequence);
        }
    }

    private void login(Cursor in, Sink out) {
        if ((in.peek32le(0) & Login.SSL) != 0 && in.left() == 32) {
            asks(out.request(Command.SSL_REQUEST).tell(), out);
            secured = new Tls().open();
            return;
        }
        asks(login.read(in, out), out);
    }

    private void asks(Operation told, Sink out) {
        asked = told;
        askedAt = out.time();
        rows = false;
        loading = false;
    }

    private void command(Cursor in, Sink out) {
        int code = in.u8();
        Command command = Command.of(code);
        if (command == null) {
            out.violation("unknown_command", code);
            return;
        }
        login.forget();
        if (command == Command.CHANGE_USER) {
            asks(login.change(in, out), out);
            return;
        }
        Operation told = request(command, in, out).tell();
        if (!in.ok()) {
            out.violation("malformed_command", code);
        }
        if (command.isAnswered()) {
            asks(told, out);
        }
    }

    private Sink request(Command command, Cursor in, Sink out) {
        return switch (command) {
            case QUERY -> {
                attributes.pass(in);
                yield out.request(Statement.at(in, 1)).qualifier(command.label());
            }
            case STMT_PREPARE -> out.request(Statement.at(in, 1)).qualifier(command.label());
            case INIT_DB, CREATE_DB, DROP_DB -> {
                String database = out.text(in, in.left());
                yield out.request(command).space("database").symbol(database);
            }
            case FIELD_LIST -> {
                String table = Login.string(in, out);
                yield out.request(command).space("table").symbol(table);
            }
            case PROCESS_KILL -> out.request(command).object("thread", in.u32le());
            case STMT_EXECUTE, STMT_SEND_LONG_DATA, STMT_CLOSE, STMT_RESET, STMT_FETCH ->
                out.request(command).object("statement", in.u32le());
            default -> out.request(command);
        };
    }

    private void server(Cursor in, Sink out) {
        int sequence = in.peek(3);
        in.skip(Packet.HEADER);
        int first = in.peek(0);
        if (sequence == 0 && first == GREETING && !rows) {
            greeting(in, out);
        } else if (login.isWaiting()) {
            proof(in, first, out);
        } else if (first == Packet.ERROR && in.left() >= 3) {
            error(in, out);
        } else if (!rows) {
            answer(in, first, sequence, out);
        }
    }

    private void greeting(Cursor in, Sink out) {
        in.skip(1);
        String version = Login.string(in, out);
        in.skip(12);
        if (!in.ok()) {
            out.violation("malformed_greeting", in.read());
            return;
        }
        out.notice(Command.GREETING).qualifier(version).tell();
        phrase.begin().add(version.contains("MariaDB") ? "" : "MySQL ").add(version);
        out.identity(out.sender(), Attribute.SOFTWARE, phrase.take(out), "greeting", 5);
    }

    /** What the server says to a login. */
    private void proof(Cursor in, int first, Sink out) {
        switch (first) {
            case Packet.OK -> {
                response(Command.LOGIN, out).tell();
                login.ends(0, "", out);
                if ((login.capabilities() & Login.COMPRESS) != 0) {
                    compressed = true;
                    out.notice(Command.COMPRESSED).tell();
                }
            }
            case Packet.ERROR -> error(in, out);
            case Packet.END, MORE_PROOF -> {
                in.skip(1);
                String plugin = first == Packet.END ? login.switched(in, out) : "";
                out.notice(Command.AUTHENTICATION_REQUEST).qualifier(plugin).tell();
            }
            default -> out.violation("unexpected_packet", first);
        }
    }

    private void error(Cursor in, Sink out) {
        in.skip(1);
        int number = in.u16le();
        String state = "";
        if (in.peek(0) == '#') {
            in.skip(1);
            state = out.text(in, Math.min(5, in.left()));
        }
        String word = ERRORS.has(number) ? ERRORS.of(number) : state;
        response(Command.UNSEEN, out).refused(number, word).tell();
        login.ends(number, word, out);
        rows = true;
    }

    private void answer(Cursor in, int first, int sequence, Sink out) {
        if (asked == null && sequence != 1) {
            return;
        }
        if (first == Packet.LOCAL_FILE) {
            in.skip(1);
            String file = out.text(in, in.left());
            out.notice(Command.LOCAL_FILE).symbol(file).tell();
            loading = true;
            return;
        }
        response(Command.UNSEEN, out).tell();
        rows = true;
    }

    /** Begins to tell the answer to the last request; the first time also how long it took. */
    private Sink response(Command otherwise, Sink out) {
        Operation request = asked;
        if (request == null) {
            return out.response(otherwise);
        }
        Service service = request.service();
        out.response(service).like(request).qualifier(request.qualifier());
        return rows ? out : out.since(askedAt);
    }
}
