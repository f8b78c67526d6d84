// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec61850;

import java.util.List;
import weir.model.PointValue;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Ber;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;
import weir.wire.protocol.mms.MmsData;

/**
 * Generic object oriented substation events (IEC 61850-8-1 clause 18): the state of a data set, published when it changes
 * and repeated while it does not.
 *
 * <pre>
 * 61 { 80 control block | 81 milliseconds to live | 82 data set | [83 id] | 84 time of the change | 85 state number
 *    | 86 repetition | 87 simulation or test | 88 revision | 89 needs commissioning | 8a entries | ab { data ... } }
 * </pre>
 *
 * An operation's target is the control block. The values of a data set are told when its state changes, each a point of the
 * data set by its place; so are the numbers of the publication when they change.
 */
public final class Goose implements Protocol {

    static final String NAME = "goose";

    private static final int ETHER_TYPE = 0x88b8;
    private static final int PORT = 102;

    private static final int PUBLICATION = 0x61;
    private static final int BLOCK = 0x80;
    private static final int TIME_TO_LIVE = 0x81;
    private static final int DATA_SET = 0x82;
    private static final int ID = 0x83;
    private static final int STATE = 0x85;
    private static final int REPETITION = 0x86;
    private static final int SIMULATION = 0x87;
    private static final int REVISION = 0x88;
    private static final int NEEDS_COMMISSIONING = 0x89;
    private static final int ENTRIES = 0x8a;
    private static final int DATA = 0xab;
    /** Fields that no publication may lack, as bits by their tag. */
    private static final int MANDATORY = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 8 | 1 << 11;

    private static final int LONGEST_TEXT = 255;
    private static final String[] FLAGS = {"", "simulation", "needs_commissioning", "simulation, needs_commissioning"};

    /** What a publication is, seen from those before it. */
    private enum Event implements Service {
        STATE_CHANGE(Verb.READ),
        RETRANSMISSION(Verb.READ),
        /** Numbers begin again: the publisher was started. */
        RESTART(Verb.READ),
        OPAQUE(Verb.OTHER);

        private final Verb verb;

        Event(Verb verb) {
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

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.etherType(ETHER_TYPE), Carrier.udp(PORT));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return over == Transport.UDP && Envelope.isRouted(in, Envelope.ROUTED_GOOSE) ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        private final Envelope envelope = new Envelope();
        private final Publications publications = new Publications();
        private final MmsData values = new MmsData();
        private final Ber ber = new Ber();
        private final Cursor elements = new Cursor();
        private final Cursor part = new Cursor();
        private final Cursor data = new Cursor();

        private String block = "";
        private String set = "";
        private String id = "";
        private long live;
        private long state;
        private long repetition;
        private long revision;
        private long entries;
        private int flags;
        private int seen;

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            if (Envelope.isRouted(in, Envelope.ROUTED_GOOSE)) {
                session(in, out);
            } else if (out.at().transport() == Transport.UDP) {
                out.violation("not_routed_goose", in.left());
            } else if (envelope.link(in, part, out)) {
                publication(out);
            }
        }

        private void session(Cursor in, Sink out) {
            if (!envelope.session(in, elements, out)) {
                return;
            }
            if (envelope.encrypted()) {
                out.notice(Event.OPAQUE).tell();
                return;
            }
            while (envelope.next(elements, part)) {
                publication(out);
            }
        }

        private void publication(Sink out) {
            out.factHex(NAME, "appid", envelope.application(), 4);
            int length = part.left();
            int head = part.u8();
            int octets = part.u8();
            int size = octets < 0x80 ? octets : octets == 0x81 ? part.u8() : octets == 0x82 ? part.u16() : -1;
            if (!part.ok() || head != PUBLICATION || size < 0) {
                out.violation("malformed", length);
                return;
            }
            boolean cut = size > part.left();
            part.slice(Math.min(size, part.left()), part);
            fields(out);
            if (cut) {
                out.violation("truncated", length);
            } else if (!part.ok()) {
                out.violation("malformed", length);
            } else if ((seen & MANDATORY) != MANDATORY) {
                out.violation("mandatory_field_missing", Integer.numberOfTrailingZeros(~seen & MANDATORY));
            } else {
                tell(out);
            }
        }

