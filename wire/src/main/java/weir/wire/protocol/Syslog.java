// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import weir.model.Attribute;
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
 * Syslog: who reports what, how bad it is. Of the report itself nothing is kept.
 *
 * <pre>
 * old      "&lt;" priority "&gt;" month " " day " " time " " host " " program ["[" process "]"] ":" text       (RFC 3164)
 * new      "&lt;" priority "&gt;1 " time " " host " " program " " process " " message " " data ...         (RFC 5424)
 * </pre>
 *
 * The priority is 8 * facility + severity. A datagram is one message; on TCP its length and a blank stand before it, or it
 * ends with a line (RFC 6587). Devices leave out of the old form what they like.
 */
public final class Syslog implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(514), Carrier.tcp(514), Carrier.tcp(601));
    private static final int PRIORITIES = 24 * 8;
    /** Octets of {@code Mmm dd hh:mm:ss } . */
    private static final int TIME = 16;

    private static final int LONGEST_NAME = 64;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private static final String[] SEVERITIES = {
        "emergency", "alert", "critical", "error", "warning", "notice", "information", "debug"
    };
    private static final String[] FACILITIES = {
        "kernel", "user", "mail", "daemon", "auth", "syslog", "printer", "news", "uucp", "cron", "authpriv", "ftp",
        "ntp", "audit", "alert", "clock", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7"
    };

    @Override
    public String name() {
        return "syslog";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (over == Transport.TCP) {
            in.skip(countLength(in));
        }
        int head = headLength(in);
        if (head <= 0) {
            return head == 0 ? Likeness.MORE : Likeness.NO;
        }
        boolean dated = isOld(in, head) || in.peek(head) == '1' && in.peek(head + 1) == ' ';
        return dated ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    /** Octets of the priority and its brackets; 0 where they are not all there, -1 where there are none. */
    private static int headLength(Cursor in) {
        if (in.left() > 0 && in.peek(0) != '<') {
            return -1;
        }
        int length = 1;
        while (length < 5 && isDigit(in.peek(length))) {
            length++;
        }
        if (in.peek(length) < 0) {
            return 0;
        }
        return in.peek(length) == '>' && length > 1 && priority(in) < PRIORITIES ? length + 1 : -1;
    }

    private static int priority(Cursor in) {
        int priority = 0;
        for (int i = 1; isDigit(in.peek(i)) && i < 5; i++) {
            priority = priority * 10 + in.peek(i) - '0';
        }
        return priority;
    }

    /** Octets of a length and its blank (RFC 6587, 3.4.1); 0 where none is written. */
    private static int countLength(Cursor in) {
        int length = 0;
        while (length < 6 && isDigit(in.peek(length))) {
            length++;
        }
        return length > 0 && in.peek(length) == ' ' ? length + 1 : 0;
    }

    private static boolean isDigit(int octet) {
        return octet >= '0' && octet <= '9';
    }

    /** Whether a month stands there, and numbers and colons where they belong. */
    private static boolean isOld(Cursor in, int from) {
        if (in.peek(from + TIME - 2) < 0 || in.peek(from + 9) != ':' || in.peek(from + 12) != ':') {
            return false;
        }
        for (int month = 0; month < MONTHS.length(); month += 3) {
            if (in.peek(from) == MONTHS.charAt(month)
                    && in.peek(from + 1) == MONTHS.charAt(month + 1)
                    && in.peek(from + 2) == MONTHS.charAt(month + 2)) {
                return true;
            }
        }
        return false;
    }

    private enum Report implements Service {
        /** Of severity error and below. */
        MESSAGE(Verb.DIAGNOSE),
        /** Of severity emergency, alert or critical. */
        ALARM(Verb.ALARM);

        private final Verb verb;

        Report(Verb verb) {
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

    private static final class Conversation implements Dialogue {

        private String host = "";
        private String program = "";

        @Override
        public int frame(Cursor in, Direction way) {
            int count = countLength(in);
            if (count > 0) {
                int size = 0;
                for (int i = 0; i < count - 1; i++) {
                    size = size * 10 + in.peek(i) - '0';
                }
                int head = in.peek(count);
                return size > 3 && (head < 0 || head == '<') ? count + size : LOST;
            }
            if (isDigit(in.peek(0)) && in.left() < 6) {
                return MORE;
            }
            return headLength(in) < 0 ? LOST : Lines.frame(in);
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            in.skip(countLength(in));
            int head = headLength(in);
            if (head <= 0) {
                out.violation(head == 0 ? "truncated" : "no_priority", in.left());
                return;
            }
            int priority = priority(in);
            in.skip(head);
            out.fact("syslog", "level", priority & 7);
            host = "";
            program = "";
            boolean whole = in.peek(0) == '1' && in.peek(1) == ' '
                    ? isNew(in, out)
                    : isOld(in, 0) ? isOldWhole(in, out) : in.left() >= TIME;
            if (!whole) {
                out.violation("truncated", in.left());
                return;
            }
            Report report = (priority & 7) < 3 ? Report.ALARM : Report.MESSAGE;
            out.notice(report)
                    .unit(host)
                    .space(FACILITIES[priority >> 3])
                    .symbol(program)
                    .qualifier(SEVERITIES[priority & 7])
                    .tell();
            if (!host.isEmpty()) {
                out.identity(out.sender(), Attribute.NAME, host, "syslog", 3);
            }
        }

        /** Version, time, host, program, process and message, each with a blank behind it. */
        private boolean isNew(Cursor in, Sink out) {
            in.skip(2);
            in.skip(word(in) + 1);
            host = field(in, out);
            program = field(in, out);
            in.skip(word(in) + 1);
            in.skip(word(in) + 1);
            return in.ok() && in.left() > 0;
        }

        /** {@code -} stands for nothing. */
        private static String field(Cursor in, Sink out) {
            int length = word(in);
            int kept = Math.min(length, LONGEST_NAME);
            boolean nothing = length == 1 && in.peek(0) == '-';
            String text = out.text(in, kept);
            in.skip(length - kept + 1);
            return nothing ? "" : text;
        }

        /** Octets up to the next blank, or all. */
        private static int word(Cursor in) {
            int length = 0;
            while (length < in.left() && in.peek(length) != ' ') {
                length++;
            }
            return length;
        }

        /**
         * The host is left out by programs that report to their own machine: then the program and its colon, or its
         * process in brackets, stand in its place.
         */
        private boolean isOldWhole(Cursor in, Sink out) {
            in.skip(TIME);
            int length = word(in);
            if (length >= LONGEST_NAME || tag(in) > 0) {
                program = tag(in) > 0 ? out.text(in, tag(in)) : "";
                return length >= LONGEST_NAME || !program.isEmpty();
            }
            host = out.text(in, length);
            in.skip(1);
            int tag = tag(in);
            boolean whole = in.ok() && (tag > 0 || word(in) < in.left() || word(in) >= LONGEST_NAME);
            program = tag > 0 ? out.text(in, tag) : "";
            return whole;
        }

        /** Octets before the colon or bracket that ends the name of a program; 0 where a blank comes first. */
        private static int tag(Cursor in) {
            int length = 0;
            for (int octet = in.peek(0); octet > ' ' && length < LONGEST_NAME; octet = in.peek(length)) {
                if (octet == ':' || octet == '[') {
                    return length;
                }
                length++;
            }
            return 0;
        }
    }
}
