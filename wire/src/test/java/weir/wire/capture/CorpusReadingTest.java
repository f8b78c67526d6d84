// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;

@NeedsCorpus
class CorpusReadingTest {

    /** LINKTYPE numbers behind the names of capinfos; raw IP has had several. */
    private static final Map<String, Set<Integer>> LINK_TYPES = Map.of(
            "ether", Set.of(1),
            "null", Set.of(0),
            "ppp", Set.of(9),
            "rawip", Set.of(12, 101),
            "linux-sll", Set.of(113),
            "wpan", Set.of(195),
            "rawip4", Set.of(228));

    static List<Corpus.Capture> captures() {
        return Corpus.captures();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void aRealCaptureIsReadWhole(Corpus.Capture capture) throws IOException {
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        Frame frame = new Frame();
        try (FrameSource source = Captures.open(List.of(capture.file()), InputStream.nullInputStream())) {
            while (source.next(frame)) {
                earliest = Math.min(earliest, frame.time);
                latest = Math.max(latest, frame.time);
                assertThat(frame.captured).isBetween(0, frame.length);
                assertThat(LINK_TYPES.get(capture.linkType())).contains(frame.linkType);
            }
            assertThat(source.damages()).isEmpty();
            assertThat(source.position()).isEqualTo(source.size());
        }
        assertThat(frame.packet).isEqualTo(capture.packets());
        // capinfos compares seconds before fractions: a negative fraction does not make a time its earliest
        assertThat((latest - earliest) / 1e9).isCloseTo(capture.seconds(), within(2e-6 + capture.seconds() / 3000));
    }
}
