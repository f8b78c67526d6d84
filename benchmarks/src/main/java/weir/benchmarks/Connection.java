// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.net.Packet;

/** A TCP connection made for measuring: fills the packets that carry pieces of what is said in it. */
final class Connection {

    private static final int CLIENT = 0x0a00_0001;
    private static final int SERVER = 0x0a00_0002;
    private static final long MILLISECOND = 1_000_000;

    private final int serverPort;
    private final Sighting at;
    private final int[] sequence = {1000, 5000};
    private long number;

    Connection(int serverPort, Sighting at) {
        this.serverPort = serverPort;
        this.at = at;
    }

    /** A segment with the bytes {@code from} to {@code to}, that far ahead of what has been said. */
    void fill(Packet packet, boolean up, byte[] bytes, int from, int to) {
        int side = up ? 0 : 1;
        number++;
        at.packet(number, number * MILLISECOND);
        packet.data = bytes;
        packet.transport = Transport.TCP;
        packet.ipVersion = 4;
        packet.ipProtocol = 6;
        packet.snap = -1;
        packet.sourceMac = up ? 1 : 2;
        packet.destinationMac = up ? 2 : 1;
        packet.sourceLow = up ? CLIENT : SERVER;
        packet.destinationLow = up ? SERVER : CLIENT;
        packet.sourcePort = up ? 50_000 : serverPort;
        packet.destinationPort = up ? serverPort : 50_000;
        packet.sequence = sequence[side] + from & 0xffff_ffffL;
        packet.acknowledgement = sequence[1 - side] & 0xffff_ffffL;
        packet.flags = Packet.ACK;
        packet.payload = from;
        packet.captured = to - from;
        packet.length = to - from;
    }

    /** This much has been said. */
    void advance(boolean up, int count) {
        sequence[up ? 0 : 1] += count;
    }
}
