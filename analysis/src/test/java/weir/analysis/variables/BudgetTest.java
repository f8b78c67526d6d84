// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final double WEEK = 7 * 86_400;
    private static final ProcessSettings ONE_A_WEEK = ProcessSettings.DEFAULT.withFalseAlarmsAWeek(1);

    @Test
    void the_defaults_are_these() {
        ProcessSettings settings = ProcessSettings.DEFAULT;
        assertThat(settings).isEqualTo(new ProcessSettings(0.1, 0.2, 0.1, 5, 0.01, 0.2, 8, 0.9, 0.1, 2.5, 0.8, 2, 24));
        assertThat(settings.secondsAnAlarm()).isEqualTo(10 * WEEK);
    }

    @Test
    void as_many_alarms_are_left_as_the_budget_allows() {
        double[] scores = new double[10_000];
        Arrays.fill(scores, 1);
        for (int peak = 1; peak <= 9; peak++) {
            scores[peak * 1000] = 1 + peak;
        }
        double threshold = new Budget(ONE_A_WEEK, 4 * WEEK).threshold(scores);
        assertThat(threshold).isBetween(6.0, 7.0);
    }

    @Test
    void peaks_close_together_are_one_alarm() {
        double[] scores = new double[10_000];
        Arrays.fill(scores, 1);
        for (int i = 0; i < 100; i += 10) {
            scores[5000 + i] = 5 + i * 0.01;
        }
        assertThat(new Budget(ONE_A_WEEK, WEEK).threshold(scores)).isLessThan(5.1);
    }

    @Test
    void with_little_learnt_the_threshold_is_above_all_that_was_seen_but_within_a_bound() {
        Random random = new Random(1);
        double[] scores = random.doubles(400, 0.5, 1.5).toArray();
        double most = Arrays.stream(scores).max().orElseThrow();
        Budget budget = new Budget(ONE_A_WEEK, 400);
        assertThat(budget.isCovered()).isFalse();
        assertThat(budget.threshold(scores))
                .isGreaterThan(1.3 * most)
                .isLessThanOrEqualTo(ONE_A_WEEK.widest() * most + 1e-9);
    }

    @Test
    void the_more_was_learnt_the_less_is_added() {
        Random random = new Random(2);
        double[] scores = random.doubles(2000, 0.5, 1.5).toArray();
        double little = new Budget(ONE_A_WEEK, 0.01 * WEEK).threshold(scores);
        double much = new Budget(ONE_A_WEEK, 0.9 * WEEK).threshold(scores);
        assertThat(much).isLessThan(little);
        assertThat(much).isCloseTo(1.5, within(0.1));
    }
}
