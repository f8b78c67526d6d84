// SPDX-License-Identifier: Apache-2.0
package weir.wire.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;

/** Who forges one segment does not blind the sensor to the connection. */
@NeedsCorpus
class ForgedSegmentTest {

    /** A master that asks all the time over one connection: plain Ethernet, IPv4 without options. */
    private static final String CAPTURE = "modbus/iti__modbus_test_2.pcap";

    private static final int SEQUENCE_AT = 14 + 20 + 4;

    /** Segments either way that may be lost before the forgery is seen through. */
    private static final int LOST = 80;

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, -1_000_000, 1 << 30, -(1 << 30)})
    void aForgedSequenceNumberCostsAHandfulOfMessages(int distance) {
        Recording recording = Recording.of(Corpus.captures().stream()
                .filter(capture -> capture.path().equals(CAPTURE))
                .findFirst()
                .orElseThrow());
        List<Deed> deeds = Deed.of(recording, 0);
        Deed victim = deeds.get(deeds.size() / 4);
        int place = (int) victim.packet();
        Recording.Shot shot = recording.shots().get(place - 1);
        byte[] forged = shot.data().clone();
        ByteBuffer frame = ByteBuffer.wrap(forged);
        frame.putShort(18, (short) ~frame.getShort(18));
        frame.putInt(SEQUENCE_AT, frame.getInt(SEQUENCE_AT) + distance);
        List<Recording.Shot> shots = new ArrayList<>(recording.shots());
        shots.add(place, shot.with(forged));
        List<Deed> found = Deed.of(new Recording(recording.name(), shots), 0);
        assertThat(deeds.size()).isGreaterThan(1000);
        assertThat(Deed.missing(deeds, found, Long.MIN_VALUE)).hasSizeLessThan(LOST);
    }
}
