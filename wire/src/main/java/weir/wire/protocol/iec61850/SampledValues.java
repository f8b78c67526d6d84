// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec61850;

import java.util.List;
import weir.model.Service;
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

/**
 * Sampled values (IEC 61850-9-2 clause 8, and the profile 9-2LE): currents and voltages, some thousand times a second.
 *
 * <pre>
 * 60 { 80 units | [81 security] | a2 { 30 { 80 stream | [81 data set] | 82 sample u16 | 83 revision u32 | [84 time]
 *    | 85 synchronisation | [86 rate] | 87 samples | [88 what the rate means] } ... } }
 * samples of 9-2LE and IEC 61869-9: { value i32 | quality u32 } ...
 * </pre>
 *
 * A stream is told when it is first seen, when it changes, and once a second.
 */
public final class SampledValues implements Protocol {

    static final String NAME = "sv";

    private static final int ETHER_TYPE = 0x88ba;
    private static final int PORT = 102;
    private static final int PUBLICATION = 0x60;
    private static final int UNITS = 0xa2;

    /** What is told of streams. */
    enum Event implements Service {
        SAMPLES(Verb.READ),
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
        return over == Transport.UDP && Envelope.isRouted(in, Envelope.ROUTED_SAMPLES) ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        private final Envelope envelope = new Envelope();
        private final Streams streams = new Streams();
        private final SampleUnit unit = new SampleUnit();
        private final Ber ber = new Ber();
        private final Cursor elements = new Cursor();
        private final Cursor part = new Cursor();
        private final Cursor one = new Cursor();

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            if (Envelope.isRouted(in, Envelope.ROUTED_SAMPLES)) {
                session(in, out);
            } else if (out.at().transport() == Transport.UDP) {
                out.violation("not_routed_samples", in.left());
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
            if (!ber.next(part)) {
                out.violation("truncated", length);
                return;
            }
            if (ber.identifier() != PUBLICATION || !enter(UNITS)) {
                out.violation("malformed", length);
                return;
            }
            while (part.left() > 0 && ber.enter(part, Ber.SEQUENCE, one)) {
                if (unit.read(one, envelope.simulated(), out)) {
                    streams.of(unit.stream()).sample(unit, out);
                } else {
                    out.violation("malformed_unit", length);
                }
            }
            if (!part.ok()) {
                out.violation("malformed", length);
            }
        }

        /** Passes over elements up to one of this kind and goes into it. */
        private boolean enter(int wanted) {
            part.slice(ber.length(), part);
            while (part.left() > 0 && ber.next(part)) {
                if (ber.identifier() == wanted) {
                    part.slice(ber.length(), part);
                    return true;
                }
                part.skip(ber.length());
            }
            return false;
        }
    }
}
