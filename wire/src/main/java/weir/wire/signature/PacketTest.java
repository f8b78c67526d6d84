// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.net.Packet;

/** What has to hold of a packet as a whole. */
public sealed interface PacketTest {

    boolean holds(Sighting at, Packet packet);

    /** How many octets it carries, both bounds too. */
    record Size(int least, int most, boolean negated) implements PacketTest {
        @Override
        public boolean holds(Sighting at, Packet packet) {
            return (packet.length >= least && packet.length <= most) != negated;
        }
    }

    /** Which way it goes in its conversation. */
    record Way(boolean toServer) implements PacketTest {
        @Override
        public boolean holds(Sighting at, Packet packet) {
            return at.fromClient() == toServer;
        }
    }

    /** Belongs to a connection that both sides have agreed on, as far as its own flags tell. */
    record Established() implements PacketTest {
        @Override
        public boolean holds(Sighting at, Packet packet) {
            return packet.transport != Transport.TCP || (packet.flags & (Packet.SYN | Packet.ACK)) == Packet.ACK;
        }
    }

    /** Flags of TCP: those of {@code mask} have to be as in {@code set}. */
    record Flags(int set, int mask, boolean negated) implements PacketTest {
        @Override
        public boolean holds(Sighting at, Packet packet) {
            return packet.transport == Transport.TCP && ((packet.flags & mask) == set) != negated;
        }
    }
}
