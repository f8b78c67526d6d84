// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/**
 * Each column from all others: a linear estimate out of the other columns of the same row and all columns of the row
 * before (ridge regression). With the inverse of the damped covariance all regressions are had at once: the weight of
 * column k in the estimate of column j is minus element (j, k) over element (j, j).
 *
 * @param means of the columns of the row, then of the row before
 * @param weights for each column those of the columns of the row and of the row before; that of itself is 0
 */
@SuppressWarnings("ArrayRecordComponent") // for the inner loops; the arrays stay within the package
record Regressions(double[] means, double[][] weights) {

    static Regressions of(Moments moments, int columns, double ridge) {
        double[][] damped = moments.covariance();
        for (int i = 0; i < damped.length; i++) {
            damped[i][i] += ridge;
        }
        double[][] inverse = new Cholesky(damped).inverse();
        double[][] weights = new double[columns][damped.length];
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < damped.length; k++) {
                weights[j][k] = k == j ? 0 : -inverse[j][k] / inverse[j][j];
            }
        }
        return new Regressions(moments.means(), weights);
    }

    /** @param pair the row, then the row before */
    double estimate(int column, double[] pair) {
        double[] weight = weights[column];
        double sum = means[column];
        for (int k = 0; k < weight.length; k++) {
            sum += weight[k] * (pair[k] - means[k]);
        }
        return sum;
    }

    /** By how much an estimate may be off for the rounding of all columns: of each the square of its rounding. */
    double rounding(int column, double[] squares) {
        double sum = squares[column];
        int columns = squares.length;
        for (int k = 0; k < columns; k++) {
            double now = weights[column][k];
            double before = weights[column][columns + k];
            sum += (now * now + before * before) * squares[k];
        }
        return sum;
    }
}
