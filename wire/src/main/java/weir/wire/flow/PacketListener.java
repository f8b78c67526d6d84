// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import weir.model.Sighting;
import weir.wire.net.Packet;

/** Somebody who counts the packets of each conversation, beyond what a contact tells. */
@FunctionalInterface
public interface PacketListener {

    /** Nobody does. */
    PacketListener NOBODY = (at, packet) -> {};

    /** Both of them. */
    default PacketListener and(PacketListener other) {
        return (at, packet) -> {
            packet(at, packet);
            other.packet(at, packet);
        };
    }

    /** The next packet; both are reused for the one after it. */
    void packet(Sighting at, Packet packet);
}
