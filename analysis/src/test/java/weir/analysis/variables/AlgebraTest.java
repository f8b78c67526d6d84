// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AlgebraTest {

    private static final double EXACT = 1e-9;

    @Test
    void the_factor_solves_what_it_was_made_of() {
        double[][] a = positive(12);
        double[] right = row(new Random(7), 12);
        double[] x = new Cholesky(a).solve(right);
        assertThat(times(a, x)).containsExactly(right, within(EXACT));
    }

    @Test
    void a_matrix_times_its_inverse_is_one() {
        double[][] a = positive(9);
        double[][] inverse = new Cholesky(a).inverse();
        for (int i = 0; i < 9; i++) {
            double[] unit = new double[9];
            unit[i] = 1;
            assertThat(times(a, inverse[i])).containsExactly(unit, within(EXACT));
        }
    }

    @Test
    void what_is_not_positive_definite_has_no_factor() {
        assertThatThrownBy(() -> new Cholesky(new double[][] {{1, 2}, {2, 1}})).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void eigenvectors_are_only_stretched_and_come_by_size() {
        double[][] a = positive(15);
        Eigen eigen = new Eigen(a);
        for (int rank = 0; rank < 15; rank++) {
            double[] vector = eigen.vector(rank);
            double[] stretched = new double[15];
            for (int i = 0; i < 15; i++) {
                stretched[i] = eigen.value(rank) * vector[i];
            }
            assertThat(times(a, vector)).containsExactly(stretched, within(1e-8));
            assertThat(rank == 0 || eigen.value(rank) <= eigen.value(rank - 1)).isTrue();
        }
    }

    @Test
    void eigenvalues_of_a_known_matrix_are_known() {
        Eigen eigen = new Eigen(new double[][] {{2, 1}, {1, 2}});
        assertThat(eigen.value(0)).isCloseTo(3, within(EXACT));
        assertThat(eigen.value(1)).isCloseTo(1, within(EXACT));
    }

    @Test
    void sums_without_a_block_are_those_of_the_rest() {
        Random random = new Random(3);
        Moments all = new Moments(4);
        Moments block = new Moments(4);
        Moments rest = new Moments(4);
        for (int i = 0; i < 300; i++) {
            double[] row = row(random, 4);
            all.add(row);
            (i < 100 ? block : rest).add(row);
        }
        all.add(block, -1);
        assertThat(all.means()).containsExactly(rest.means(), within(EXACT));
        assertThat(all.covariance()[2]).containsExactly(rest.covariance()[2], within(EXACT));
    }

    @Test
    void each_column_is_estimated_as_by_a_regression_of_its_own() {
        Random random = new Random(5);
        Moments moments = new Moments(4);
        for (int i = 0; i < 5000; i++) {
            double a = random.nextGaussian();
            double before = random.nextGaussian();
            moments.add(new double[] {2 * a - before + 1, a, 0.1 * random.nextGaussian(), before});
        }
        Regressions found = Regressions.of(moments, 2, 1e-9);
        assertThat(found.estimate(0, new double[] {99, 3, 0, 1})).isCloseTo(2 * 3 - 1 + 1, within(1e-3));
        assertThat(found.weights()[1][1]).isZero();
    }

    @Test
    void the_rest_of_a_row_is_what_no_direction_of_the_subspace_explains() {
        Moments moments = new Moments(2);
        for (int i = -50; i <= 50; i++) {
            moments.add(new double[] {i + (i % 2) * 0.1, i - (i % 2) * 0.1});
        }
        Subspace line = Subspace.of(moments, 0.9);
        double[] rest = new double[2];
        assertThat(line.directions().length).isEqualTo(1);
        double place = line.place(new double[] {10, 10}, 8, rest);
        assertThat(rest).containsExactly(new double[] {0, 0}, within(0.05));
        assertThat(place).isCloseTo(100 / 850.0, within(0.01));
        line.place(new double[] {3, -3}, 8, rest);
        assertThat(rest).containsExactly(new double[] {3, -3}, within(0.05));
    }

    private static double[][] positive(int size) {
        Random random = new Random(size);
        double[][] a = new double[size][size];
        for (int k = 0; k < 2 * size; k++) {
            double[] row = row(random, size);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    a[i][j] += row[i] * row[j];
                }
            }
        }
        return a;
    }

    private static double[] row(Random random, int size) {
        return random.doubles(size, -1, 1).toArray();
    }

    private static double[] times(double[][] a, double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i] += a[i][j] * x[j];
            }
        }
        return product;
    }
}
