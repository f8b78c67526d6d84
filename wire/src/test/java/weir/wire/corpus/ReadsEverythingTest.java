// SPDX-License-Identifier: Apache-2.0
package weir.wire.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import weir.model.Observation;
import weir.model.Sighting;
import weir.model.Violation;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;
import weir.wire.SinkOptions;

/** No real capture breaks the sensor, stalls it, or is told differently the second time. */
@NeedsCorpus
class ReadsEverythingTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Every so manieth capture is read twice; more of them in more rounds. */
    private static final int EVERY = Math.max(1, 6 / Integer.getInteger("weir.rounds", 1));

    private long digest;
    private final List<String> failures = new ArrayList<>();

    @Test
    void everyCaptureIsReadInTimeAndTheSameTwice() {
        List<Corpus.Capture> captures = Corpus.captures();
        int place = 0;
        for (Corpus.Capture capture : captures) {
            Recording recording = Recording.of(capture);
            long first = read(recording);
            if (place++ % EVERY == 0) {
                assertThat(read(recording)).as(capture.path()).isEqualTo(first);
            }
        }
        assertThat(failures).isEmpty();
        assertThat(captures).hasSizeGreaterThanOrEqualTo(440);
    }

    private long read(Recording recording) {
        digest = 0;
        SinkOptions options = SinkOptions.PLAIN
                .withPoints()
                .counting((protocol, key, value) -> mix(protocol.hashCode() + key.hashCode() * 31L + value.hashCode()));
        Assertions.assertTimeout(
                LIMIT, () -> recording.play(0, options, (at, what) -> hear(recording, at, what)), recording.name());
        return digest;
    }

    private void hear(Recording recording, Sighting at, Observation what) {
        if (what instanceof Violation violation && violation.name().equals("decoder_failed")) {
            failures.add(recording.name() + " packet " + at.packet() + " " + violation.protocol());
        }
        mix(at.packet() * 31 + at.conversation());
        mix(at.detail() * 31 + at.latency());
        mix(what.toString().hashCode() * 31L + Double.hashCode(at.reading().number()));
    }

    private void mix(long value) {
        digest = (digest ^ value) * 0x9e37_79b9_7f4a_7c15L + Long.rotateRight(digest, 23);
    }
}
