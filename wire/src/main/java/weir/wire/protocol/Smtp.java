// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * SMTP (RFC 5321): commands and replies in lines, see {@link Lines}. The envelope names sender and receivers; of what is
 * sent only the software that wrote it is read.
 *
 * <pre>
 * command     word [" " argument] CR LF
 * DATA        answered with 354, then lines of content, then "." CR LF
 * BDAT        length [" LAST"] CR LF, then as many octets of content       (RFC 3030)
 * </pre>
 */
public final class Smtp implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(25), Carrier.tcp(587));
    private static final int LONGEST_TEXT = 200;

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int line = Lines.line(in, 0);
        SmtpCommand command = SmtpCommand.at(in);
        if (command != null) {
            boolean telling = Lines.contains(in, 10, "MAIL FROM:") || Lines.contains(in, 8, "RCPT TO:");
            telling |= command == SmtpCommand.EXTENDED_HELLO || command == SmtpCommand.HELLO;
            return line == 0 ? Likeness.MORE : telling ? Likeness.SURE : Likeness.MAYBE;
        }
        if (line == 0 || !Lines.startsReply(in) || Lines.code(in, 0) < 0) {
            return in.left() < 4 && Lines.startsReply(in) ? Likeness.MORE : Likeness.NO;
        }
        return Lines.code(in, 0) == 220 && Lines.contains(in, line, "SMTP") ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static String reason(int code) {
        return switch (code) {
            case 421 -> "service_not_available";
            case 450, 550 -> "mailbox_not_available";
            case 451 -> "local_error";
            case 452, 552 -> "no_space";
            case 454 -> "authentication_not_possible";
            case 455 -> "parameters_not_accepted";
            case 500 -> "unknown_command";
            case 501 -> "wrong_argument";
            case 502 -> "not_implemented";
            case 503 -> "wrong_sequence";
            case 504 -> "not_implemented_for_argument";
            case 530 -> "authentication_required";
            case 534 -> "mechanism_too_weak";
            case 535 -> "not_authenticated";
            case 551 -> "user_not_local";
            case 553 -> "mailbox_name_not_allowed";
            case 554 -> "transaction_failed";
            default -> code < 500 ? "not_now" : "refused";
        };
    }

    private static final class Conversation implements Dialogue {

        private final Turns turns = new Turns();
        private final SmtpLogin login = new SmtpLogin();
        /** Lines of content come until one with a dot alone. */
        private boolean content;
        /** Octets of content that are still to come. */
        private long piece;
        /** Goes on in TLS (RFC 3207). */
        private boolean encrypted;

        @Override
        public int frame(Cursor in, Direction way) {
            if (encrypted) {
                return DONE;
            }
            if (way == Direction.TO_CLIENT) {
                return Lines.reply(in);
            }
            if (piece > 0) {
                return (int) Math.min(piece, in.left());
            }
            if (content) {
                int line = Lines.line(in, 0);
                return line > 0 || in.left() < Lines.LONGEST ? line : Lines.LONGEST;
            }
            return login.isAsked() || SmtpCommand.at(in) != null || Lines.wordLength(in, 0) == in.left()
                    ? Lines.frame(in)
                    : Lines.wordLength(in, 0) > 2 ? Lines.frame(in) : LOST;
        }

        @Override
        public void lost(Direction way) {
            turns.forget();
            login.forget();
            content = false;
            piece = 0;
        }

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            return Lines.code(in, 0) >= 0
                    ? Direction.TO_CLIENT
                    : SmtpCommand.at(in) == null ? presumed : Direction.TO_SERVER;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            if (way == Direction.TO_SERVER && piece > 0) {
                piece -= Math.min(piece, in.left());
            } else if (Lines.line(in, 0) == 0 || way == Direction.TO_CLIENT && Lines.reply(in) <= 0) {
                out.violation(in.left() < Lines.LONGEST ? "truncated" : "line_too_long", in.left());
            } else if (way == Direction.TO_CLIENT) {
                reply(in, out);
            } else if (content) {
                content(in, out);
            } else if (login.isAsked()) {
                login.answer(in, out);
                turns.ask(
                        out.request(SmtpCommand.AUTHENTICATE)
                                .qualifier("goes_on")
                                .tell(),
                        out.time());
            } else {
                command(in, out);
            }
        }

        private void content(Cursor in, Sink out) {
            int length = Lines.textLength(in);
            if (length == 1 && in.peek(0) == '.') {
                content = false;
                turns.ask(out.request(SmtpCommand.CONTENT).tell(), out.time());
                return;
            }
            int name = Lines.contains(in, 9, "X-MAILER:") ? 9 : Lines.contains(in, 11, "USER-AGENT:") ? 11 : 0;
            if (name > 0) {
                in.skip(name + (in.peek(name) == ' ' ? 1 : 0));
                String software = out.text(in, Math.min(Lines.textLength(in), LONGEST_TEXT));
                out.identity(out.sender(), Attribute.SOFTWARE, software, "X-Mailer", 3);
            }
        }

        private void command(Cursor in, Sink out) {
            SmtpCommand known = SmtpCommand.at(in);
            SmtpCommand command = known == null ? SmtpCommand.UNLISTED : known;
            in.skip(Lines.wordLength(in, 0));
            in.skip(in.peek(0) == ' ' ? 1 : 0);
            String argument = "";
            switch (command) {
                case MAIL, RECIPIENT -> argument = address(in, out);
                case HELLO, EXTENDED_HELLO, VERIFY, EXPAND, TURN -> argument = text(in, out);
                case AUTHENTICATE -> argument = mechanism(in, out);
                case PIECE -> piece = number(in);
                case UNLISTED -> out.violation("unknown_command", in.left());
                case START_TLS, DATA, HELP, RESET, NO_OPERATION, QUIT, CONTENT, GREETING, UNSEEN -> {}
            }
            turns.ask(out.request(command).symbol(argument).tell(), out.time());
            if (command == SmtpCommand.HELLO || command == SmtpCommand.EXTENDED_HELLO) {
                out.identity(out.sender(), Attribute.NAME, argument, "EHLO", 3);
            }
        }

        private String mechanism(Cursor in, Sink out) {
            int from = in.read();
            String mechanism = out.text(in, Math.min(Lines.textLength(in), Lines.wordLength(in, 0)));
            in.seek(from);
            login.begin(in, out);
            return mechanism;
        }

        private static String text(Cursor in, Sink out) {
            return out.text(in, Math.min(Lines.textLength(in), LONGEST_TEXT));
        }

        /** {@code FROM:<} address {@code >}; empty between the brackets for notices that mail could not be brought. */
        private static String address(Cursor in, Sink out) {
            int most = Lines.textLength(in);
            int from = 0;
            while (from < most && in.peek(from) != '<') {
                from++;
            }
            int to = from;
            while (to < most && in.peek(to) != '>') {
                to++;
            }
            if (to == most) {
                out.violation("malformed_address", most);
                in.skip(in.peek(0) == 'T' || in.peek(0) == 't' ? 3 : 5);
                return out.text(in, Math.min(Lines.textLength(in), LONGEST_TEXT));
            }
            in.skip(from + 1);
            return out.text(in, Math.min(to - from - 1, LONGEST_TEXT));
        }

        private static long number(Cursor in) {
            long number = 0;
            for (int digit = in.peek(0); digit >= '0' && digit <= '9' && number < 1 << 30; digit = in.peek(0)) {
                number = number * 10 + digit - '0';
                in.skip(1);
            }
            return number;
        }

        private void reply(Cursor in, Sink out) {
            int code = Lines.code(in, 0);
            in.skip(4);
            Operation request = turns.next();
            if (request == null || code == 220 && request.service() != SmtpCommand.START_TLS) {
                SmtpCommand said = code == 220 ? SmtpCommand.GREETING : SmtpCommand.UNSEEN;
                (code < 400 ? out.notice(said) : out.notice(said).refused(code, reason(code))).tell();
                if (code == 220) {
                    out.identity(out.sender(), Attribute.SOFTWARE, text(in, out), "greeting", 4);
                }
                return;
            }
            out.response(request.service())
                    .like(request)
                    .qualifier(code / 100 == 3 ? "goes_on" : request.qualifier())
                    .since(turns.time());
            (code < 400 ? out : out.refused(code, reason(code))).tell();
            turns.done();
            if (request.service() instanceof SmtpCommand command) {
                follow(command, code, out);
            }
        }

        private void follow(SmtpCommand command, int code, Sink out) {
            if (command == SmtpCommand.AUTHENTICATE && code == 334) {
                login.goOn();
            } else if (command == SmtpCommand.AUTHENTICATE) {
                login.end(code < 400 ? Outcome.DONE : new Outcome(Outcome.Kind.REFUSED, code, reason(code)), out);
            } else if (command == SmtpCommand.DATA) {
                content = code == 354;
            } else if (command == SmtpCommand.START_TLS) {
                encrypted = code == 220;
            }
        }
    }
}
