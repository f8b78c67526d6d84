// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Service;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Numbered;
import weir.wire.Phrase;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * The precision time protocol (IEEE 1588-2008 and 2019, clause 13): which clock gives the time in a domain, and how good it
 * is. PROFINET's PTCP is another.
 *
 * <pre>
 * kind 4 bits | version u8, low half | length u16 | domain u8 | - | flags u16 | correction 8 | - 4
 *    | clock 8 and port u16 of the sender | sequence u16 | - u8 | interval i8 | body
 * announce    time 10 | UTC offset u16 | - | priority u8 | class u8 | accuracy u8 | variance u16 | priority u8
 *             | grandmaster 8 | steps u16 | source u8
 * management  clock 8 and port u16 meant | hops 2 | action u8 | - | type u16 | length u16 | id u16 | data
 * </pre>
 */
public final class Ptp implements Protocol {

    private static final List<Carrier> CARRIERS =
            List.of(Carrier.udp(319), Carrier.udp(320), Carrier.etherType(0x88f7));
    private static final int HEADER = 34;
    private static final int ANNOUNCE_BODY = 30;
    private static final int MANAGEMENT_BODY = 14;
    private static final int CLOCK_DESCRIPTION = 1;
    private static final int ERROR_STATUS = 2;
    private static final int LONGEST_TEXT = 64;
    private static final Numbered ID = Numbered.hex("id ");
    private static final Numbered STEPS = new Numbered("steps ");

