// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weir.analysis.Detectors;
import weir.analysis.baseline.Baseline;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Finding;
import weir.model.Grade;
import weir.model.Sighting;
import weir.model.Transport;

/** What detectors remember is bounded, whatever they are shown. */
class BoundedStateTest {

    private static final int OBSERVATIONS = 200_000;

    /** Claims kept, and one for the rest of each detection. */
    private static final int MOST_CLAIMS = 20_200;

    /** What detectors may remember, with what their claims say. */
    private static final long MOST_BYTES = 64L << 20;

    private static long withoutDetectors;

    @BeforeAll
    static void whatIsRememberedAnyway() {
        used(judging(List.of()));
        withoutDetectors = used(judging(List.of()));
    }

    /** Detectors of one package are measured together. */
    private static String kind(Detector detector) {
        return detector.getClass().getPackageName();
    }

    static Stream<String> kinds() {
        return Detectors.all().stream().map(BoundedStateTest::kind).distinct();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void detectors_remember_so_much_and_no_more(String kind) {
        List<Detector> some =
                Detectors.all().stream().filter(d -> kind(d).equals(kind)).toList();
        assertThat(used(judging(some)) - withoutDetectors).as("bytes in use").isLessThan(MOST_BYTES);
    }

    private static long used(Watch watch) {
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        assertThat(watch.findings().size()).isLessThan(MOST_CLAIMS);
        return used;
    }

    /** Some of it in half a day, the most of it within a minute, so that nothing is forgotten for its age. */
    private static Watch judging(List<Detector> detectors) {
        Watch watch = new Watch(new Baseline(), detectors).learn();
        Hostile hostile = new Hostile(7);
        hostile.shows(watch, OBSERVATIONS / 100, 1_000);
        watch.judge();
        hostile.shows(watch, OBSERVATIONS / 5, 1_000_000);
        hostile.shows(watch, OBSERVATIONS / 5 * 4, 200);
        return watch;
    }

    @Test
    void all_detectors_together_make_so_many_claims_and_no_more() {
        Watch watch = judging(Detectors.all());
        assertThat(watch.findings().size()).isBetween(10_000, MOST_CLAIMS);
        assertThat(watch.findings().stream().map(Finding::about)).contains("(more)");
    }

    @Test
    void one_source_that_tries_everybody_takes_no_more_than_one_that_tries_many() {
        long before = used(sweeping(List.of()));
        assertThat(used(sweeping(Detectors.all())) - before).isLessThan(MOST_BYTES);
    }

    /** One source, all addresses of a network, within half a minute. */
    private static Watch sweeping(List<Detector> detectors) {
        Watch watch = new Watch(new Baseline(), detectors);
        Sighting at = new Sighting().sensor("sweep");
        for (int i = 1; i <= OBSERVATIONS / 2; i++) {
            long time = 1_700_000_000_000_000_000L + i * 250_000L;
            at.packet(i, time)
                    .between(Transport.TCP, Address.ipv4(0x0a00_0001), 40_000, Address.ipv4(0x0b00_0000L + i), 502)
                    .conversation(i, true);
            watch.observe(at, contact(Contact.State.OPENED, time));
            watch.observe(at, contact(Contact.State.CLOSED, time));
        }
        return watch;
    }

    private static Contact contact(Contact.State state, long time) {
        return new Contact(state, Transport.TCP, "", Grade.ONE_WAY, 1, 0, 0, 0, time, time, 1, 1);
    }
}
