// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of lives and rows, counted by hand first. */
class LifeMetricsTest {

    @Test
    void a_failure_foretold_too_late_costs_more_than_one_foretold_too_early() {
        LifeScore late = LifeScore.of(List.of(new LifeScore.Tried(33, 20, 40, 20)));
        LifeScore early = LifeScore.of(List.of(new LifeScore.Tried(7, 0, 19, 20)));
        assertThat(late.error()).isEqualTo(13).isEqualTo(early.error());
        assertThat(early.points()).isCloseTo(100 * (Math.E - 1), within(1e-9));
        assertThat(late.points()).isCloseTo(100 * (Math.exp(1.3) - 1), within(1e-9));
        assertThat(late.late()).isEqualTo(1);
        assertThat(early.late()).isZero();
        assertThat(late.within()).isEqualTo(1);
        assertThat(early.within()).isZero();
    }

    @Test
    void scores_are_ranked_without_a_threshold() {
        boolean[] fault = {true, false, true, false};
        RankScore right = RankScore.of(new double[] {4, 1, 3, 2}, fault);
        assertThat(right.area()).isEqualTo(1);
        assertThat(right.precision()).isEqualTo(1);
        RankScore mixed = RankScore.of(new double[] {4, 3, 2, 1}, fault);
        assertThat(mixed.area()).isEqualTo(0.75);
        assertThat(mixed.precision()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-9));
        RankScore blind = RankScore.of(new double[] {1, 1, 1, 1}, fault);
        assertThat(blind.area()).isEqualTo(0.5);
        assertThat(blind.precision()).isEqualTo(0.5);
    }

    @Test
    void a_warning_counts_if_it_lasts_until_the_failure() {
        Warnings warnings = new Warnings(2);
        warnings.take(new boolean[] {false, false, false, true, true, true});
        warnings.take(new boolean[] {false, false, true, true, true, false});
        warnings.take(new boolean[] {true, false, false, false, false, true});
        assertThat(warnings.warned()).isEqualTo(2);
        assertThat(warnings.lead(1)).isZero();
        assertThat(warnings.lead(0)).isEqualTo(2);
        assertThat(warnings.falseMachines()).isEqualTo(1);
        assertThat(warnings.falseShare()).isCloseTo(1 / 6.0, within(1e-9));
    }

    @Test
    void a_piece_far_off_alarms_and_one_within_what_was_learnt_does_not() {
        List<String> normal = List.of("0 1.0 5", "0 2.0 5", "0 3.0 5");
        Judged judged = RowQuality.spreads(normal, List.of("0 2.5 5", "0 9.0 5", "0 3.0 5"));
        assertThat(judged.alarm()).containsExactly(false, true, false);
        assertThat(judged.score()[1]).isCloseTo(7, within(1e-9));
    }
}