    @Override
    public String name() {
        return "ptp";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (in.left() < HEADER) {
            return Likeness.NO;
        }
        int length = in.peek16(2);
        Message message = Message.of(in.peek(0) & 15);
        if (message == null || (in.peek(1) & 0xef) != 2 || length > in.left() || length < message.least) {
            return Likeness.NO;
        }
        return in.peek(32) == message.control ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private enum Message implements Service {
        SYNC(0, 44, 0),
        DELAY_REQUEST(1, 44, 1),
        PEER_DELAY_REQUEST(2, 54, 5),
        PEER_DELAY_RESPONSE(3, 54, 5),
        FOLLOW_UP(8, 44, 2),
        DELAY_RESPONSE(9, 54, 3),
        PEER_DELAY_FOLLOW_UP(10, 54, 5),
        ANNOUNCE(11, HEADER + ANNOUNCE_BODY, 5),
        SIGNALING(12, 44, 5),
        MANAGEMENT(13, HEADER + MANAGEMENT_BODY, 4);

        private static final @Nullable Message[] BY_CODE = new Message[16];

        static {
            for (Message message : values()) {
                BY_CODE[message.code] = message;
            }
        }

        private final int code;
        /** Octets that it has at least. */
        private final int least;
        /** What version 1 called it. */
        private final int control;

        Message(int code, int least, int control) {
            this.code = code;
            this.least = least;
            this.control = control;
        }

        static @Nullable Message of(int code) {
            return BY_CODE[code];
        }

        @Override
        public int code() {
            return code;
        }

        @Override
        public Verb verb() {
            return this == ANNOUNCE ? Verb.IDENTIFY : this == MANAGEMENT ? Verb.DIAGNOSE : Verb.TIME;
        }
    }

    /** What management messages do. */
    private enum Management implements Service {
        MANAGEMENT_GET(Verb.DIAGNOSE),
        MANAGEMENT_SET(Verb.CONFIGURE),
        MANAGEMENT_RESPONSE(Verb.DIAGNOSE),
        MANAGEMENT_COMMAND(Verb.CONTROL),
        MANAGEMENT_ACKNOWLEDGE(Verb.DIAGNOSE);

        private static final Management[] ALL = values();

        private final Verb verb;

        Management(Verb verb) {
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

        private final Phrase phrase = new Phrase();
        private final KnownAddresses addresses = new KnownAddresses();

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int kind = in.u8() & 15;
            int version = in.u8() & 15;
            int length = in.u16();
            if (version != 2) {
                out.violation(in.ok() ? "other_version" : "truncated", version);
                return;
            }
            Message message = Message.of(kind);
            if (message == null || !in.ok()) {
                out.violation(in.ok() ? "unknown_message" : "truncated", kind);
                return;
            }
            if (length < message.least || length - 4 > in.left()) {
                out.violation("truncated", in.left() + 4);
                return;
            }
            int domain = in.u8();
            in.skip(15);
            long clock = in.u64();
            in.skip(6);
            if (message == Message.ANNOUNCE) {
                announce(clock, domain, in, out);
            } else if (message == Message.MANAGEMENT) {
                management(domain, length - HEADER, in, out);
            } else {
                out.notice(message)
                        .object("domain", domain)
                        .symbol(hex(clock, out))
                        .tell();
            }
        }

        private String hex(long clock, Sink out) {
            return phrase.begin().hex(clock, 16).take(out);
        }

        private void announce(long clock, int domain, Cursor in, Sink out) {
            in.skip(14);
            int clockClass = in.u8();
            in.skip(4);
            long grandmaster = in.u64();
            int steps = in.u16();
            String source = source(in.u8());
            String quality = phrase.begin()
                    .add("class ")
                    .decimal(clockClass)
                    .add(", ")
                    .add(source)
                    .add(", ")
                    .add(STEPS.of(steps))
                    .take(out);
            out.notice(Message.ANNOUNCE)
                    .object("domain", domain)
                    .symbol(hex(grandmaster, out))
                    .qualifier(quality)
                    .tell();
            boolean master = grandmaster == clock;
            out.identity(out.sender(), Attribute.DEVICE_TYPE, master ? "PTP grandmaster" : "PTP clock", "Announce", 4);
            if ((clock >>> 24 & 0xffff) == 0xfffe) {
                Address mac = addresses.mac(clock >>> 40 << 24 | clock & 0xff_ffff);
                out.identity(out.sender(), Attribute.MAC, mac.toString(), "Announce", 4);
            }
        }

        /** Table 6. */
        private static String source(int code) {
            return switch (code) {
                case 0x10 -> "atomic_clock";
                case 0x20 -> "gnss";
                case 0x30 -> "radio";
                case 0x39 -> "serial_time_code";
                case 0x40 -> "ptp";
                case 0x50 -> "ntp";
                case 0x60 -> "set_by_hand";
                case 0x90 -> "other";
                case 0xa0 -> "oscillator";
                default -> "unknown_source";
            };
        }

        private void management(int domain, int length, Cursor in, Sink out) {
            int end = in.left() - length;
            in.skip(12);
            int action = in.u8() & 15;
            in.skip(1);
            if (action >= Management.ALL.length) {
                out.violation("unknown_action", action);
                return;
            }
            int type = in.left() - end >= 6 ? in.u16() : 0;
            in.skip(type == 0 ? 0 : 2);
            int error = type == ERROR_STATUS ? in.u16() : 0;
            int id = type == 0 ? 0 : in.u16();
            Management service = Management.ALL[action];
            Sink told = service == Management.MANAGEMENT_RESPONSE || service == Management.MANAGEMENT_ACKNOWLEDGE
                    ? out.response(service)
                    : out.request(service);
            told.object("domain", domain).symbol(ID.of(id));
            (type == ERROR_STATUS ? told.refused(error, error(error)) : told).tell();
            if (service == Management.MANAGEMENT_RESPONSE && type == 1 && id == CLOCK_DESCRIPTION) {
                description(in, out);
            }
        }

        /** Table 72. */
        private static String error(int code) {
            return switch (code) {
                case 1 -> "response_too_big";
                case 2 -> "no_such_id";
                case 3 -> "wrong_length";
                case 4 -> "wrong_value";
                case 5 -> "not_setable";
                case 6 -> "not_supported";
                default -> "general_error";
            };
        }

        /** 15.5.3.1.2: texts have their length before them. */
        private static void description(Cursor in, Sink out) {
            in.skip(2);
            in.skip(in.u8());
            in.skip(in.u16());
            in.skip(2);
            in.skip(in.u16());
            in.skip(4);
            text(in, Attribute.DESCRIPTION, out);
            text(in, Attribute.FIRMWARE, out);
            text(in, Attribute.LOCATION, out);
        }

        private static void text(Cursor in, Attribute attribute, Sink out) {
            int size = in.u8();
            int kept = Math.min(size, LONGEST_TEXT);
            String text = out.text(in, kept);
            in.skip(size - kept);
            if (in.ok()) {
                out.identity(out.sender(), attribute, text, "CLOCK_DESCRIPTION", 5);
            }
        }
    }
}
