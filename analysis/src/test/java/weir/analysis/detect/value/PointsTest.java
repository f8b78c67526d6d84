// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.analysis.detect.Staged;
import weir.analysis.detect.rule.Writes;
import weir.model.Finding;
import weir.model.PointValue.Origin;
import weir.model.Verb;

final class PointsTest {

    private final Random random = new Random(1);
    private final Staged plant = new Staged(new Points(), new Writes());
    private double time;

    private void shows(double value) {
        time += 10;
        plant.at(time).value("modbus", "holding_register", 17, value, Origin.READ);
    }

    private void writes(double value) {
        time += 1;
        plant.at(time).value("modbus", "holding_register", 17, value, Origin.WRITE);
    }

    private double noise() {
        return 40 + 20 * random.nextDouble();
    }

    private void starts() {
        plant.between("10.0.0.1", "10.0.0.2", 502).opened().learn();
    }

    private void learnsNoise() {
        starts();
        for (int i = 0; i < 400; i++) {
            shows(noise());
        }
        plant.judge();
    }

    private Finding only() {
        assertThat(plant.findings()).hasSize(1);
        return plant.findings().getFirst();
    }

    @Test
    void noise_within_its_range_is_usual() {
        learnsNoise();
        for (int i = 0; i < 5000; i++) {
            shows(noise());
        }
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void a_value_beyond_the_range_is_claimed_once() {
        learnsNoise();
        shows(66);
        shows(67);
        assertThat(only().detector()).isEqualTo("PV-01");
        assertThat(only().seen()).isEqualTo("holding_register 17 of 10.0.0.2 is 66");
    }

    @Test
    void a_set_point_beyond_the_range_is_claimed_of_its_writer() {
        learnsNoise();
        writes(500);
        assertThat(only().source()).hasToString("10.0.0.1");
        assertThat(only().seen()).contains("was set to 500");
    }

    @Test
    void nothing_is_said_of_a_variable_with_few_values() {
        starts();
        for (int i = 0; i < 50; i++) {
            shows(noise());
        }
        plant.judge();
        shows(5000);
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void a_slow_drift_is_claimed_before_it_leaves_the_range_by_a_fifth() {
        learnsNoise();
        double highest = 0;
        for (int i = 0; i < 14_400 && plant.findings().isEmpty(); i++) {
            double value = noise() + 0.2 * i / 360;
            highest = Math.max(highest, value);
            shows(value);
        }
        assertThat(plant.detections()).containsExactly("PV-01");
        assertThat(highest).isLessThan(64);
    }

    @Test
    void a_jump_faster_than_any_move_is_claimed() {
        starts();
        for (int i = 0; i < 600; i++) {
            shows(50 + 50 * Math.sin(i * Math.PI / 150));
        }
        plant.judge();
        shows(50);
        assertThat(plant.findings()).isEmpty();
        shows(0);
        shows(95);
        assertThat(plant.detections()).containsExactly("PV-02");
    }

    @Test
    void a_noisy_signal_that_stands_still_is_frozen() {
        learnsNoise();
        for (int i = 0; i < 15; i++) {
            shows(50);
        }
        assertThat(plant.findings()).isEmpty();
        for (int i = 0; i < 10; i++) {
            shows(50);
        }
        assertThat(plant.detections()).containsExactly("PV-03");
    }

    private static double[] noise(long seed, int count) {
        return new Random(seed).doubles(count, 49, 51).toArray();
    }

    private void showsAll(double... values) {
        for (double value : values) {
            shows(value);
        }
    }

    @Test
    void noise_that_is_played_once_more_is_claimed() {
        starts();
        showsAll(noise(1, 400));
        plant.judge();
        double[] recorded = noise(2, 300);
        showsAll(recorded);
        showsAll(noise(3, 300));
        assertThat(plant.findings()).isEmpty();
        showsAll(recorded);
        assertThat(plant.detections()).containsExactly("PV-03");
        assertThat(plant.findings().getFirst().title()).contains("repeats");
    }

    @Test
    void a_signal_that_repeats_by_nature_is_not_claimed() {
        starts();
        double[] wave = noise(1, 150);
        showsAll(wave);
        showsAll(wave);
        showsAll(wave);
        plant.judge();
        showsAll(wave);
        showsAll(wave);
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void a_step_that_was_never_taken_is_claimed() {
        starts();
        for (int i = 0; i < 300; i++) {
            shows(i / 5 % 4);
        }
        plant.judge();
        shows(0);
        shows(1);
        shows(2);
        assertThat(plant.findings()).isEmpty();
        shows(0);
        assertThat(plant.detections()).containsExactly("PV-08");
    }

    private void learnsSetPoints() {
        starts();
        for (int i = 0; i < 60; i++) {
            writes(i % 3);
            shows(i % 3);
            shows(i % 3);
        }
        plant.judge();
    }

    @Test
    void a_device_that_does_not_hold_what_was_written_is_claimed() {
        learnsSetPoints();
        writes(1);
        shows(1);
        assertThat(plant.detections()).doesNotContain("PV-04");
        writes(2);
        shows(1);
        shows(1);
        shows(1);
        assertThat(plant.detections()).contains("PV-04");
    }

    @Test
    void a_set_point_that_changes_without_a_write_is_claimed() {
        learnsSetPoints();
        shows(2);
        shows(2);
        for (int i = 0; i < 20; i++) {
            shows(2);
        }
        assertThat(plant.findings()).isEmpty();
        shows(0);
        assertThat(plant.detections()).containsExactly("PV-06");
    }

    private void isShownTo(String reader, double value) {
        time += 1;
        plant.between(reader, "10.0.0.2", 502).at(time).value("modbus", "holding_register", 17, value, Origin.READ);
    }

    @Test
    void two_readers_who_are_shown_different_values_are_claimed() {
        plant.learn();
        for (int i = 0; i < 200; i++) {
            double level = 50 + 10 * Math.sin(i / 10.0);
            isShownTo("10.0.0.1", level);
            isShownTo("10.0.0.3", level + 0.1);
        }
        plant.judge();
        for (int i = 200; i < 260; i++) {
            isShownTo("10.0.0.1", 50 + 10 * Math.sin(i / 10.0));
            isShownTo("10.0.0.3", 50 + 10 * Math.sin(i / 10.0));
        }
        assertThat(plant.findings()).isEmpty();
        for (int i = 260; i < 320; i++) {
            isShownTo("10.0.0.1", 50 + 10 * Math.sin(i / 10.0));
            isShownTo("10.0.0.3", 50);
        }
        assertThat(plant.detections()).contains("PV-07");
    }

    @Test
    void a_write_that_is_claimed_tells_the_value_before_and_the_one_read_back_and_what_moved() {
        starts();
        for (int i = 0; i < 200; i++) {
            shows(40 + i % 2);
            plant.value("modbus", "coil", 3, 0, Origin.READ);
        }
        plant.judge();
        plant.asks("modbus", Verb.WRITE, "write_register", "holding_register", 17);
        writes(41);
        shows(41);
        plant.value("modbus", "coil", 3, 1, Origin.READ);
        Finding write = plant.findings().stream()
                .filter(f -> f.detector().equals("PR-06"))
                .findFirst()
                .orElseThrow();
        assertThat(write.seen())
                .contains("holding_register 17 from 41 to 41")
                .contains("holding_register 17 read back as 41")
                .contains("then coil 3 went from 0 to 1");
    }
}
