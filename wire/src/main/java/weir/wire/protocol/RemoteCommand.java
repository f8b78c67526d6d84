// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Service;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * The remote commands of BSD: rsh, rlogin (RFC 1282) and rexec. Each begins with four texts that end with 0 and is answered
 * with an octet 0, or with 1 and a line that says why not. What follows is the terminal's.
 *
 * <pre>
 * rsh      port for errors, user there, user here, command
 * rexec    port for errors, user, password, command
 * rlogin   nothing, user there, user here, terminal "/" speed
 * </pre>
 */
public final class RemoteCommand implements Protocol {

    private static final int TEXTS = 4;
    private static final int LONGEST = 2048;
    private static final int LONGEST_TEXT = 200;
    private static final Outcome DENIED = new Outcome(Outcome.Kind.REFUSED, 1, "denied");

    private final String name;
    private final List<Carrier> carriers;
    private final Act act;

    private RemoteCommand(String name, int port, Act act) {
        this.name = name;
        this.carriers = List.of(Carrier.tcp(port));
        this.act = act;
    }

    public static RemoteCommand rsh() {
        return new RemoteCommand("rsh", 514, Act.RUN);
    }

    public static RemoteCommand rexec() {
        return new RemoteCommand("rexec", 512, Act.RUN_WITH_PASSWORD);
    }

    public static RemoteCommand rlogin() {
        return new RemoteCommand("rlogin", 513, Act.LOGIN);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Carrier> carriers() {
        return carriers;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int length = length(in);
        if (length == Dialogue.LOST) {
            return Likeness.NO;
        }
        return length == Dialogue.MORE ? Likeness.MORE : isTerminal(in, length) ? Likeness.SURE : Likeness.MAYBE;
    }

    /** The last text of rlogin. */
    private boolean isTerminal(Cursor in, int length) {
        int digits = length - 2;
        while (in.peek(digits) >= '0' && in.peek(digits) <= '9') {
            digits--;
        }
        return act == Act.LOGIN && in.peek(digits) == '/' && digits < length - 2;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    /** Octets of the four texts, {@link Dialogue#MORE} or {@link Dialogue#LOST}. */
    private int length(Cursor in) {
        int texts = 0;
        int begin = 0;
        int most = Math.min(in.left(), LONGEST);
        for (int i = 0; i < most; i++) {
            int octet = in.peek(i);
            if (octet == 0) {
                if (texts == 0 ? act == Act.LOGIN && i > 0 || i > 5 : i == begin) {
                    return Dialogue.LOST;
                }
                texts++;
                begin = i + 1;
                if (texts == TEXTS) {
                    return begin;
                }
            } else if (octet < ' ' || texts == 0 && (octet < '0' || octet > '9')) {
                return Dialogue.LOST;
            }
        }
        return most == LONGEST ? Dialogue.LOST : Dialogue.MORE;
    }

    private enum Act implements Service {
        RUN(Verb.CONTROL),
        RUN_WITH_PASSWORD(Verb.CONTROL),
        LOGIN(Verb.AUTHENTICATE);

        private final Verb verb;

        Act(Verb verb) {
            this.verb = verb;
        }

        @Override
        public int code() {
            return ordinal();
        }

        @Override
        public Verb verb() {
            return verb;
        }
    }

    private final class Conversation implements Dialogue {

        private @Nullable Operation request;
        private long asked;
        private String user = "";
        private String secret = "";
        private boolean answered;

        @Override
        public int frame(Cursor in, Direction way) {
            if (way == Direction.TO_SERVER) {
                return request != null ? DONE : length(in);
            }
            if (answered) {
                return DONE;
            }
            int first = in.peek(0);
            return first < 0 ? MORE : first == 0 ? 1 : first == 1 ? Lines.frame(in) : LOST;
        }

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            return length(in) > 0 ? Direction.TO_SERVER : presumed;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            if (way == Direction.TO_SERVER) {
                ask(in, out);
            } else if (in.peek(0) == 1 && Lines.line(in, 0) == 0 || in.left() == 0) {
                out.violation("truncated", in.left());
            } else {
                answer(in.u8(), out);
            }
        }

        private void ask(Cursor in, Sink out) {
            int length = length(in);
            if (length <= 0) {
                out.violation(length == MORE ? "truncated" : "malformed", in.left());
                return;
            }
            text(in, out);
            String there = text(in, out);
            user = there;
            if (act == Act.RUN_WITH_PASSWORD) {
                secret = out.hashed(in, textLength(in));
                in.skip(1);
            } else {
                user = text(in, out);
            }
            request = out.request(act).symbol(text(in, out)).qualifier(there).tell();
            asked = out.time();
        }

        private static int textLength(Cursor in) {
            int length = 0;
            while (in.peek(length) > 0) {
                length++;
            }
            return length;
        }

        private static String text(Cursor in, Sink out) {
            int length = textLength(in);
            int kept = Math.min(length, LONGEST_TEXT);
            String text = out.text(in, kept);
            in.skip(length - kept + 1);
            return text;
        }

        private void answer(int code, Sink out) {
            answered = true;
            out.response(act);
            Operation asking = request;
            if (asking != null) {
                out.like(asking).qualifier(asking.qualifier()).since(asked);
            }
            (code == 0 ? out : out.refused(code, "denied")).tell();
            out.login(out.server(""), user, secret, code == 0 ? Outcome.DONE : DENIED);
        }
    }
}
