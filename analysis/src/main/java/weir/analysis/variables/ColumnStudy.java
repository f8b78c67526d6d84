// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.TreeSet;

/** Gathers what is to be known of one column while learning. */
final class ColumnStudy {

    /** More different values make a column continuous. */
    private static final int MOST_LEVELS = 16;
    /** A column of few levels shows each of them many times. */
    private static final int ROWS_A_LEVEL = 10;
    /** Of the range, the least spread: a column that hardly ever moves is not a thousand spreads away when it does. */
    private static final double LEAST_SPREAD = 0.1;

    private final TreeSet<Double> levels = new TreeSet<>();
    private boolean whole = true;
    private long count;
    private double mean;
    private double squares;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double step = 1;

    void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        count++;
        double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
        low = Math.min(low, value);
        high = Math.max(high, value);
        step = Decimals.finer(step, value);
        whole &= value == Math.rint(value);
        if (levels.size() <= MOST_LEVELS) {
            levels.add(value);
        }
    }

    Column column(String name) {
        if (count == 0) {
            return new Column(name, ColumnKind.CONSTANT, 0, 1, 0, 0, 1, new double[0]);
        }
        double spread = Math.max(Math.sqrt(squares / count), LEAST_SPREAD * (high - low));
        ColumnKind kind = kind();
        return new Column(
                name,
                kind,
                mean,
                kind == ColumnKind.CONSTANT ? 1 : spread,
                low,
                high,
                step,
                kind == ColumnKind.CONTINUOUS
                        ? new double[0]
                        : levels.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private ColumnKind kind() {
        if (high - low <= 1e-9 * Math.max(Math.abs(high), Math.abs(low))) {
            return ColumnKind.CONSTANT;
        }
        if (!whole || levels.size() > MOST_LEVELS || count < (long) ROWS_A_LEVEL * levels.size()) {
            return ColumnKind.CONTINUOUS;
        }
        return levels.size() == 2 ? ColumnKind.BINARY : ColumnKind.ENUMERATION;
    }
}
