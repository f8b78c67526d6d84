// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.analysis.detect.behaviour.Volumes;
import weir.analysis.detect.threat.Beacons;
import weir.analysis.detect.timing.DoubleAnswers;
import weir.analysis.detect.timing.Latencies;
import weir.analysis.detect.timing.Rhythms;
import weir.model.Loss;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Severity;
import weir.model.Verb;

/** Pace, evenness, quickness, calls and volumes. */
class RhythmTest {

    private final Random random = new Random(3);

    private static Staged opened(Detector detector) {
        return new Staged(detector)
                .learn()
                .between("10.0.0.1", "10.0.0.2", 502)
                .opened()
                .speaks("modbus");
    }

    private void poll(Staged plant, int times, double gap, double jitter) {
        for (int i = 0; i < times; i++) {
            plant.after(gap + jitter * (random.nextDouble() - 0.5));
            plant.asks("modbus", Verb.READ, "read_coils", "coil", 0);
            plant.answers("modbus", Verb.READ, "read_coils", "coil", 0);
        }
    }

    private Staged polled(Detector detector) {
        Staged plant = opened(detector);
        poll(plant, 100, 1, 0.05);
        plant.judge().between("10.0.0.1", "10.0.0.2", 502);
        poll(plant, 500, 1, 0.05);
        assertThat(plant.findings()).isEmpty();
        return plant;
    }

    @Test
    void a_poll_at_twice_the_pace_is_told() {
        Staged plant = polled(new Rhythms());
        poll(plant, 200, 0.5, 0.05);
        assertThat(plant.detections()).containsExactly("TM-01");
        assertThat(plant.findings().getFirst().title()).isEqualTo("Polled faster than before");
    }

    @Test
    void a_poll_that_comes_unevenly_is_told() {
        Staged plant = polled(new Rhythms());
        poll(plant, 300, 1, 1.6);
        assertThat(plant.detections()).containsExactly("TM-02");
    }

    @Test
    void a_pace_that_nobody_could_see_is_not_told() {
        Staged plant = polled(new Rhythms());
        for (int i = 0; i < 20; i++) {
            plant.tell(true, new Loss("tcp", "tcp_gap", "bytes"));
            poll(plant, 20, 0.5, 0.05);
        }
        assertThat(plant.findings()).isEmpty();
    }

    private void answered(Staged plant, int times, double milliseconds) {
        for (int i = 0; i < times; i++) {
            plant.after(1);
            plant.asks("modbus", Verb.READ, "read_coils", "coil", 0);
            plant.takes((long) ((milliseconds + random.nextDouble()) * 1e6));
            plant.tell(
                    false,
                    Staged.operation("modbus", Verb.READ, "read_coils", Phase.RESPONSE, "coil", 0, Outcome.DONE));
            plant.takes(0);
        }
    }

    @Test
    void answers_that_all_take_longer_are_told_and_a_busy_hour_is_not() {
        Staged plant = opened(new Latencies());
        answered(plant, 400, 3);
        plant.judge().between("10.0.0.1", "10.0.0.2", 502);
        for (int i = 0; i < 200; i++) {
            answered(plant, 3, 40);
            answered(plant, 1, 3);
        }
        assertThat(plant.findings()).isEmpty();
        answered(plant, 300, 40);
        assertThat(plant.detections()).containsExactly("TM-03");
    }

    private Staged calls(double jitter, long bytes) {
        Staged plant = new Staged(new Beacons());
        for (int i = 0; i < 40; i++) {
            plant.after(60 + jitter * random.nextDouble())
                    .between("10.0.0.9", "93.184.216.34", 443)
                    .opened();
            plant.closed("tls", 5, bytes, 5, bytes);
        }
        return plant;
    }

    @Test
    void even_calls_with_few_bytes_to_the_internet_are_told_and_others_are_not() {
        assertThat(calls(2, 300).detections()).containsExactly("TM-08");
        assertThat(calls(2, 300).findings().getFirst().severity()).isEqualTo(Severity.LOW);
        assertThat(calls(300, 300).findings()).isEmpty();
        assertThat(calls(2, 300_000).findings()).isEmpty();
    }

    @Test
    void segments_that_contradict_each_other_are_told_and_more_of_them_matter_more() {
        Staged plant = new Staged(new DoubleAnswers())
                .between("10.0.0.1", "10.0.0.2", 502)
                .opened()
                .speaks("modbus");
        plant.violates("modbus", "unknown_function");
        assertThat(plant.findings()).isEmpty();
        plant.violates("tcp", "contradicting_segment");
        assertThat(plant.findings().getFirst().severity()).isEqualTo(Severity.MEDIUM);
        plant.violates("tcp", "contradicting_segment").violates("tcp", "contradicting_segment");
        assertThat(plant.detections()).containsExactly("TM-05");
        assertThat(plant.findings().getFirst().severity()).isEqualTo(Severity.HIGH);
    }

    private void exchanges(Staged plant, int windows, long bytes) {
        for (int i = 0; i < windows; i++) {
            plant.after(300).closed("modbus", 10, bytes, 10, bytes + random.nextInt(100));
        }
    }

    @Test
    void a_volume_far_above_all_before_is_told() {
        Staged plant = opened(new Volumes());
        exchanges(plant, 30, 20_000);
        plant.judge().between("10.0.0.1", "10.0.0.2", 502).opened();
        exchanges(plant, 30, 60_000);
        assertThat(plant.findings()).isEmpty();
        exchanges(plant, 1, 30_000_000);
        assertThat(plant.detections()).containsExactly("BL-10");
    }
}
