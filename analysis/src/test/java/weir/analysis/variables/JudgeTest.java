// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final double TEN_MINUTES = 600;
    private static final int AN_HOUR = 6;
    private static final List<String> NAMES = List.of("level", "inflow", "pump", "outside", "limit");

    /** A tank: a pump switches with the level, the outside temperature knows of neither, one column never moves. */
    private static final class Tank {
        private final Random random;
        private double level = 3;
        private boolean pump;

        Tank(long seed) {
            random = new Random(seed);
        }

        double[] row(int i) {
            pump = pump ? level < 4 : level < 2;
            double inflow = (pump ? 0.3 : 0) + 0.01 * random.nextGaussian();
            level += inflow - 0.12 + 0.01 * random.nextGaussian();
            double outside = 10 + 5 * Math.sin(i * 2 * Math.PI / 144) + 0.3 * random.nextGaussian();
            return new double[] {level, inflow, pump ? 1 : 0, outside, 22.5};
        }
    }

    /** Changes rows on their way to the judge. */
    private interface Change {
        void to(double[] row, int index);
    }

    private static ProcessModel learnt(int rows) throws UnfitHistory {
        Tank tank = new Tank(1);
        History history = new History(NAMES);
        for (int i = 0; i < rows; i++) {
            history.add(i * TEN_MINUTES, tank.row(i));
        }
        return Learner.learn(history, ProcessSettings.DEFAULT);
    }

    private static ProcessModel quarter() throws UnfitHistory {
        return learnt(13 * 7 * 144);
    }

    /** The row of the first alarm, -1 if there is none. */
    private static int firstAlarm(ProcessModel model, int rows, Change change) {
        Tank tank = new Tank(2);
        Judge judge = new Judge(model);
        for (int i = 0; i < rows; i++) {
            double[] row = tank.row(i);
            change.to(row, i);
            judge.take(i * TEN_MINUTES, row);
            if (judge.alarm()) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void normal_operation_does_not_alarm() throws UnfitHistory {
        assertThat(firstAlarm(quarter(), 7 * 144, (row, i) -> {})).isEqualTo(-1);
        assertThat(firstAlarm(learnt(500), 144, (row, i) -> {})).isEqualTo(-1);
    }

    @Test
    void a_sensor_that_drifts_alarms_long_before_it_is_a_fifth_out_of_bounds() throws UnfitHistory {
        ProcessModel model = quarter();
        double range = model.columns().get(3).range();
        // by 1 % of its range an hour, from the middle: after 70 hours it would be a fifth out of its bounds
        int alarm = firstAlarm(
                model, 100 * AN_HOUR, (row, i) -> row[3] = 10 + (row[3] - 10) * 0.1 + 0.01 * range * i / AN_HOUR);
        assertThat(alarm).isBetween(AN_HOUR, 70 * AN_HOUR);
    }

    @Test
    void a_sensor_that_others_know_of_alarms_while_it_drifts_within_its_bounds() throws UnfitHistory {
        for (ProcessModel model : List.of(quarter(), learnt(1000))) {
            double range = model.columns().get(1).range();
            int alarm = firstAlarm(model, 100 * AN_HOUR, (row, i) -> row[1] -= 0.01 * range * i / AN_HOUR);
            assertThat(alarm).isBetween(AN_HOUR, 50 * AN_HOUR);
        }
    }

    @Test
    void learning_does_not_go_on_while_judging() throws UnfitHistory {
        ProcessModel model = quarter();
        byte[] before = bytes(model);
        firstAlarm(model, 1000, (row, i) -> row[3] += i * 0.01);
        assertThat(bytes(model)).isEqualTo(before);
    }

    @Test
    void a_frozen_sensor_alarms() throws UnfitHistory {
        int alarm = firstAlarm(quarter(), 144, (row, i) -> row[0] = i > 50 ? 3 : row[0]);
        assertThat(alarm).isBetween(51, 75);
    }

    @Test
    void a_constant_that_changes_alarms_and_is_named() throws UnfitHistory {
        ProcessModel model = quarter();
        Judge judge = new Judge(model);
        List<Alarm> alarms = new ArrayList<>();
        AlarmLog log = new AlarmLog(model, alarms::add);
        Tank tank = new Tank(2);
        for (int i = 0; i < 144; i++) {
            double[] row = tank.row(i);
            row[4] = i >= 100 && i < 110 ? 30 : row[4];
            judge.take(i * TEN_MINUTES, row);
            log.take("t" + i, judge);
        }
        log.finish();
        assertThat(alarms).hasSize(1);
        assertThat(alarms.getFirst().contributors().getFirst()).isEqualTo("limit");
        assertThat(alarms.getFirst().start()).isEqualTo("t101");
        assertThat(alarms.getFirst().score()).isGreaterThan(1);
    }

    @Test
    void coarser_writing_of_the_same_values_does_not_alarm() throws UnfitHistory {
        assertThat(firstAlarm(quarter(), 7 * 144, (row, i) -> {
                    for (int j = 0; j < row.length; j++) {
                        row[j] = Math.rint(row[j] * 10) / 10;
                    }
                }))
                .isEqualTo(-1);
    }

    @Test
    void missing_values_do_not_alarm() throws UnfitHistory {
        assertThat(firstAlarm(quarter(), 7 * 144, (row, i) -> {
                    if (i % 50 > 40) {
                        row[3] = Double.NaN;
                    }
                    if (i % 70 == 0) {
                        Arrays.fill(row, Double.NaN);
                    }
                }))
                .isEqualTo(-1);
    }

    @Test
    void a_gap_in_time_does_not_alarm() throws UnfitHistory {
        ProcessModel model = quarter();
        Tank tank = new Tank(2);
        Judge judge = new Judge(model);
        for (int i = 0; i < 1000; i++) {
            double[] row = tank.row(i);
            if (i % 300 < 250) {
                judge.take(i * TEN_MINUTES, row);
                assertThat(judge.alarm()).as("row " + i).isFalse();
            }
        }
    }

    @Test
    void alarms_with_a_short_gap_are_one_and_others_are_not() throws UnfitHistory {
        ProcessModel model = quarter();
        Judge judge = new Judge(model);
        List<Alarm> alarms = new ArrayList<>();
        AlarmLog log = new AlarmLog(model, alarms::add);
        Tank tank = new Tank(2);
        for (int i = 0; i < 600; i++) {
            double[] row = tank.row(i);
            boolean attacked = (i >= 100 && i < 110) || (i >= 125 && i < 135) || (i >= 400 && i < 410);
            row[4] = attacked ? 30 : row[4];
            judge.take(i * TEN_MINUTES, row);
            log.take("t" + i, judge);
        }
        log.finish();
        assertThat(alarms).extracting(Alarm::start).containsExactly("t101", "t401");
    }

    @Test
    void a_model_that_was_kept_judges_as_before() throws IOException, UnfitHistory {
        ProcessModel model = learnt(2000);
        ProcessModel kept = ModelState.read(new ByteArrayInputStream(bytes(model)));
        assertThat(kept.settings()).isEqualTo(model.settings());
        assertThat(kept.columns()).isEqualTo(model.columns());
        Judge one = new Judge(model);
        Judge other = new Judge(kept);
        Tank tank = new Tank(3);
        for (int i = 0; i < 300; i++) {
            double[] row = tank.row(i);
            one.take(i * TEN_MINUTES, row);
            other.take(i * TEN_MINUTES, row);
            assertThat(other.score()).isEqualTo(one.score());
        }
        assertThat(other.score()).isPositive();
    }

    @Test
    void a_model_that_is_cut_anywhere_is_no_model() throws UnfitHistory {
        byte[] whole = bytes(learnt(200));
        for (int length = 0; length < whole.length; length += 11) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ModelState.read(new ByteArrayInputStream(cut)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void the_same_rows_make_the_same_model() throws UnfitHistory {
        assertThat(bytes(learnt(1000))).isEqualTo(bytes(learnt(1000)));
    }

    @Test
    void too_few_rows_and_rows_that_never_change_teach_nothing() {
        assertThatThrownBy(() -> learnt(20)).isInstanceOf(UnfitHistory.class).hasMessageContaining("too few");
        History still = new History(List.of("a"));
        for (int i = 0; i < 100; i++) {
            still.add(i, new double[] {1});
        }
        assertThatThrownBy(() -> Learner.learn(still, ProcessSettings.DEFAULT))
                .isInstanceOf(UnfitHistory.class)
                .hasMessageContaining("nothing to learn");
    }

    private static byte[] bytes(ProcessModel model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ModelState.write(model, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void of_a_single_series_its_range_counts_though_little_was_learnt() throws UnfitHistory {
        Random random = new Random(5);
        History history = new History(List.of("temperature"));
        double value = 0;
        for (int i = 0; i < 2000; i++) {
            value = 0.95 * value + random.nextGaussian();
            history.add(i * TEN_MINUTES, new double[] {value});
        }
        ProcessModel model = Learner.learn(history, ProcessSettings.DEFAULT);
        assertThat(model.coversBudget()).isFalse();
        Judge quiet = new Judge(model);
        Judge drifts = new Judge(model);
        boolean alarmed = false;
        for (int i = 0; i < 2000; i++) {
            value = 0.95 * value + random.nextGaussian();
            quiet.take(i * TEN_MINUTES, new double[] {value});
            assertThat(quiet.alarm()).as("row " + i).isFalse();
            drifts.take(i * TEN_MINUTES, new double[] {value + i * 0.05});
            alarmed |= drifts.alarm();
        }
        assertThat(alarmed).isTrue();
    }
}
