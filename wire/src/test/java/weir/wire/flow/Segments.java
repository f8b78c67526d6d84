// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import java.util.HexFormat;
import java.util.List;
import weir.model.Observer;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.net.Addresses;
import weir.wire.net.Packet;
import weir.wire.protocol.iec104.Iec104;

/** Segments of one TCP direction from an IEC 60870-5-104 station, a millisecond apart. */
final class Segments {

    private final Sighting at = new Sighting();
    private final Conversations conversations;
    private int next = 1;
    private int packets;

    Segments(Observer hearer) {
        conversations =
                new Conversations(List.of(new Iec104()), new Sink(hearer, at, SinkOptions.PLAIN), new Addresses());
    }

    /** One that follows the last. */
    void segment(String hex) {
        segment(next, hex);
    }

    void segment(int sequence, String hex) {
        byte[] data = HexFormat.of().parseHex(hex.replace(" ", ""));
        packets++;
        at.packet(packets, packets * 1_000_000L);
        Packet packet = new Packet();
        packet.data = data;
        packet.transport = Transport.TCP;
        packet.ipVersion = 4;
        packet.ipProtocol = 6;
        packet.sourceLow = 1;
        packet.destinationLow = 2;
        packet.sourcePort = 2404;
        packet.destinationPort = 50_000;
        packet.sequence = sequence;
        packet.flags = Packet.ACK;
        packet.captured = data.length;
        packet.length = data.length;
        next = sequence + data.length;
        conversations.packet(packet);
    }
}
