// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.model.Contact;
import weir.model.Loss;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.Direction;
import weir.wire.Protocol;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.flow.Conversations;
import weir.wire.net.Addresses;
import weir.wire.net.Packet;

/** A TCP connection made for the test, over which real messages are sent in whatever pieces. */
final class Line {

    private static final int CLIENT = 0x0a000001;
    private static final int SERVER = 0x0a000002;

    final List<String> told = new ArrayList<>();
    private final Sighting at = new Sighting();
    private final Conversations conversations;
    private final Packet packet = new Packet();
    private final int port;
    private final int[] sequence = {1000, 5000};
    private long number;

    Line(Spoken spoken, List<Protocol> protocols) {
        port = Listener.port(spoken);
        Sink sink = new Sink(
                (seen, what) -> {
                    if (!(what instanceof Contact) && !(what instanceof Loss)) {
                        told.add(Listener.text(seen, what));
                    }
                },
                at,
                SinkOptions.PLAIN.withPoints());
        conversations = new Conversations(protocols, sink, new Addresses());
    }

    void handshake() {
        sequence[0]--;
        send(Direction.TO_SERVER, new byte[0], 0, 0, Packet.SYN);
        sequence[0]++;
        sequence[1]--;
        send(Direction.TO_CLIENT, new byte[0], 0, 0, Packet.SYN | Packet.ACK);
        sequence[1]++;
    }

    void whole(Spoken.Said said) {
        piece(said, 0, said.bytes().length);
    }

    void inSingleBytes(Spoken.Said said) {
        for (int i = 0; i < said.bytes().length; i++) {
            piece(said, i, i + 1);
        }
    }

    void piece(Spoken.Said said, int from, int to) {
        send(said.way(), said.bytes(), from, to, Packet.ACK);
        sequence[side(said.way())] += to - from;
    }

    /** Crosses, but not past the sensor. */
    void unseen(Spoken.Said said) {
        sequence[side(said.way())] += said.bytes().length;
    }

    private static int side(Direction way) {
        return way == Direction.TO_SERVER ? 0 : 1;
    }

    private void send(Direction way, byte[] bytes, int from, int to, int flags) {
        boolean up = way == Direction.TO_SERVER;
        number++;
        at.packet(number, number * 1_000_000);
        packet.data = bytes;
        packet.transport = Transport.TCP;
        packet.ipVersion = 4;
        packet.ipProtocol = 6;
        packet.snap = -1;
        packet.sourceMac = up ? 1 : 2;
        packet.destinationMac = up ? 2 : 1;
        packet.sourceLow = up ? CLIENT : SERVER;
        packet.destinationLow = up ? SERVER : CLIENT;
        packet.sourcePort = up ? 50_000 : port;
        packet.destinationPort = up ? port : 50_000;
        packet.sequence = sequence[side(way)] & 0xffff_ffffL;
        packet.acknowledgement = sequence[1 - side(way)] & 0xffff_ffffL;
        packet.flags = flags;
        packet.payload = from;
        packet.captured = to - from;
        packet.length = to - from;
        conversations.packet(packet);
    }

    void finish() {
        conversations.finish();
    }

    /** How many of these are missing from those, each counted as often as it occurs. */
    static List<String> missing(List<String> wanted, List<String> there) {
        Map<String, Integer> counts = new HashMap<>();
        there.forEach(t -> counts.merge(t, 1, Integer::sum));
        return wanted.stream()
                .filter(t -> counts.merge(t, -1, Integer::sum) < 0)
                .toList();
    }
}
