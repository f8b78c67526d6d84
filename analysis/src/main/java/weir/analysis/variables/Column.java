// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.Arrays;

/**
 * What was learnt of one column.
 *
 * @param scale its spread, by which its values are divided
 * @param low the least value
 * @param high the greatest value
 * @param step the unit of its last decimal place
 * @param levels the values of a binary, enumeration or constant column, in order
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by their content
public record Column(
        String name,
        ColumnKind kind,
        double mean,
        double scale,
        double low,
        double high,
        double step,
        double[] levels) {

    public Column {
        levels = levels.clone();
    }

    @Override
    public double[] levels() {
        return levels.clone();
    }

    double range() {
        return high - low;
    }

    /** Whether a value is none of the few that the column had; {@code rounding} is what its last place may hide. */
    boolean isUnknownLevel(double value, double rounding) {
        if (kind == ColumnKind.CONTINUOUS) {
            return false;
        }
        for (double level : levels) {
            if (Math.abs(value - level) <= rounding + 1e-9 * Math.abs(level)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Column that
                && name.equals(that.name)
                && kind == that.kind
                && mean == that.mean
                && scale == that.scale
                && low == that.low
                && high == that.high
                && step == that.step
                && Arrays.equals(levels, that.levels);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
