// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Operation;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.net.Addresses;
import weir.wire.net.Packet;
import weir.wire.protocol.iec104.Iec104;

/** A message whose length is damaged does not swallow those that follow it. */
class DamagedLengthTest {

    private static final String TEST = "680443000000";
    private static final String CONFIRMATION = "680483000000";
    private static final String ACKNOWLEDGEMENT = "680401000a00";

    /** M_SP_NA_1, station 12, object 100. */
    private static final String VALUE = "680e00000000 0101030c0c00 640000 01";

    private final List<String> told = new ArrayList<>();
    private final Sighting at = new Sighting();
    private final Conversations conversations;
    private int sequence = 1;
    private int packets;

    DamagedLengthTest() {
        Sink sink = new Sink(this::hear, at, SinkOptions.PLAIN);
        conversations = new Conversations(List.of(new Iec104()), sink, new Addresses());
    }

    private void hear(Sighting seen, weir.model.Observation what) {
        if (what instanceof Operation operation) {
            told.add(operation.service().label());
        }
    }

    private void segment(String hex) {
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
        sequence += data.length;
        conversations.packet(packet);
    }

    @Test
    void segmentsOfSeveralMessagesEndOneThatIsTooLong() {
        segment(TEST);
        segment("68c343000000"); // as if 197 octets long
        segment(ACKNOWLEDGEMENT + VALUE);
        segment(ACKNOWLEDGEMENT + VALUE + VALUE);
        assertThat(told).containsExactly("testfr", "acknowledge", "m_sp_na_1", "acknowledge", "m_sp_na_1", "m_sp_na_1");
    }

    @Test
    void aSegmentOfSeveralMessagesEndsOneThatWouldEndInsideIt() {
        segment(TEST);
        segment("681043000000"); // as if 18 octets long
        segment(ACKNOWLEDGEMENT + VALUE);
        assertThat(told).containsExactly("testfr", "acknowledge", "m_sp_na_1");
    }

    @Test
    void aMessageInTwoSegmentsIsNoneOfTheseWhereItsRestIsNoMessage() {
        segment(TEST);
        segment(VALUE + "680e00000000 0101030c");
        segment("0c00 640000 01" + CONFIRMATION);
        assertThat(told).containsExactly("testfr", "m_sp_na_1", "m_sp_na_1", "testfr");
    }
}
