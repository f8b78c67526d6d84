// SPDX-License-Identifier: Apache-2.0
package weir.wire.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.model.Operation;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;
import weir.wire.SinkOptions;

/** Real captures whose server listens on a port that nobody would look at: what is said tells the protocol. */
@NeedsCorpus
class OddPortsTest {

    private static final int ETHERNET = 14;

    @ParameterizedTest
    @CsvSource({
        "dnp3, dnp3/iti__dnp3.pcap, 20000, 20001",
        "dnp3, dnp3/iti__dnp3.pcap, 20000, 443",
        "opcua, opcua/icsnpp__opcua_with-gap.pcap, 4840, 5060",
        "synphasor, synphasor/iti__C37.118_1PMU_TCP.pcap, 4712, 8080",
        "synphasor, synphasor/iti__C37.118_1PMU_UDP.pcap, 4712, 5353",
        "genisys, genisys/icsnpp__genisys.pcap, 10001, 20000",
    })
    void a_protocol_is_found_on_a_port_of_another(String protocol, String capture, int port, int odd) {
        Recording usual = Recording.of(Corpus.captures().stream()
                .filter(one -> one.path().equals(capture))
                .findFirst()
                .orElseThrow());
        Recording moved = moved(usual, port, odd);
        int told = operations(protocol, usual);
        assertThat(moved).as("a server on port " + port).isNotEqualTo(usual);
        assertThat(told).isPositive();
        assertThat(operations(protocol, moved)).isEqualTo(told);
    }

    private static int operations(String protocol, Recording recording) {
        AtomicInteger count = new AtomicInteger();
        recording.play(0, SinkOptions.PLAIN, (at, what) -> {
            if (what instanceof Operation operation && operation.protocol().equals(protocol)) {
                count.incrementAndGet();
            }
        });
        return count.get();
    }

    /** Every end of TCP and UDP over IPv4 on one port, on another. */
    private static Recording moved(Recording from, int port, int odd) {
        List<Recording.Shot> shots = new ArrayList<>();
        boolean any = false;
        for (Recording.Shot shot : from.shots()) {
            byte[] data = shot.data().clone();
            int at = ETHERNET + 4 * (data.length > ETHERNET ? data[ETHERNET] & 15 : 0);
            for (int end = at; at > ETHERNET && end <= at + 2 && end + 1 < data.length; end += 2) {
                if ((data[end] & 255) << 8 == (port & 0xff00) && (data[end + 1] & 255) == (port & 255)) {
                    data[end] = (byte) (odd >> 8);
                    data[end + 1] = (byte) odd;
                    any = true;
                }
            }
            shots.add(shot.with(data));
        }
        return any ? new Recording(from.name(), shots) : from;
    }
}
