// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.Arrays;
import java.util.List;

/** Makes of raw rows what the model works with: the row and the row before, in spreads, and what is odd about it. */
final class Pairs {

    private final List<Column> columns;
    private final int[] active;
    private final double[] pair;
    private final boolean[] missing;
    private final boolean[] missed;
    private final boolean[] unknown;
    private final double[] steps;
    private final double[] rounding;
    private boolean coarser;
    private boolean alone;
    private boolean first = true;

    Pairs(List<Column> columns) {
        this.columns = columns;
        active = active(columns);
        pair = new double[2 * active.length];
        missing = new boolean[active.length];
        missed = new boolean[active.length];
        unknown = new boolean[columns.size()];
        steps = new double[columns.size()];
        rounding = new double[active.length];
        Arrays.fill(steps, 1);
    }

    /** The columns that are in the model. */
    static int[] active(List<Column> columns) {
        int[] all = new int[columns.size()];
        int count = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() != ColumnKind.CONSTANT) {
                all[count++] = i;
            }
        }
        return Arrays.copyOf(all, count);
    }

    void take(double[] raw, boolean anew) {
        int width = active.length;
        System.arraycopy(pair, 0, pair, width, width);
        coarser = first;
        for (int i = 0; i < columns.size(); i++) {
            step(i, raw[i]);
        }
        for (int j = 0; j < width; j++) {
            Column column = columns.get(active[j]);
            double value = raw[active[j]];
            missed[j] = missing[j];
            missing[j] = Double.isNaN(value);
            if (!missing[j]) {
                pair[j] = (value - column.mean()) / column.scale();
            }
            rounding[j] = Math.max(0, steps[active[j]] - column.step()) / 2 / column.scale();
        }
        alone = anew || first;
        if (alone) {
            System.arraycopy(pair, 0, pair, width, width);
        }
        first = false;
    }

    /** Keeps the finest step that the column has shown: only what is written coarser than learnt is rounded more. */
    private void step(int index, double value) {
        Column column = columns.get(index);
        unknown[index] = false;
        if (Double.isNaN(value)) {
            return;
        }
        if (steps[index] > column.step()) {
            double finer = Math.max(column.step(), Decimals.finer(steps[index], value));
            coarser |= finer != steps[index];
            steps[index] = finer;
        }
        unknown[index] = column.isUnknownLevel(value, Math.max(0, steps[index] - column.step()) / 2);
    }

    double[] pair() {
        return pair;
    }

    boolean[] missing() {
        return missing;
    }

    /** Whether the value and the one before it are both there; else its change says nothing. */
    boolean isWhole(int column) {
        return !alone && !missing[column] && !missed[column];
    }

    /** For all columns, the constant ones too: whether the value is none that was learnt. */
    boolean[] unknown() {
        return unknown;
    }

    /** By how much the value of each column in the model may be off for want of decimal places. */
    double[] rounding() {
        return rounding;
    }

    /** Whether that changed with this row. */
    boolean roundingChanged() {
        return coarser;
    }
}
