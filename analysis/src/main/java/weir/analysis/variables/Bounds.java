// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.Arrays;

/** The range of each column and its greatest change from row to row. */
@SuppressWarnings("ArrayRecordComponent") // for the inner loops; the arrays stay within the package
record Bounds(double[] low, double[] high, double[] rate) {

    static Bounds none(int columns) {
        Bounds bounds = new Bounds(new double[columns], new double[columns], new double[columns]);
        Arrays.fill(bounds.low, Double.POSITIVE_INFINITY);
        Arrays.fill(bounds.high, Double.NEGATIVE_INFINITY);
        return bounds;
    }

    /** @param pair the row, then the row before */
    void add(double[] pair) {
        for (int i = 0; i < low.length; i++) {
            low[i] = Math.min(low[i], pair[i]);
            high[i] = Math.max(high[i], pair[i]);
            rate[i] = Math.max(rate[i], Math.abs(pair[i] - pair[low.length + i]));
        }
    }

    void add(Bounds other) {
        for (int i = 0; i < low.length; i++) {
            low[i] = Math.min(low[i], other.low[i]);
            high[i] = Math.max(high[i], other.high[i]);
            rate[i] = Math.max(rate[i], other.rate[i]);
        }
    }

    /** How far a value is out of the range, or changed faster than ever; what rounding may hide is let pass. */
    double excess(int column, double now, double before, double rounding) {
        double out = Math.max(now - high[column], low[column] - now) - rounding;
        double fast = Math.abs(now - before) - rate[column] - 2 * rounding;
        return Math.max(0, Math.max(out, fast));
    }
}
