// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each measure against small examples worked out by hand. */
class MetricsTest {

    private static boolean[] bits(String text) {
        boolean[] bits = new boolean[text.length()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = text.charAt(i) == '1';
        }
        return bits;
    }

    @Test
    void points_are_counted_one_by_one() {
        PointScore score = PointScore.of(bits("0110100000"), bits("0011110000"));

        assertThat(score).isEqualTo(new PointScore(2, 1, 2, 5));
        assertThat(score.precision()).isEqualTo(2 / 3.0);
        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(score.f1()).isEqualTo(4 / 7.0);
        assertThat(score.falseAlarmRate()).isEqualTo(1 / 6.0);
        assertThat(score.missedAlarmRate()).isEqualTo(0.5);
    }

    @Test
    void one_alarm_in_a_long_attack_is_one_point_and_no_more() {
        assertThat(PointScore.of(bits("0001000000"), bits("1111111111")).recall())
                .isEqualTo(0.1);
    }

    @Test
    void no_alarms_and_no_attacks_are_zero_and_not_undefined() {
        PointScore score = PointScore.of(bits("000"), bits("000"));

        assertThat(score.precision()).isZero();
        assertThat(score.f1()).isZero();
        assertThat(Etapr.of(bits("000"), bits("000"))).isEqualTo(new Etapr(0, 0));
    }

    @Test
    void events_are_found_late_or_not_and_false_alarms_near_each_other_are_one() {
        EventScore score = EventScore.of(bits("1010010001000011"), bits("0000000011110000"), 2);

        // runs: 0-5, 9 in the attack, 14-15
        assertThat(score).isEqualTo(new EventScore(1, 1, List.of(1L), 2));
        assertThat(EventScore.of(bits("1000"), bits("0011"), 0)).isEqualTo(new EventScore(1, 0, List.of(), 1));
        assertThat(new EventScore(3, 3, List.of(5L, 1L, 2L), 0).medianDelay()).isEqualTo(2);
    }

    @Test
    void etapr_is_as_the_published_implementations_compute_it() {
        // the worked example of an implementation tested against that of the authors
        Etapr score = Etapr.of(bits("01011001110111000"), bits("01100111001111101"));

        assertThat(score.recall()).isEqualTo(0.3875, within(1e-12));
        assertThat(score.precision()).isEqualTo(0.46476766302377037, within(1e-12));
    }

    @Test
    void etapr_strikes_out_an_alarm_that_lies_mostly_outside_and_the_attack_with_it() {
        // 3 of 10 samples of the alarm are in the attack: less than half
        assertThat(Etapr.of(List.of(new Span(0, 10)), List.of(new Span(7, 20)), 0.5, 0.1))
                .isEqualTo(new Etapr(0, 0));
    }

    @Test
    void etapr_of_a_half_covered_attack() {
        // detected 1, covered 5/10: recall (1 + .5) / 2; the alarm lies inside: precision 1
        assertThat(Etapr.of(List.of(new Span(5, 10)), List.of(new Span(0, 10)), 0.5, 0.1))
                .isEqualTo(new Etapr(1, 0.75));
    }

    @Test
    void etapr_weighs_alarms_by_the_root_of_their_length() {
        // correct one of 4 samples, wrong one of 1: 2 / (2 + 1)
        Etapr score = Etapr.of(List.of(new Span(0, 4), new Span(20, 21)), List.of(new Span(0, 4)), 0.5, 0.1);

        assertThat(score.precision()).isEqualTo(2 / 3.0, within(1e-12));
        assertThat(score.recall()).isEqualTo(1);
    }

    @Test
    void buffers_fall_off_by_the_root_of_the_distance() {
        double[] label = VusPr.extended(bits("0000110000"), 4);

        double one = Math.sqrt(0.75);
        double two = Math.sqrt(0.5);
        assertThat(label).containsExactly(new double[] {0, 0, two, one, 1, 1, one, two, 0, 0}, within(1e-12));
    }

    @Test
    void the_area_without_a_buffer_is_average_precision() {
        double[] score = {0.9, 0.8, 0.7, 0.6};

        // hits at ranks 1 and 3 of one attack each: recall .5 x 1/2 attacks, then 1; precision 1, then 2/3
        assertThat(VusPr.area(score, bits("1010"), 0)).isEqualTo(0.25 * 1 + 0.75 * 2 / 3, within(1e-12));
        assertThat(VusPr.area(new double[] {1, 3, 4, 2}, bits("0110"), 0)).isEqualTo(1, within(1e-12));
    }

    @Test
    void a_perfect_score_loses_only_what_the_buffers_add() {
        double area = VusPr.of(new double[] {0, 0, 0, 0, 9, 9, 0, 0, 0, 0}, bits("0000110000"), 0);

        assertThat(area).isEqualTo(1, within(1e-12));
    }

    @Test
    void s_is_half_time_and_half_rates() {
        // detected after 1 of 4 samples; 2 of 4 found, 1 of 6 false
        BatadalScore score = BatadalScore.of(bits("1001100000"), bits("0011110000"));

        assertThat(score.early()).isEqualTo(0.75);
        assertThat(score.right()).isEqualTo((0.5 + 5 / 6.0) / 2, within(1e-12));
        assertThat(score.s()).isEqualTo((0.75 + (0.5 + 5 / 6.0) / 2) / 2, within(1e-12));
        assertThat(BatadalScore.of(bits("0000"), bits("0110")).early()).isZero();
    }
}
