// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForestTest {

    @Test
    void a_forest_learns_what_depends_on_two_traits_and_passes_over_a_third() {
        Random random = new Random(1);
        float[][] traits = new float[2000][];
        float[] goals = new float[2000];
        for (int i = 0; i < goals.length; i++) {
            traits[i] = new float[] {random.nextFloat(), random.nextFloat(), 7};
            goals[i] = goal(traits[i]);
        }
        Bins bins = Bins.of(traits);
        WearSettings settings = new WearSettings(100, 30, 5, 100, 3, 0.2, 10, 0.9);
        int[] rows = IntStream.range(0, 2000).toArray();
        Forest forest = Boosting.grow(settings, bins, bins.cut(traits), goals, rows);
        for (int i = 0; i < 200; i++) {
            float[] seen = {random.nextFloat(), random.nextFloat(), 7};
            if (Math.abs(seen[0] - 0.5) > 0.02) {
                assertThat(forest.answer(seen)).isCloseTo(goal(seen), within(1.5));
            }
        }
        assertThat(bins.count(2)).isEqualTo(1);
        assertThat(forest.trees()).allSatisfy(tree -> assertThat(tree.traits()).doesNotContain(2));
        assertThat(forest.answer(new float[] {Float.NaN, Float.NaN, Float.NaN})).isFinite();
    }

    private static float goal(float[] traits) {
        return (traits[0] > 0.5 ? 10 : 0) + 5 * traits[1];
    }

    @Test
    void rows_on_both_sides_of_an_edge_are_in_the_bins_that_the_tree_asks_for() {
        float[][] traits = {{1}, {1}, {2}, {3}, {Float.NaN}};
        Bins bins = Bins.of(traits);
        byte[] cut = bins.cut(traits)[0];
        assertThat(bins.edges()[0]).containsExactly(1, 2, 3);
        assertThat(cut).containsExactly(0, 0, 1, 2, 3);
    }

    @Test
    void margins_hold_as_many_as_they_shall() {
        Random random = new Random(3);
        List<Margin.Tried> tried = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            double remained = random.nextInt(100);
            tried.add(new Margin.Tried(remained + (1 + remained / 10) * random.nextGaussian(), remained));
        }
        Margin margin = Margin.of(tried, 0.9);
        long held = tried.stream()
                .filter(t -> margin.low(t.foretold()) <= t.remained() && t.remained() <= margin.high(t.foretold()))
                .count();
        assertThat(held / 5000.0).isCloseTo(0.9, within(0.02));
        assertThat(margin.high(90) - margin.low(90)).isGreaterThan(margin.high(20) - margin.low(20));
        assertThat(margin.low(-50)).isZero();
        assertThat(margin.high(1e9)).isGreaterThan(1e8);
    }

    @Test
    void traits_are_mean_slope_and_spread_of_the_last_rows() {
        Traits traits = new Traits(2, 4);
        for (int i = 0; i < 7; i++) {
            traits.take(new double[] {2 * i, i == 5 ? Double.NaN : 3});
        }
        assertThat(traits.isEnough()).isTrue();
        float[] values = traits.values();
        assertThat(values).hasSize(Traits.count(2));
        assertThat(values[0]).isCloseTo(9, within(1e-5f));
        assertThat(values[1]).isCloseTo(2, within(1e-5f));
        assertThat(values[2]).isCloseTo((float) Math.sqrt(5), within(1e-5f));
        assertThat(values[3]).isEqualTo(3);
        assertThat(values[4]).isZero();
        assertThat(values[6]).isEqualTo(7);
        Traits young = new Traits(2, 4);
        young.take(new double[] {1, 1});
        assertThat(young.isEnough()).isFalse();
    }
}
