// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.NamedCodes;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * Telnet (RFC 854): octets that are typed and shown, and between them commands that begin with 255 (IAC).
 *
 * <pre>
 * WILL, WONT, DO, DONT      255, 251 to 254, option
 * SB                        255, 250, option, parameters, 255, 240          (RFC 855)
 * others                    255, 236 to 249
 * an octet 255              255, 255
 * </pre>
 *
 * Each octet that is typed or shown is a message of its own: a prompt has no end that could be waited for.
 */
public final class Telnet implements Protocol {

    private static final int IAC = 255;
    private static final int TERMINAL_TYPE = 24;
    /** A subnegotiation that does not end within so many octets is none. */
    private static final int LONGEST = 1024;

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(23));
    private static final NamedCodes OPTIONS = new NamedCodes("telnet/options", "option ");

    @Override
    public String name() {
        return "telnet";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (in.peek(0) == IAC) {
            if (in.left() < 3) {
                return in.peek(1) < 0 || TelnetCommand.of(in.peek(1)) != null ? Likeness.MORE : Likeness.NO;
            }
            boolean one = isNegotiation(in, 0);
            return one && isNegotiation(in, 3) ? Likeness.SURE : one ? Likeness.MAYBE : Likeness.NO;
        }
        int most = Math.min(in.left(), LONGEST);
        return Lines.contains(in, most, "LOGIN:") || Lines.contains(in, most, "PASSWORD:")
                ? isText(in, most) ? Likeness.MAYBE : Likeness.NO
                : Likeness.NO;
    }

    private static boolean isNegotiation(Cursor in, int from) {
        int command = in.peek(from + 1);
        int option = in.peek(from + 2);
        return in.peek(from) == IAC && command >= 250 && command < IAC && option >= 0 && OPTIONS.has(option);
    }

    private static boolean isText(Cursor in, int length) {
        for (int i = 0; i < length; i++) {
            int octet = in.peek(i);
            if (octet < ' ' && octet != '\r' && octet != '\n' && octet != '\t' && octet != 0x1b && octet != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        private final TelnetScreen screen = new TelnetScreen();

        @Override
        public int frame(Cursor in, Direction way) {
            if (in.peek(0) != IAC) {
                return Math.min(in.left(), 1);
            }
            int command = in.peek(1);
            if (command < 0) {
                return MORE;
            }
            if (command == TelnetCommand.SUBNEGOTIATION.code()) {
                return subnegotiation(in);
            }
            TelnetCommand known = TelnetCommand.of(command);
            return known != null && known.negotiates() ? in.left() < 3 ? MORE : 3 : 2;
        }

        private static int subnegotiation(Cursor in) {
            int most = Math.min(in.left(), LONGEST);
            for (int i = 3; i + 1 < most; i++) {
                if (in.peek(i) == IAC && in.peek(i + 1) == IAC) {
                    i++;
                } else if (in.peek(i) == IAC && in.peek(i + 1) == TelnetCommand.END_OF_SUBNEGOTIATION.code()) {
                    return i + 2;
                }
            }
            return in.left() < LONGEST ? MORE : 3;
        }

        @Override
        public void lost(Direction way) {
            screen.lost();
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            if (in.peek(0) != IAC) {
                while (in.left() > 0) {
                    screen.take(in.u8(), way, out);
                }
                return;
            }
            int code = in.peek(1);
            if (code == IAC) {
                return;
            }
            TelnetCommand command = TelnetCommand.of(code);
            if (command == null) {
                out.violation(code < 0 ? "truncated" : "unknown_command", code);
                return;
            }
            in.skip(2);
            if (command == TelnetCommand.SUBNEGOTIATION) {
                parameters(in, out);
                return;
            }
            if (command.negotiates() && in.left() == 0) {
                out.violation("truncated", in.read());
                return;
            }
            out.fact("telnet", "cmd", code);
            out.notice(command)
                    .symbol(command.negotiates() ? OPTIONS.of(in.u8()) : "")
                    .tell();
        }

        /** Of all parameters only the type of the terminal is told: RFC 1091, IS is 0. */
        private static void parameters(Cursor in, Sink out) {
            int option = in.u8();
            int length = in.left() - 2;
            if (length < 0 || in.peek(length) != IAC || in.peek(length + 1) != 240) {
                out.violation("truncated", in.read());
                return;
            }
            out.fact("telnet", "cmd", TelnetCommand.SUBNEGOTIATION.code());
            out.fact("telnet", "cmd", TelnetCommand.END_OF_SUBNEGOTIATION.code());
            String type = "";
            if (option == TERMINAL_TYPE && in.peek(0) == 0) {
                in.skip(1);
                type = out.text(in, length - 1);
            }
            out.notice(TelnetCommand.SUBNEGOTIATION)
                    .symbol(OPTIONS.of(option))
                    .qualifier(type)
                    .tell();
        }
    }
}
