// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import java.util.ArrayList;
import java.util.List;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Loss;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.PointValue;
import weir.model.Sighting;
import weir.model.Transport;
import weir.model.Violation;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;
import weir.wire.SinkOptions;

/** A sink whose observations are kept as text, and a way to hand it single messages. */
final class Listener implements Observer {

    private static final Address CLIENT = Address.ipv4(0x0a000001);
    private static final Address SERVER = Address.ipv4(0x0a000002);

    final List<String> told = new ArrayList<>();
    final List<Observation> observations = new ArrayList<>();
    private final Sighting at = new Sighting();
    private final Sink sink = new Sink(this, at, SinkOptions.PLAIN.withPoints());
    private final Cursor cursor = new Cursor();
    private long number;

    @Override
    public void observe(Sighting seen, Observation what) {
        if (!(what instanceof Contact) && !(what instanceof Loss)) {
            observations.add(what);
            told.add(text(seen, what));
        }
    }

    static String text(Sighting seen, Observation what) {
        return what instanceof PointValue
                ? what + " = " + seen.reading().kind() + " " + seen.reading().number() + " "
                        + seen.reading().text()
                : what.toString();
    }

    boolean violated() {
        return observations.stream().anyMatch(o -> o instanceof Violation);
    }

    void clear() {
        told.clear();
        observations.clear();
    }

    /** Hands over one message, as the sensor would. */
    void hear(Spoken spoken, Dialogue dialogue, Direction way, byte[] bytes, int length) {
        boolean toServer = way == Direction.TO_SERVER;
        number++;
        at.packet(number, number * 1_000_000)
                .link(Address.mac(toServer ? 1 : 2), Address.mac(toServer ? 2 : 1), 0)
                .between(
                        spoken.transport(),
                        toServer ? CLIENT : SERVER,
                        toServer ? 50_000 : port(spoken),
                        toServer ? SERVER : CLIENT,
                        toServer ? port(spoken) : 50_000)
                .conversation(1, toServer);
        sink.speaking(spoken.protocol().name());
        dialogue.message(cursor.wrap(bytes, 0, length), way, sink);
    }

    static int port(Spoken spoken) {
        boolean tcp = spoken.transport() == Transport.TCP;
        return spoken.protocol().carriers().stream()
                .filter(c -> c.kind() == (tcp ? weir.wire.Carrier.Kind.TCP : weir.wire.Carrier.Kind.UDP))
                .mapToInt(c -> (int) c.number())
                .findFirst()
                .orElse(0);
    }
}
