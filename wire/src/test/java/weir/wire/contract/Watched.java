// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/** A protocol whose reader says what it throws, before the sensor makes a violation of it. */
record Watched(Protocol real, Consumer<Throwable> thrown) implements Protocol {

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
        return new Conversation(real.open(), thrown);
    }

    private record Conversation(Dialogue real, Consumer<Throwable> thrown) implements Dialogue {

        @Override
        public int frame(Cursor in, Direction way) {
            return real.frame(in, way);
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            try {
                real.message(in, way, out);
            } catch (RuntimeException defect) {
                thrown.accept(defect);
                throw defect;
            }
        }

        @Override
        public @Nullable String speaks() {
            return real.speaks();
        }

        @Override
        public void lost(Direction way) {
            real.lost(way);
        }

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            return real.direction(in, presumed);
        }
    }
}
