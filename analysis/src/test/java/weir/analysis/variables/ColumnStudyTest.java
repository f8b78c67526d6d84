// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnStudyTest {

    @Test
    void kinds_are_told_by_the_values() {
        assertThat(of(i -> 22.21).kind()).isEqualTo(ColumnKind.CONSTANT);
        assertThat(of(i -> i % 2).kind()).isEqualTo(ColumnKind.BINARY);
        assertThat(of(i -> i % 5).kind()).isEqualTo(ColumnKind.ENUMERATION);
        assertThat(of(i -> i).kind()).isEqualTo(ColumnKind.CONTINUOUS);
        assertThat(of(i -> (i % 2) * 0.5).kind()).isEqualTo(ColumnKind.CONTINUOUS);
        assertThat(of(i -> Double.NaN).kind()).isEqualTo(ColumnKind.CONSTANT);
    }

    @Test
    void mean_spread_and_range_leave_missing_values_out() {
        Random random = new Random(4);
        Column column = of(i -> i % 3 == 0 ? Double.NaN : 5 + random.nextGaussian());
        assertThat(column.mean()).isCloseTo(5, within(0.1));
        assertThat(column.scale()).isCloseTo(1, within(0.1));
        assertThat(column.range()).isBetween(5.0, 9.0);
    }

    @Test
    void a_pump_that_ran_once_is_not_a_hundred_spreads_away_when_it_runs() {
        Column pump = of(i -> i == 7 ? 38.5 : 0);
        assertThat((38.5 - pump.mean()) / pump.scale()).isLessThan(11);
    }

    @Test
    void the_step_is_the_last_decimal_place() {
        assertThat(of(i -> i * 0.25).step()).isEqualTo(0.01);
        assertThat(of(i -> i).step()).isEqualTo(1);
        assertThat(Decimals.finer(1, 2.98)).isEqualTo(0.01);
        assertThat(Decimals.finer(0.001, 70)).isEqualTo(0.001);
        assertThat(Decimals.finer(1, Math.PI)).isEqualTo(1e-9);
    }

    @Test
    void another_value_of_a_column_of_few_is_unknown_but_not_if_it_may_be_rounded() {
        Column valve = of(i -> i % 2);
        assertThat(valve.isUnknownLevel(2, 0)).isTrue();
        assertThat(valve.isUnknownLevel(1, 0)).isFalse();
        Column constant = of(i -> 22.214);
        assertThat(constant.isUnknownLevel(22.21, 0)).isTrue();
        assertThat(constant.isUnknownLevel(22.21, 0.005)).isFalse();
    }

    private static Column of(java.util.function.IntToDoubleFunction values) {
        ColumnStudy study = new ColumnStudy();
        for (int i = 0; i < 1000; i++) {
            study.add(values.applyAsDouble(i));
        }
        return study.column("x");
    }
}
