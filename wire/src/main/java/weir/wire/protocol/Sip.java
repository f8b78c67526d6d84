// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
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
import weir.wire.Pending;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * SIP (RFC 3261): calls, and who may be called where. From and To are told as they stand, without what is behind a
 * semicolon.
 *
 * <pre>
 * request     method " " address " SIP/2.0" CR LF
 * answer      "SIP/2.0 " status " " text CR LF
 * both        { name ":" value CR LF } CR LF, and as many octets as Content-Length says
 * </pre>
 */
public final class Sip implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(5060), Carrier.tcp(5060));
    private static final String VERSION = "SIP/2.0";
    private static final int LONGEST_HEAD = 8192;
    private static final int LONGEST_TEXT = 120;

    @Override
    public String name() {
        return "sip";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int line = Lines.line(in, 0);
        boolean could = Method.at(in) != null || isAnswer(in);
        if (!could || line == 0) {
            return could ? Likeness.MORE : Likeness.NO;
        }
        return isAnswer(in) || Lines.contains(in, line, VERSION) ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static boolean isAnswer(Cursor in) {
        return in.left() > VERSION.length() && Lines.contains(in, VERSION.length(), VERSION);
    }

    private enum Method implements Service {
        REGISTER(Verb.AUTHENTICATE),
        INVITE(Verb.SESSION),
        ACK(Verb.SESSION),
        BYE(Verb.SESSION),
        CANCEL(Verb.SESSION),
        OPTIONS(Verb.IDENTIFY),
        SUBSCRIBE(Verb.SUBSCRIBE),
        NOTIFY(Verb.SUBSCRIBE),
        PUBLISH(Verb.OTHER),
        MESSAGE(Verb.OTHER),
        INFO(Verb.OTHER),
        REFER(Verb.CONTROL),
        UPDATE(Verb.SESSION),
        PRACK(Verb.SESSION),
        /** Of a request that was not seen. */
        UNSEEN(Verb.OTHER);

        private static final Method[] ALL = values();

        private final long word;
        private final Verb verb;

        Method(Verb verb) {
            this.verb = verb;
            word = name().length() > 8 ? 0 : Lines.word(name());
        }

        /** The method whose word and blank stand at the beginning; SUBSCRIBE has more letters than a word may. */
        static @Nullable Method at(Cursor in) {
            int length = Lines.wordLength(in, 0);
            if (in.peek(length) != ' ') {
                return null;
            }
            long word = Lines.word(in, 0);
            for (Method method : ALL) {
                if (method != UNSEEN && (word == 0 ? method == SUBSCRIBE && isSubscribe(in) : method.word == word)) {
                    return method;
                }
            }
            return null;
        }

        private static boolean isSubscribe(Cursor in) {
            return Lines.contains(in, 10, "SUBSCRIBE ");
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

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "bad_request";
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 407 -> "proxy_authentication_required";
            case 408 -> "request_timeout";
            case 480 -> "temporarily_unavailable";
            case 481 -> "no_such_call";
            case 486 -> "busy_here";
            case 487 -> "request_terminated";
            case 488 -> "not_acceptable_here";
            case 500 -> "server_error";
            case 503 -> "service_unavailable";
            case 603 -> "decline";
            default -> status < 500 ? "client_error" : status < 600 ? "server_error" : "global_failure";
        };
    }

    private static final class Conversation implements Dialogue {

        private final Pending pending = new Pending(32);
        private final Cursor field = new Cursor();
        private String from = "";
        private String to = "";
        private String software = "";
        private String user = "";
        private long transaction;

        @Override
        public int frame(Cursor in, Direction way) {
            if (in.peek(0) == '\r' && in.left() > 1 && in.peek(1) == '\n') {
                return Dialogue.skip(2);
            }
            if (Method.at(in) == null && !isAnswer(in)) {
                boolean few = in.left() < 10 && (in.peek(0) == '\r' || Lines.wordLength(in, 0) > 0 || in.left() == 0);
                return few ? MORE : LOST;
            }
            int head = headLength(in);
            return head == 0 ? in.left() < LONGEST_HEAD ? MORE : LOST : head + contentLength(in, head);
        }

        /** Octets up to the empty line and with it; 0 where that is not there. */
        private static int headLength(Cursor in) {
            int at = 0;
            for (int line = Lines.line(in, 0); line > 0 && at < LONGEST_HEAD; line = Lines.line(in, at)) {
                at += line;
                if (line == 1 || line == 2 && in.peek(at - 2) == '\r') {
                    return at;
                }
            }
            return 0;
        }

        private static int contentLength(Cursor in, int head) {
            int at = 0;
            for (int line = Lines.line(in, 0); line > 0 && at < head; line = Lines.line(in, at)) {
                int name = startsWith(in, at, "CONTENT-LENGTH:") ? 15 : startsWith(in, at, "L:") ? 2 : 0;
                if (name > 0) {
                    int length = 0;
                    for (int i = at + name; i < at + line && length < 1 << 20; i++) {
                        int digit = in.peek(i);
                        length = digit >= '0' && digit <= '9' ? length * 10 + digit - '0' : length;
                    }
                    return length;
                }
                at += line;
            }
            return 0;
        }

        private static boolean startsWith(Cursor in, int at, String capitals) {
            for (int i = 0; i < capitals.length(); i++) {
                int octet = in.peek(at + i);
                if ((octet >= 'a' && octet <= 'z' ? octet - 0x20 : octet) != capitals.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int head = headLength(in);
            if (head == 0) {
                if (in.left() > 4) {
                    out.violation("truncated", in.left());
                }
                return;
            }
            if (contentLength(in, head) > in.left() - head) {
                out.violation("truncated", in.left());
                return;
            }
            Method method = Method.at(in);
            if (method == null && !isAnswer(in)) {
                out.violation("unknown_method", in.left());
                return;
            }
            int status = method == null ? status(in) : 0;
            in.skip(Lines.line(in, 0));
            fields(in, out);
            if (method == null) {
                answer(status, out);
            } else {
                ask(method, out);
            }
            out.identity(out.sender(), Attribute.SOFTWARE, software, "User-Agent", 5);
        }

        private static int status(Cursor in) {
            int code = Lines.code(in, VERSION.length() + 1);
            return Math.max(code, 0);
        }

        private void fields(Cursor in, Sink out) {
            from = "";
            to = "";
            software = "";
            user = "";
            transaction = 17;
            for (int line = Lines.line(in, 0); line > 2; line = Lines.line(in, 0)) {
                in.slice(line, field);
                field(out);
            }
        }

        private void field(Sink out) {
            int colon = 0;
            while (field.peek(colon) > ' ' && field.peek(colon) != ':') {
                colon++;
            }
            if (startsWith(field, 0, "FROM") && colon == 4 || startsWith(field, 0, "F:")) {
                from = address(colon, out);
            } else if (startsWith(field, 0, "TO") && colon == 2 || startsWith(field, 0, "T:")) {
                to = address(colon, out);
            } else if (startsWith(field, 0, "USER-AGENT") || startsWith(field, 0, "SERVER:")) {
                value(colon);
                software = out.text(field, Math.min(Lines.textLength(field), LONGEST_TEXT));
            } else if (startsWith(field, 0, "CALL-ID") || startsWith(field, 0, "I:") || startsWith(field, 0, "CSEQ")) {
                value(colon);
                for (int length = Lines.textLength(field); length > 0; length--) {
                    transaction = transaction * 31 + field.u8();
                }
            } else if (startsWith(field, 0, "AUTHORIZATION") || startsWith(field, 0, "PROXY-AUTHORIZATION")) {
                user = quoted(out);
            }
        }

        private void value(int colon) {
            field.skip(colon + 1);
            while (field.peek(0) == ' ') {
                field.skip(1);
            }
        }

        /** What stands between {@code <sip:} and what ends it, or all up to a semicolon. */
        private String address(int colon, Sink out) {
            value(colon);
            int length = Lines.textLength(field);
            int at = 0;
            while (at < length && !startsWith(field, at, "SIP:")) {
                at++;
            }
            field.skip(at < length ? at + 4 : 0);
            int most = Math.min(Lines.textLength(field), LONGEST_TEXT);
            int end = 0;
            while (end < most && field.peek(end) != '>' && field.peek(end) != ';') {
                end++;
            }
            return out.text(field, end);
        }

        /** {@code username="text"} of a digest (RFC 8760). */
        private String quoted(Sink out) {
            int length = Lines.textLength(field);
            for (int at = 0; at < length; at++) {
                if (startsWith(field, at, "USERNAME=\"")) {
                    field.skip(at + 10);
                    int end = 0;
                    while (end < LONGEST_TEXT && field.peek(end) > 0 && field.peek(end) != '"') {
                        end++;
                    }
                    return out.text(field, end);
                }
            }
            return "";
        }

        private void ask(Method method, Sink out) {
            Operation told = out.request(method).symbol(to).qualifier(from).tell();
            if (method != Method.ACK) {
                pending.ask(transaction, told, out.time(), user.isEmpty() ? 0 : 1);
            }
        }

        private void answer(int status, Sink out) {
            boolean known = pending.find(transaction);
            Operation request = pending.request();
            boolean proved = known && pending.note() == 1;
            out.response(known && request != null ? request.service() : Method.UNSEEN)
                    .symbol(to);
            if (known) {
                out.since(pending.time());
            }
            out.qualifier(status < 200 ? "goes_on" : status >= 300 && status < 400 ? "redirected" : from);
            (status < 400 ? out : out.refused(status, reason(status))).tell();
            if (status < 200 || !known) {
                return;
            }
            pending.take(transaction);
            if (request != null && request.service() == Method.REGISTER && (proved || status < 300)) {
                String who = request.qualifier();
                Outcome refused =
                        status < 300 ? Outcome.DONE : new Outcome(Outcome.Kind.REFUSED, status, reason(status));
                out.login(out.server(""), who, "", refused);
            }
        }
    }
}
