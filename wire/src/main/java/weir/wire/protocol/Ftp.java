// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Transfer;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Expected;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * FTP, its control connection (RFC 959): commands and replies in lines. Files move over connections of their own; that
 * one moves, which way and how it ended is told by the replies to its command: 1xx it begins, 2xx it is there.
 *
 * <pre>
 * command     word [" " argument] CR LF
 * reply       code of three digits, "-" where lines follow or " ", text CR LF
 * </pre>
 */
public final class Ftp implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(21));
    private static final int LONGEST_TEXT = 200;

    @Override
    public String name() {
        return "ftp";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int line = Lines.line(in, 0);
        FtpCommand command = FtpCommand.at(in, 0);
        int behind = in.peek(Lines.wordLength(in, 0));
        if (command != null && (behind == ' ' || behind == '\r')) {
            return line == 0 ? Likeness.MORE : command.isTelling() ? Likeness.SURE : Likeness.MAYBE;
        }
        if (line == 0) {
            boolean begins = in.left() < 4 && (Lines.startsReply(in) || Lines.wordLength(in, 0) == in.left());
            return begins || Lines.code(in, 0) == 220 && Lines.startsReply(in) && in.left() < LONGEST_TEXT
                    ? Likeness.MORE
                    : Likeness.NO;
        }
        if (!Lines.startsReply(in) || in.peek(4) == '<') {
            return Likeness.NO;
        }
        return Lines.code(in, 0) == 220 && Lines.contains(in, line, "FTP") ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation(this);
    }

    /** What the codes say (RFC 959, 4.2.1). */
    static String reason(int code) {
        return switch (code) {
            case 421 -> "service_not_available";
            case 425 -> "no_data_connection";
            case 426 -> "transfer_aborted";
            case 430 -> "invalid_user_or_password";
            case 450 -> "file_busy";
            case 451 -> "local_error";
            case 452 -> "no_space";
            case 500 -> "unknown_command";
            case 501 -> "wrong_argument";
            case 502 -> "not_implemented";
            case 503 -> "wrong_sequence";
            case 504 -> "not_implemented_for_argument";
            case 530 -> "not_logged_in";
            case 532 -> "account_needed";
            case 534 -> "denied_by_policy";
            case 550 -> "file_not_available";
            case 551 -> "page_type_unknown";
            case 552 -> "quota_exceeded";
            case 553 -> "name_not_allowed";
            default -> code < 500 ? "not_now" : "refused";
        };
    }

    private static final class Conversation implements Dialogue {

        private final Protocol protocol;
        private final Turns turns = new Turns();
        private String user = "";
        private String secret = "";
        /** Goes on in TLS (RFC 4217). */
        private boolean encrypted;
        /** The connection announced last, over which the next file moves. */
        private FtpData data = new FtpData();

        /** The next file is to begin within it. */
        private boolean rest;

        Conversation(Protocol protocol) {
            this.protocol = protocol;
        }

        @Override
        public int frame(Cursor in, Direction way) {
            if (encrypted) {
                return DONE;
            }
            if (way == Direction.TO_CLIENT) {
                return Lines.reply(in);
            }
            if (in.peek(0) >= 0xf0) {
                return Dialogue.skip(1);
            }
            int word = Lines.wordLength(in, 0);
            int behind = in.peek(word);
            boolean begins =
                    word < in.left() ? word > 2 && (behind == ' ' || behind == '\r' || behind == '\n') : word < 9;
            return begins ? Lines.frame(in) : LOST;
        }

        @Override
        public void lost(Direction way) {
            turns.forget();
        }

        @Override
        public void ended(Direction way, boolean closed, Sink out) {
            data.settle(out);
        }

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            boolean reply = Lines.code(in, 0) >= 0;
            return reply ? Direction.TO_CLIENT : FtpCommand.at(in, 0) == null ? presumed : Direction.TO_SERVER;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            if (way == Direction.TO_CLIENT && in.left() >= Lines.LONGEST) {
                out.fact("ftp", "code", Lines.code(in, 0));
                out.violation("reply_too_long", in.left());
            } else if (Lines.line(in, 0) == 0 || way == Direction.TO_CLIENT && Lines.reply(in) <= 0) {
                out.violation("truncated", in.left());
            } else if (way == Direction.TO_CLIENT) {
                reply(in, out);
            } else {
                command(in, out);
            }
        }

        private void command(Cursor in, Sink out) {
            FtpCommand known = FtpCommand.at(in, 0);
            int from = in.read();
            String word = known != null ? known.spelled() : out.text(in, Math.min(8, Lines.wordLength(in, 0)));
            in.seek(from);
            in.skip(Lines.wordLength(in, 0));
            out.fact("ftp", "cmd", word);
            if (in.peek(0) == ' ') {
                in.skip(1);
            }
            int length = Math.min(Lines.textLength(in), LONGEST_TEXT);
            FtpCommand command = known == null ? FtpCommand.UNLISTED : known;
            String argument = "";
            if (command == FtpCommand.PASSWORD) {
                secret = out.hashed(in, length);
            } else if (command.tellsArgument()) {
                argument = out.text(in, length);
            }
            if (command == FtpCommand.USER) {
                user = argument;
                secret = "";
            } else if (known == null) {
                out.violation("unknown_command", length);
            }
            out.request(command).symbol(argument).qualifier(known == null ? word : "");
            turns.ask(out.tell(), out.time());
            prepare(command, argument, in, out);
        }

        /** What a command says of the connection over which files move. */
        private void prepare(FtpCommand command, String argument, Cursor in, Sink out) {
            Transfer.Way moves = command.moves();
            if (moves != null) {
                data.moves(argument, moves, out.server(""), rest);
                rest = false;
            } else if (command == FtpCommand.RESTART) {
                rest = in.peek(0) != '0';
            } else if (command == FtpCommand.DATA_PORT || command == FtpCommand.EXTENDED_PORT) {
                announce(out.at().source(), out.at().destination(), command == FtpCommand.DATA_PORT, in, out);
            }
        }

        /**
         * Whose port the next connection goes to. Of the addresses that stand with it (RFC 959, 4.1.2; RFC 2428) those
         * of the control connection are taken: others are not true behind address translation.
         */
        private void announce(Address host, Address peer, boolean octets, Cursor in, Sink out) {
            int last = 0;
            int before = 0;
            for (int at = 0; at < Math.min(in.left(), LONGEST_TEXT); at++) {
                int digit = in.peek(at) - '0';
                if (digit >= 0 && digit <= 9) {
                    boolean goesOn = at > 0 && in.peek(at - 1) >= '0' && in.peek(at - 1) <= '9';
                    before = goesOn ? before : last;
                    last = (goesOn ? last * 10 + digit : digit) & 0xffff;
                }
            }
            if (!data.isUntouched()) {
                data.settle(out);
                data = new FtpData();
            }
            out.common(Expected.class, Expected::new)
                    .announce(
                            Transport.TCP,
                            host,
                            octets ? (before << 8 | last) & 0xffff : last,
                            peer,
                            protocol,
                            data,
                            out.time());
        }

        private void reply(Cursor in, Sink out) {
            int code = Lines.code(in, 0);
            out.fact("ftp", "code", code);
            if (in.peek(3) == '-') {
                out.fact("ftp", "code", code);
            }
            in.skip(4);
            Operation request = turns.next();
            if (request == null || code == 220 && request.service() != FtpCommand.REINITIALIZE) {
                FtpCommand said = code == 220 ? FtpCommand.GREETING : FtpCommand.UNSEEN;
                outcome(out.notice(said), code).tell();
                greeting(code, in, out);
                return;
            }
            out.response(request.service())
                    .like(request)
                    .qualifier(code < 200 ? "begins" : code / 100 == 3 ? "goes_on" : request.qualifier())
                    .since(turns.time());
            outcome(out, code).tell();
            if (request.service() instanceof FtpCommand command) {
                follow(command, request.target().symbol(), code, in, out);
            }
            if (code >= 200) {
                turns.done();
            }
        }

        private static Sink outcome(Sink out, int code) {
            return code < 400 ? out : out.refused(code, reason(code));
        }

        private static void greeting(int code, Cursor in, Sink out) {
            if (code == 220) {
                int length = Math.min(Lines.textLength(in), LONGEST_TEXT);
                out.identity(out.sender(), Attribute.SOFTWARE, out.text(in, length), "greeting", 4);
            }
        }

        private void follow(FtpCommand command, String name, int code, Cursor in, Sink out) {
            Transfer.Way moves = command.moves();
            if (moves != null) {
                moved(name, moves, code, out);
            } else if (code == 227 || code == 229) {
                announce(out.at().source(), out.at().destination(), code == 227, in, out);
            } else if (command == FtpCommand.SYSTEM && code == 215) {
                int length = Math.min(Lines.textLength(in), LONGEST_TEXT);
                out.identity(out.sender(), Attribute.SYSTEM, out.text(in, length), "SYST", 5);
            } else if (command == FtpCommand.PASSWORD || command == FtpCommand.USER && code / 100 != 3) {
                login(code, out);
            } else if (command == FtpCommand.SECURE && code == 234) {
                encrypted = true;
            }
        }

        private void moved(String name, Transfer.Way way, int code, Sink out) {
            data.moves(name, way, out.server(""), rest);
            if (code < 200) {
                data.begins(out);
            } else if (code < 300) {
                data.confirmed(out);
            } else if (code >= 400) {
                data.refused(out);
                data = new FtpData();
            }
        }

        private void login(int code, Sink out) {
            Outcome outcome = Outcome.OPEN;
            if (code / 100 == 2) {
                outcome = Outcome.DONE;
            } else if (code >= 400) {
                outcome = new Outcome(Outcome.Kind.REFUSED, code, reason(code));
            }
            out.login(out.server(""), user, secret, outcome);
        }
    }
}
