// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Rows of normal operation to learn from, of one or more stretches of time. */
public final class History {

    /** More columns are more relations than a row of them can be held to in reasonable time. */
    public static final int MOST_COLUMNS = 256;
    /** Values that are kept: 128 MB of them. */
    public static final int MOST_VALUES = 1 << 24;

    private final List<String> names;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private final BitSet starts = new BitSet();
    private boolean start = true;

    public History(List<String> names) {
        this.names = List.copyOf(names);
    }

    public List<String> names() {
        return names;
    }

    public int size() {
        return rows.size();
    }

    public boolean isFull() {
        return (long) (rows.size() + 1) * names.size() > MOST_VALUES;
    }

    /** What follows is another stretch of time. */
    public void begin() {
        start = true;
    }

    /**
     * @param seconds of the row, from anywhen
     * @param row a value for each name, NaN if it is missing; not copied
     */
    public void add(double seconds, double[] row) {
        if (isFull()) {
            throw new IllegalStateException("more than " + MOST_VALUES + " values to learn from");
        }
        starts.set(rows.size(), start);
        start = false;
        rows.add(row);
        times.add(seconds);
    }

    double[] row(int index) {
        return rows.get(index);
    }

    /** The usual time from row to row: the median. */
    Grid grid() {
        double[] steps = new double[rows.size()];
        int count = 0;
        for (int i = 1; i < rows.size(); i++) {
            double step = times.get(i) - times.get(i - 1);
            if (!starts.get(i) && step > 0) {
                steps[count++] = step;
            }
        }
        Arrays.sort(steps, 0, count);
        return new Grid(count == 0 ? 0 : steps[count / 2]);
    }

    boolean breaksAt(int index, Grid grid) {
        return starts.get(index) || grid.breaksAt(times.get(index) - times.get(index - 1));
    }

    /** Which of {@code blocks} each row is in: every stretch is cut into as many, one after the other. */
    int[] blocks(int blocks) {
        int[] all = new int[rows.size()];
        for (int from = 0; from < all.length; ) {
            int next = starts.nextSetBit(from + 1);
            int to = next < 0 ? all.length : next;
            for (int i = from; i < to; i++) {
                all[i] = (int) ((long) (i - from) * blocks / (to - from));
            }
            from = to;
        }
        return all;
    }
}
