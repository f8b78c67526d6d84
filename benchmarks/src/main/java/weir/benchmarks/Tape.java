// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/** A protocol that keeps what is said in it, for saying it again. */
final class Tape implements Protocol {

    private static final int CONVERSATIONS = 16;
    private static final int MESSAGES = 300;

    /** One message. */
    record Message(Direction way, byte[] bytes) {}

    /** A conversation as it was really held. */
    record Spoken(Protocol protocol, Transport transport, List<Message> messages) {}

    private final Protocol real;
    private final List<Spoken> kept = new ArrayList<>();

    Tape(Protocol real) {
        this.real = real;
    }

    List<Spoken> kept() {
        return kept;
    }

    boolean full() {
        return kept.size() >= CONVERSATIONS;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public List<Carrier> carriers() {
        return real.carriers();
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return real.probe(in, over);
    }

    @Override
    public Dialogue open() {
        return new Taping(real.open());
    }

    private final class Taping implements Dialogue {
        private final Dialogue heard;
        private @Nullable Spoken spoken;

        Taping(Dialogue heard) {
            this.heard = heard;
        }

        @Override
        public int frame(Cursor in, Direction way) {
            return heard.frame(in, way);
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            Spoken kin = spoken;
            if (kin == null && !full()) {
                kin = new Spoken(real, out.at().transport(), new ArrayList<>());
                spoken = kin;
                kept.add(kin);
            }
            if (kin != null && kin.messages.size() < MESSAGES) {
                byte[] bytes = Arrays.copyOfRange(in.bytes(), in.offset(), in.offset() + in.left());
                kin.messages.add(new Message(way, bytes));
            }
            heard.message(in, way, out);
        }

        @Override
        public void lost(Direction way) {
            heard.lost(way);
        }

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            return heard.direction(in, presumed);
        }

        @Override
        public @Nullable String speaks() {
            return heard.speaks();
        }
    }
}
