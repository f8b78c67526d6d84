// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/**
 * The few directions in which normal operation moves (principal components), of smoothed rows.
 *
 * @param means of the columns
 * @param directions of unit length, the one of the greatest variance first
 * @param variances along them
 */
@SuppressWarnings("ArrayRecordComponent") // for the inner loops; the arrays stay within the package
record Subspace(double[] means, double[][] directions, double[] variances) {

    private static final double LEAST_VARIANCE = 1e-3;

    /** @param share of the variance that the directions must hold */
    static Subspace of(Moments moments, double share) {
        Eigen eigen = new Eigen(moments.covariance());
        int width = moments.width();
        double all = 0;
        for (int i = 0; i < width; i++) {
            all += Math.max(0, eigen.value(i));
        }
        int kept = 0;
        for (double sum = 0; kept < width && sum < share * all; kept++) {
            sum += Math.max(0, eigen.value(kept));
        }
        double[][] directions = new double[kept][];
        double[] variances = new double[kept];
        for (int i = 0; i < kept; i++) {
            directions[i] = eigen.vector(i);
            variances[i] = Math.max(LEAST_VARIANCE, eigen.value(i));
        }
        return new Subspace(moments.means(), directions, variances);
    }

    /**
     * How far within the directions a row is from the middle: the mean of the squares, in spreads (Hotelling's T²).
     *
     * @param clip the most spreads that count in one direction
     * @param rest is given what of the row lies outside of the directions
     */
    double place(double[] row, double clip, double[] rest) {
        for (int i = 0; i < row.length; i++) {
            rest[i] = row[i] - means[i];
        }
        double sum = 0;
        for (int d = 0; d < directions.length; d++) {
            double along = 0;
            for (int i = 0; i < row.length; i++) {
                along += directions[d][i] * (row[i] - means[i]);
            }
            for (int i = 0; i < row.length; i++) {
                rest[i] -= along * directions[d][i];
            }
            sum += Math.min(clip * clip, along * along / variances[d]);
        }
        return directions.length == 0 ? 0 : sum / directions.length;
    }
}
