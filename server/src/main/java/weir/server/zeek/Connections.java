// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import weir.model.Contact;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Operation;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.flow.PacketListener;
import weir.wire.net.Packet;

/**
 * The connections that go on. A conversation of the sensor is a connection of Zeek, but that Zeek ends one after silence
 * of its own measure, and takes each type of ICMP for one. Bounded as the sensor's conversations are.
 */
final class Connections implements PacketListener, Observer {

    private static final long SECOND = 1_000_000_000L;
    private static final long TCP_SILENCE = 300 * SECOND;
    private static final long OTHER_SILENCE = 60 * SECOND;

    /** Ports of name services over UDP, whose connections Zeek ends early. */
    private static final Set<Integer> NAMES = Set.of(53, 137, 5353, 5355);

    private final ServerPorts ports;
    private final BiConsumer<Connection, String> ended;
    private final Map<Long, Connection> open = new HashMap<>();

    /** Further ones of a conversation: ICMP of another type; at most 256 types each. */
    private final Map<Long, List<Connection>> further = new HashMap<>();

    /** @param ended is told of each connection that is over, with the protocol that was spoken */
    Connections(ServerPorts ports, BiConsumer<Connection, String> ended) {
        this.ports = ports;
        this.ended = ended;
    }

    /** The connection of what was seen; null for what belongs to none. */
    @Nullable
    Connection of(Sighting at) {
        return open.get(at.conversation());
    }

    @Override
    public void packet(Sighting at, Packet packet) {
        if (packet.transport == Transport.LINK) {
            return;
        }
        Connection connection = connection(at, packet);
        boolean fromOriginator = packet.transport == Transport.ICMP
                ? connection.isFromOriginator(at.source(), IcmpPorts.originator(packet))
                : connection.isFromOriginator(at.source(), at.sourcePort());
        connection.packet(fromOriginator, at.time(), packet);
    }

    private Connection connection(Sighting at, Packet packet) {
        Connection known = packet.transport == Transport.ICMP ? icmp(at, packet) : open.get(at.conversation());
        if (known != null && isSilent(known, at, packet.transport)) {
            ended.accept(known, known.protocol());
            known = null;
        }
        if (known != null) {
            return known;
        }
        Connection made = packet.transport == Transport.ICMP
                ? begin(at, packet, IcmpPorts.originator(packet), IcmpPorts.responder(packet))
                : begin(at, packet, at.sourcePort(), at.destinationPort());
        Connection before = open.put(at.conversation(), made);
        if (before != null && packet.transport == Transport.ICMP) {
            further.computeIfAbsent(at.conversation(), c -> new ArrayList<>()).add(before);
        }
        return made;
    }

    /** The one of this type, or of the type that answers it. */
    private @Nullable Connection icmp(Sighting at, Packet packet) {
        Connection current = open.get(at.conversation());
        if (current == null || isOf(current, at, packet)) {
            return current;
        }
        for (Connection other : further.getOrDefault(at.conversation(), List.of())) {
            if (isOf(other, at, packet)) {
                return other;
            }
        }
        return null;
    }

    private static boolean isOf(Connection connection, Sighting at, Packet packet) {
        return connection.isFromOriginator(at.source(), IcmpPorts.originator(packet))
                || connection.isFromOriginator(at.destination(), IcmpPorts.responder(packet));
    }

    private Connection begin(Sighting at, Packet packet, int fromPort, int toPort) {
        Connection made = new Connection(
                at.conversation(), packet.transport, at.time(), at.source(), fromPort, at.destination(), toPort);
        boolean opens = packet.transport == Transport.TCP
                && (packet.flags & Packet.SYN) != 0
                && (packet.flags & (Packet.FIN | Packet.RST)) == 0;
        boolean answers = opens && (packet.flags & Packet.ACK) != 0;
        if (answers || !opens && ports.serves(packet.transport, fromPort) && !ports.serves(packet.transport, toPort)) {
            made.flip();
        }
        return made;
    }

    private static boolean isSilent(Connection known, Sighting at, Transport transport) {
        if (transport == Transport.UDP && (NAMES.contains(at.sourcePort()) || NAMES.contains(at.destinationPort()))) {
            return at.time() >= known.namesEnd();
        }
        return at.time() - known.last() > silence(transport);
    }

    private static long silence(Transport transport) {
        return transport == Transport.TCP ? TCP_SILENCE : OTHER_SILENCE;
    }

    @Override
    public void observe(Sighting at, Observation what) {
        Connection speaking = what instanceof Operation ? of(at) : null;
        if (speaking != null) {
            speaking.speaks(what.protocol());
        }
        if (what instanceof Contact contact && contact.state() == Contact.State.CLOSED) {
            Connection connection = open.remove(at.conversation());
            for (Connection other : further.getOrDefault(at.conversation(), List.of())) {
                ended.accept(other, other.protocol());
            }
            further.remove(at.conversation());
            if (connection != null) {
                ended.accept(connection, contact.protocol());
            }
        }
    }
}
