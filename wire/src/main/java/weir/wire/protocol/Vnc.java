// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import weir.model.Attribute;
import weir.model.Outcome;
import weir.model.Service;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Phrase;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * The remote frame buffer protocol of VNC (RFC 6143), up to where the screen is shown; from there on nothing is read.
 *
 * <pre>
 * both      "RFB 003.008" LF                                    what they speak
 * server    count u8 | types;   in 3.3 type u32                 how to prove who one is; none: why, length u32 and text
 * client    type u8                                             not in 3.3
 * type 2    server: challenge 16, client: response 16
 * server    result u32 [why]                                    why only in 3.8; not for type 1 before 3.8
 * client    shared u8
 * server    width u16 | height u16 | format 16 | name
 * </pre>
 */
public final class Vnc implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(5900), Carrier.tcp(5901));
    private static final String BEGIN = "RFB 003.";
    private static final int VERSION = 12;
    private static final int CHALLENGE = 16;
    private static final int INIT = 24;
    private static final int LONGEST_TEXT = 1024;
    private static final int KEPT = 120;
    private static final Outcome FAILED = new Outcome(Outcome.Kind.REFUSED, 1, "failed");

    @Override
    public String name() {
        return "vnc";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return !beginsVersion(in) ? Likeness.NO : in.left() < VERSION ? Likeness.MORE : Likeness.SURE;
    }

    private static boolean beginsVersion(Cursor in) {
        for (int i = 0; i < BEGIN.length() && i < in.left(); i++) {
            if (in.peek(i) != BEGIN.charAt(i)) {
                return false;
            }
        }
        return in.left() < VERSION || in.peek(VERSION - 1) == '\n';
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private enum Message implements Service {
        VERSION(Verb.IDENTIFY),
        SECURITY_OFFER(Verb.SESSION),
        SECURITY_CHOICE(Verb.SESSION),
        CHALLENGE(Verb.AUTHENTICATE),
        SECURITY_RESULT(Verb.AUTHENTICATE),
        INITIALIZE(Verb.SESSION),
        /** What follows is not read: another way to prove, or the screen. */
        OPAQUE(Verb.OTHER);

        private final Verb verb;

        Message(Verb verb) {
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

    /** What comes next, and from whom. */
    private enum Step {
        SERVER_VERSION(Direction.TO_CLIENT),
        CLIENT_VERSION(Direction.TO_SERVER),
        OFFER(Direction.TO_CLIENT),
        CHOICE(Direction.TO_SERVER),
        CHALLENGE(Direction.TO_CLIENT),
        RESPONSE(Direction.TO_SERVER),
        RESULT(Direction.TO_CLIENT),
        CLIENT_INIT(Direction.TO_SERVER),
        SERVER_INIT(Direction.TO_CLIENT),
        OPEN(Direction.TO_CLIENT);

        private final Direction way;

        Step(Direction way) {
            this.way = way;
        }
    }

    private static final class Conversation implements Dialogue {

        private final Phrase phrase = new Phrase();
        private Step step = Step.SERVER_VERSION;
        private int minor = 8;
        private long type;
        private long asked;

        @Override
        public int frame(Cursor in, Direction way) {
            if (step == Step.OPEN) {
                return DONE;
            }
            if (in.left() == 0 || way != step.way) {
                return MORE;
            }
            return switch (step) {
                case SERVER_VERSION, CLIENT_VERSION -> beginsVersion(in) ? VERSION : LOST;
                case OFFER -> minor < 7 ? in.peek32(0) == 0 ? reason(in, 4) : 4 : offer(in);
                case CHOICE, CLIENT_INIT -> 1;
                case CHALLENGE, RESPONSE -> CHALLENGE;
                case RESULT -> in.left() < 4 ? MORE : in.peek32(0) != 0 && minor == 8 ? reason(in, 4) : 4;
                case SERVER_INIT -> reason(in, INIT - 4);
                case OPEN -> DONE;
            };
        }

        private static int offer(Cursor in) {
            return in.peek(0) == 0 ? reason(in, 1) : 1 + in.peek(0);
        }

        /** A text with its length before it, behind so many octets. */
        private static int reason(Cursor in, int from) {
            long length = in.peek32(from);
            return length < 0 ? MORE : length > LONGEST_TEXT ? DONE : from + 4 + (int) length;
        }

        @Override
        public void lost(Direction way) {
            step = Step.OPEN;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            if (beginsVersion(in)) {
                version(in, way, out);
                return;
            }
            if (way != step.way || step == Step.OPEN || step.compareTo(Step.OFFER) < 0) {
                out.violation("unexpected", in.left());
                return;
            }
            if (in.left() != frame(in, way)) {
                out.violation("truncated", in.left());
                return;
            }
            switch (step) {
                case OFFER -> offer(in, out);
                case CHOICE -> choose(in.u8(), out);
                case CHALLENGE -> {
                    out.notice(Message.CHALLENGE).tell();
                    step = Step.RESPONSE;
                }
                case RESPONSE -> {
                    out.request(Message.SECURITY_RESULT).tell();
                    asked = out.time();
                    step = Step.RESULT;
                }
                case RESULT -> result(in, out);
                case CLIENT_INIT -> {
                    out.request(Message.INITIALIZE)
                            .qualifier(in.u8() == 0 ? "alone" : "shared")
                            .tell();
                    asked = out.time();
                    step = Step.SERVER_INIT;
                }
                case SERVER_INIT -> opened(in, out);
                case SERVER_VERSION, CLIENT_VERSION, OPEN -> {}
            }
        }

        private void version(Cursor in, Direction way, Sink out) {
            if (in.left() < VERSION) {
                out.violation("truncated", in.left());
                return;
            }
            in.skip(4);
            int spoken = in.peek(6) - '0' + 10 * (in.peek(5) - '0') + 100 * (in.peek(4) - '0');
            String text = out.text(in, 7);
            out.notice(Message.VERSION).qualifier(text).tell();
            minor = way == Direction.TO_CLIENT ? Math.min(8, spoken) : Math.min(minor, spoken);
            step = way == Direction.TO_CLIENT ? Step.CLIENT_VERSION : Step.OFFER;
        }

        private void offer(Cursor in, Sink out) {
            int count = minor < 7 ? 1 : in.u8();
            if (minor < 7) {
                in.skip(3);
            }
            if (count == 0 || minor < 7 && in.peek(0) == 0) {
                in.skip(minor < 7 ? 1 : 0);
                in.skip(4);
                out.notice(Message.SECURITY_OFFER)
                        .qualifier(out.text(in, Math.min(in.left(), KEPT)))
                        .refused(0, "refused")
                        .tell();
                step = Step.OPEN;
                return;
            }
            type = in.peek(0);
            out.notice(Message.SECURITY_OFFER)
                    .symbol(VncSecurity.words(in, count, phrase, out))
                    .tell();
            step = Step.CHOICE;
            if (minor < 7) {
                proves(out);
            }
        }

        private void choose(int chosen, Sink out) {
            type = chosen;
            out.notice(Message.SECURITY_CHOICE).symbol(VncSecurity.word(chosen)).tell();
            proves(out);
        }

        private void proves(Sink out) {
            if (type == VncSecurity.CHALLENGE) {
                step = Step.CHALLENGE;
            } else if (type == VncSecurity.NONE) {
                step = minor == 8 ? Step.RESULT : Step.CLIENT_INIT;
                if (minor < 8) {
                    out.login(out.server(""), "", "", Outcome.DONE);
                }
            } else {
                out.notice(Message.OPAQUE).qualifier(VncSecurity.word(type)).tell();
                step = Step.OPEN;
            }
        }

        private void result(Cursor in, Sink out) {
            boolean done = in.u32() == 0;
            out.response(Message.SECURITY_RESULT);
            if (asked > 0) {
                out.since(asked);
            }
            (done ? out : out.refused(1, "failed")).tell();
            out.login(out.server(""), "", "", done ? Outcome.DONE : FAILED);
            step = done ? Step.CLIENT_INIT : Step.OPEN;
        }

        private void opened(Cursor in, Sink out) {
            String size =
                    phrase.begin().decimal(in.u16()).add("x").decimal(in.u16()).take(out);
            in.skip(INIT - 8);
            int length = (int) in.u32();
            String desktop = out.text(in, Math.min(length, KEPT));
            out.response(Message.INITIALIZE)
                    .symbol(desktop)
                    .qualifier(size)
                    .since(asked)
                    .tell();
            out.identity(out.sender(), Attribute.NAME, desktop, "ServerInit", 4);
            out.notice(Message.OPAQUE).qualifier("screen").tell();
            step = Step.OPEN;
        }
    }
}
