// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.analysis.detect.behaviour.Newcomers;
import weir.analysis.detect.value.Points;
import weir.model.PointValue.Origin;
import weir.model.Verb;

/** Learning ends when nothing new comes, for a plant when its conversations are known, for a variable when its values are. */
class SaturationTest {

    private static final String MASTER = "10.0.0.1";
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    /** Least time without anything new, seconds. */
    private static final int LEAST = 10 * MINUTE;

    private final Staged plant = new Staged(new Newcomers(), new Points());

    private void meets(int device) {
        plant.between(MASTER, "10.0.1." + device, 502).opened();
        polls();
    }

    private void polls() {
        plant.asks("modbus", Verb.READ, "read_coils", "coil", 0).answers("modbus", Verb.READ, "read_coils", "coil", 0);
    }

    private boolean hasSettled() {
        return plant.watch().stage() == Stage.JUDGING;
    }

    /** Time at which the plant is known if it goes on like this; three stations are met in the first cycle. */
    private double settles(double cycle) {
        for (int device = 1; device <= 3; device++) {
            plant.at(cycle * device / 3);
            meets(device);
        }
        double time = cycle;
        while (!hasSettled() && time < 10 * HOUR) {
            time += cycle;
            plant.at(time);
            polls();
        }
        return time;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 10})
    void three_stations_of_steady_polls_are_known_in_ten_minutes_whatever_their_cycle(double cycle) {
        assertThat(settles(cycle)).isBetween((double) LEAST, LEAST + 2 * cycle + 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {600, 1200, 1700})
    void stations_that_poll_slowly_are_known_after_four_cycles(double cycle) {
        assertThat(settles(cycle) / cycle).isBetween(1.0, 4.0);
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void a_plant_that_shows_new_things_all_day_is_not_known() {
        for (int device = 1; device <= 160; device++) {
            plant.at(device * 9.0 * MINUTE);
            meets(device);
            assertThat(hasSettled()).isFalse();
        }
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void the_longer_it_took_to_see_all_the_longer_it_takes_to_believe_it() {
        for (int device = 1; device <= 12; device++) {
            plant.at(device * 5.0 * MINUTE);
            meets(device);
        }
        plant.at(60 * MINUTE + 109.0 * MINUTE);
        polls();
        assertThat(hasSettled()).isFalse();
        plant.at(60 * MINUTE + 111.0 * MINUTE);
        polls();
        assertThat(hasSettled()).isTrue();
    }

    @Test
    void while_nobody_speaks_nothing_is_known() {
        plant.between(MASTER, "10.0.1.1", 502).at(0).violates("net", "short_frame");
        plant.at(5 * HOUR).violates("net", "short_frame");
        assertThat(hasSettled()).isFalse();
        plant.at(5 * HOUR);
        meets(1);
        plant.after(MINUTE);
        meets(2);
        assertThat(hasSettled()).isFalse();
        plant.after(LEAST + 1);
        polls();
        assertThat(hasSettled()).isTrue();
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void of_a_plant_of_which_one_conversation_was_seen_for_hours_the_rest_is_new() {
        plant.at(0);
        meets(1);
        for (int minute = 1; minute <= 120; minute++) {
            plant.at(minute * (double) MINUTE);
            polls();
        }
        assertThat(hasSettled()).isTrue();
        assertThat(plant.findings()).isEmpty();
        plant.after(1);
        meets(2);
        assertThat(plant.findings()).hasSize(1).allMatch(f -> f.title().startsWith("New conversation"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 10, 600})
    void a_variable_is_known_by_the_number_of_its_values_whatever_its_cycle(double cycle) {
        assertThat(isJudgedAfter(90, cycle, new Staged(new Points()))).isFalse();
        assertThat(isJudgedAfter(400, cycle, new Staged(new Points()))).isTrue();
    }

    private static boolean isJudgedAfter(int values, double cycle, Staged stage) {
        Random random = new Random(5);
        stage.between(MASTER, "10.0.1.1", 502).opened().learn();
        for (int i = 0; i < values; i++) {
            stage.after(cycle).value("modbus", "input_register", 4, 50 + random.nextDouble(), Origin.READ);
        }
        stage.judge().after(cycle).value("modbus", "input_register", 4, 500, Origin.READ);
        return stage.findings().stream().anyMatch(f -> f.title().equals("Value out of its usual range"));
    }

    @Test
    void a_counter_that_shows_new_values_all_the_time_is_not_known() {
        plant.between(MASTER, "10.0.1.1", 502).opened().learn();
        for (int i = 0; i < 5000; i++) {
            plant.after(1).value("modbus", "input_register", 4, 1.5 * (i / 7), Origin.READ);
        }
        plant.judge().after(1).value("modbus", "input_register", 4, 1e9, Origin.READ);
        assertThat(plant.findings()).isEmpty();
    }
}
