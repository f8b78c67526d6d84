// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Sighting;
import weir.model.Transport;
import weir.model.Violation;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.net.Addresses;
import weir.wire.net.Packet;
import weir.wire.protocol.iec104.Iec104;

/** A segment that comes again is compared with the one before it. */
class ContradictionTest {

    private static final String ON = "680e00000000 0101030c0c00 640000 01";
    private static final String OFF = "680e00000000 0101030c0c00 640000 00";

    private final List<String> broken = new ArrayList<>();
    private final Sighting at = new Sighting();
    private final Conversations conversations;
    private int packets;

    ContradictionTest() {
        Sink sink = new Sink(this::hear, at, SinkOptions.PLAIN);
        conversations = new Conversations(List.of(new Iec104()), sink, new Addresses());
    }

    private void hear(Sighting seen, weir.model.Observation what) {
        if (what instanceof Violation violation) {
            broken.add(violation.protocol() + " " + violation.name());
        }
    }

    private void segment(int sequence, String hex) {
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
        conversations.packet(packet);
    }

    @Test
    void aRepetitionOfTheSameBytesIsNoContradiction() {
        segment(1, ON);
        segment(1, ON);
        segment(17, OFF);
        segment(17, OFF);
        assertThat(broken).isEmpty();
    }

    @Test
    void aSegmentThatSaysSomethingElseInTheSamePlaceIsOne() {
        segment(1, ON);
        segment(1, OFF);
        assertThat(broken).containsExactly("tcp contradicting_segment");
    }
}