        private void fields(Sink out) {
            seen = 0;
            flags = 0;
            id = "";
            entries = -1;
            while (part.left() > 0 && ber.next(part)) {
                int next = part.read() + ber.length();
                switch (ber.identifier()) {
                    case BLOCK -> {
                        block = text(out);
                        out.fact(NAME, "gocb", block);
                    }
                    case TIME_TO_LIVE -> live = number();
                    case DATA_SET -> set = text(out);
                    case ID -> id = text(out);
                    case STATE -> state = number();
                    case REPETITION -> repetition = number();
                    case SIMULATION -> flags |= part.u8() != 0 ? 1 : 0;
                    case REVISION -> revision = number();
                    case NEEDS_COMMISSIONING -> flags |= part.u8() != 0 ? 2 : 0;
                    case ENTRIES -> entries = number();
                    case DATA -> part.slice(ber.length(), data);
                    default -> {}
                }
                if (part.ok()) {
                    seen |= 1 << Math.min(31, ber.number());
                    part.seek(next);
                }
            }
        }

        private String text(Sink out) {
            return out.text(part, Math.min(LONGEST_TEXT, ber.length()));
        }

        private long number() {
            return ber.integer(part) & 0xffff_ffffL;
        }

        private void tell(Sink out) {
            Publication before = publications.of(block);
            boolean fresh = !before.known();
            Event event = event(before);
            if (!fresh && event != Event.RESTART) {
                order(before, out);
            }
            out.notice(event)
                    .space("control_block")
                    .symbol(block)
                    .qualifier(FLAGS[flags | (envelope.simulated() ? 1 : 0)])
                    .tell();
            Subject publisher = out.sender();
            long content = contentOf(data);
            boolean changed = fresh || state != before.state() || content != before.content();
            if (!fresh && state == before.state() && content != before.content()) {
                out.violation("values_changed_without_state", state);
            }
            if (changed || revision != before.revision()) {
                numbers(before, publisher, out);
            }
            if (changed) {
                int leaves = values.tellEach(data, publisher, "data_set", set, PointValue.Origin.REPORTED, out);
                if (leaves < 0) {
                    out.violation("malformed_values", state);
                } else if (entries >= 0 && entries != values.elements()) {
                    out.violation("entry_count", entries);
                }
            }
            before.is(state, repetition, revision, content, live);
        }

        private Event event(Publication before) {
            if (!before.known()) {
                return repetition == 0 ? Event.STATE_CHANGE : Event.RETRANSMISSION;
            }
            if (state == before.state()) {
                return Event.RETRANSMISSION;
            }
            return state == 1 && repetition <= 1 ? Event.RESTART : Event.STATE_CHANGE;
        }

        /** State numbers grow by one, repetitions within a state too; after the last of each comes 1. */
        private void order(Publication before, Sink out) {
            if (state < before.state() && before.state() != 0xffff_ffffL) {
                out.violation("state_number_backwards", state);
            } else if (state > before.state() + 1) {
                out.violation("state_number_skipped", state);
            } else if (state == before.state()
                    && repetition < before.repetition()
                    && before.repetition() != 0xffff_ffffL) {
                out.violation("repetition_number_backwards", repetition);
            }
        }

        private void numbers(Publication before, Subject publisher, Sink out) {
            boolean fresh = !before.known();
            if (fresh || state != before.state()) {
                number("stNum", state, publisher, out);
            }
            if (fresh || revision != before.revision()) {
                number("confRev", revision, publisher, out);
            }
            if (fresh || live != before.live()) {
                number("timeAllowedToLive", live, publisher, out);
            }
            if (fresh && !id.isEmpty()) {
                out.reading().text(id);
                out.point(publisher, "goID", -1, block, "text", PointValue.Origin.REPORTED);
            }
        }

        private void number(String what, long value, Subject publisher, Sink out) {
            out.reading().integer(value);
            out.point(publisher, what, -1, block, "unsigned", PointValue.Origin.REPORTED);
        }

        /** A number that changes with the octets. */
        private static long contentOf(Cursor in) {
            long content = in.left();
            byte[] bytes = in.bytes();
            int from = in.offset();
            for (int i = from; i < from + in.left(); i++) {
                content = content * 0x0000_0100_0000_01b3L ^ bytes[i];
            }
            return content;
        }
    }
}
