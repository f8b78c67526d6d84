// SPDX-License-Identifier: Apache-2.0
package weir.wire.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;

/** A sensor that is plugged in while machines talk understands what they say from then on. */
@NeedsCorpus
class CutCaptureTest {

    private static final int ROUNDS = Integer.getInteger("weir.rounds", 1);
    private static final int FEWEST = 20;

    /** Packets after the cut in which a message may end that began before it. */
    private static final int GRACE = 6;

    @Test
    void whatIsSaidAfterACutIsUnderstood() {
        List<String> told = new ArrayList<>();
        List<String> misunderstood = new ArrayList<>();
        for (Corpus.Capture capture : Corpus.captures()) {
            Recording recording = Recording.of(capture);
            List<Deed> deeds = Deed.of(recording, 0).stream().filter(Deed::tcp).toList();
            for (int round = 0; round < ROUNDS && deeds.size() >= FEWEST; round++) {
                Random random = new Random(capture.path().hashCode() + 31L * round);
                int cut = recording.shots().size() * (10 + random.nextInt(61)) / 100;
                List<Deed> wanted = since(deeds, cut);
                if (wanted.size() < FEWEST) {
                    continue;
                }
                List<Deed> missing = Deed.missing(
                        wanted,
                        since(Deed.of(recording, cut).stream().filter(Deed::tcp).toList(), cut),
                        recording.shots().get(cut).time());
                String line = "%5.1f %% of %d after packet %d of %s"
                        .formatted(100 - 100.0 * missing.size() / wanted.size(), wanted.size(), cut, capture.path());
                told.add(line);
                if (missing.size() * 20 > wanted.size()) {
                    misunderstood.add(line + ", first missing: " + missing.getFirst());
                }
            }
        }
        told.sort(null);
        System.out.println("understood after a cut, the worst:\n"
                + String.join("\n", told.subList(0, Math.min(5, told.size()))) + "\n" + told.size() + " cuts");
        assertThat(told).hasSizeGreaterThan(25);
        assertThat(misunderstood).isEmpty();
    }

    private static List<Deed> since(List<Deed> deeds, int cut) {
        return deeds.stream().filter(deed -> deed.packet() > cut + GRACE).toList();
    }
}
