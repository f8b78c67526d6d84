// SPDX-License-Identifier: Apache-2.0
package weir.server.sketch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import weir.analysis.sketch.Sample;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/** Takes every conversation for its own, and keeps what is said in those that nobody else knew. */
public final class Overheard implements Protocol {

    /** Servers and ports that are told apart. */
    private static final int MOST = 256;

    /** Where an unknown protocol is spoken. */
    public record Place(Transport transport, int port) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int by = transport.compareTo(other.transport);
            return by != 0 ? by : Integer.compare(port, other.port);
        }
    }

    private final Set<Long> unknown;
    private final Map<Place, Sample> samples = new TreeMap<>();

    /** @param unknown numbers of the conversations that nobody knew */
    public Overheard(Set<Long> unknown) {
        this.unknown = unknown;
    }

    public Map<Place, Sample> samples() {
        return samples;
    }

    @Override
    public String name() {
        return "overheard";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.tcp(0), Carrier.udp(0));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return in.left() > 0 ? Likeness.SURE : Likeness.MORE;
    }

    @Override
    public Dialogue open() {
        return this::keep;
    }

    private void keep(Cursor in, Direction way, Sink out) {
        Sighting at = out.at();
        if (!unknown.contains(at.conversation())) {
            return;
        }
        Place place = new Place(at.transport(), at.serverPort());
        Sample sample = samples.get(place);
        if (sample == null) {
            if (samples.size() >= MOST) {
                return;
            }
            sample = new Sample();
            samples.put(place, sample);
        }
        sample.add(way == Direction.TO_SERVER, at.time(), in.bytes(), in.offset(), in.left());
    }
}
