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

/** Who forges a few segments does not blind the sensor to the connection. */
@NeedsCorpus
class ForgedSegmentTest {

    /** A master that asks all the time over one connection: plain Ethernet, IPv4 without options. */
    private static final String CAPTURE = "modbus/iti__modbus_test_2.pcap";

    private static final int IDENTIFICATION_AT = 14 + 4;
    private static final int SEQUENCE_AT = 14 + 20 + 4;

    /** A second forged segment, this long after the first, makes the sensor give up what is missing before both. */
    private static final long LONGER_THAN_PATIENCE = 4_000_000_000L;

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
        int first = (int) deeds.get(deeds.size() / 4).packet();
        List<Recording.Shot> shots = new ArrayList<>(recording.shots());
        Recording.Shot shot = shots.get(first - 1);
        int second = first;
        while (shots.get(second).time() - shot.time() < LONGER_THAN_PATIENCE) {
            second++;
        }
        shots.add(second, forged(shot, distance + 2000, shots.get(second - 1)));
        shots.add(first, forged(shot, distance, shot));
        List<Deed> found = Deed.of(new Recording(recording.name(), shots), 0);
        assertThat(deeds.size()).isGreaterThan(1000);
        assertThat(Deed.missing(deeds, found, Long.MIN_VALUE)).hasSizeLessThan(LOST);
    }

    /** The same segment elsewhere in the stream, at the time of another. */
    private static Recording.Shot forged(Recording.Shot shot, int distance, Recording.Shot when) {
        byte[] data = shot.data().clone();
        ByteBuffer frame = ByteBuffer.wrap(data);
        frame.putShort(IDENTIFICATION_AT, (short) ~frame.getShort(IDENTIFICATION_AT));
        frame.putInt(SEQUENCE_AT, frame.getInt(SEQUENCE_AT) + distance);
        return new Recording.Shot(data, shot.length(), shot.linkType(), when.time(), when.number());
    }
}
