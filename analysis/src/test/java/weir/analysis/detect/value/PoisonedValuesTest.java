// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.analysis.detect.Staged;
import weir.model.PointValue.Origin;

/** Values that somebody moves with patience: limits follow them no further than they say. */
class PoisonedValuesTest {

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;

    /** Learned values lie between these. */
    private static final double LOW = 40;

    private static final double SPAN = 20;

    /** How far a value may leave the range, and how far the range may follow in a day: parts of the range. */
    private static final double MARGIN = 0.1;

    private static final double DRIFT = 0.02;

    private final Random random = new Random(3);
    private final Staged plant = new Staged(new Points());
    private double time;

    private void shows(double value) {
        plant.at(time).value("modbus", "holding_register", 17, value, Origin.READ);
    }

    private double noise() {
        return LOW + SPAN * random.nextDouble();
    }

    private void learns() {
        plant.between("10.0.0.1", "10.0.0.2", 502).opened().learn();
        for (int i = 0; i < 2000; i++) {
            time += MINUTE;
            shows(noise());
        }
        plant.judge();
    }

    /** The value at which a climb of so much a step, each a minute, is claimed. */
    private double climbsUntilClaimed(double step) {
        double value = LOW + SPAN;
        while (plant.findings().isEmpty()) {
            value += step;
            time += MINUTE;
            shows(value - random.nextDouble() * step);
        }
        assertThat(plant.detections()).containsExactly("PV-01");
        return value;
    }

    @Test
    void a_climb_of_hours_is_claimed_at_the_margin() {
        learns();
        assertThat(climbsUntilClaimed(SPAN / 1000)).isLessThan(LOW + SPAN * (1 + MARGIN + 2 * DRIFT));
    }

    @Test
    void a_climb_of_days_is_claimed_when_it_is_faster_than_the_drift_that_is_followed() {
        learns();
        double start = time;
        double claimed = climbsUntilClaimed(2 * DRIFT * SPAN / (24 * 60));
        double days = (time - start) / DAY;
        assertThat(days).isBetween(3.0, 9.0);
        assertThat(claimed).isLessThan(LOW + SPAN * (1 + (1 + MARGIN) * (MARGIN + DRIFT * days)));
    }

    @Test
    void quiet_months_leave_no_room_for_a_climb_of_an_hour() {
        learns();
        double until = time + 60 * DAY;
        while (time < until) {
            time += HOUR;
            shows(noise());
        }
        assertThat(plant.findings()).isEmpty();
        assertThat(climbsUntilClaimed(SPAN / 100)).isLessThan(LOW + SPAN * (1 + MARGIN + 2 * DRIFT));
    }

    @Test
    void a_drift_as_slow_as_is_followed_is_never_claimed() {
        learns();
        double start = time;
        while (time < start + 60 * DAY) {
            time += HOUR;
            shows(noise() + DRIFT / 4 * SPAN * (time - start) / DAY);
        }
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void values_that_were_claimed_for_hours_are_claimed_anew() {
        learns();
        for (int round = 1; round <= 3; round++) {
            for (int minute = 0; minute < 120; minute++) {
                time += MINUTE;
                shows(LOW + SPAN * 1.5 + random.nextDouble());
            }
            for (int minute = 0; minute < 60; minute++) {
                time += MINUTE;
                shows(noise());
            }
            assertThat(plant.findings())
                    .filteredOn(f -> f.detector().equals("PV-01"))
                    .hasSize(round);
        }
    }

    @Test
    void a_device_that_does_not_hold_what_is_written_is_claimed_each_time() {
        plant.between("10.0.0.1", "10.0.0.2", 502).opened().learn();
        for (int i = 0; i < 60; i++) {
            writesAndReads(i % 3, i % 3);
        }
        plant.judge();
        for (int round = 1; round <= 3; round++) {
            time += HOUR;
            writesAndReads(2, 1);
            assertThat(plant.findings())
                    .filteredOn(f -> f.detector().equals("PV-04"))
                    .hasSize(round);
        }
    }

    private void writesAndReads(double written, double read) {
        plant.at(time += 1).value("modbus", "holding_register", 17, written, Origin.WRITE);
        for (int i = 0; i < 4; i++) {
            time += 10;
            shows(read);
        }
    }

    @Test
    void two_readers_who_are_shown_different_values_are_claimed_each_time() {
        plant.learn();
        for (int i = 0; i < 200; i++) {
            areShown(level(i), level(i));
        }
        plant.judge();
        for (int round = 1; round <= 6; round++) {
            time += HOUR;
            for (int i = 0; i < 20; i++) {
                areShown(level(i), 20);
            }
            assertThat(plant.findings())
                    .filteredOn(f -> f.detector().equals("PV-07"))
                    .hasSize(round);
        }
    }

    private static double level(int i) {
        return 50 + 10 * Math.sin(i / 10.0);
    }

    private void areShown(double one, double other) {
        time += 1;
        plant.between("10.0.0.1", "10.0.0.2", 502);
        shows(one);
        plant.between("10.0.0.4", "10.0.0.2", 502);
        shows(other);
    }
}
