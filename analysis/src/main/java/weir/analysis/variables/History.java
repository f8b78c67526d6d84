// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Rows of normal operation to learn from, of one or more stretches of time. */
public final class History {

    /** With more columns the relations of each with all others are no longer learnt in reasonable time. */
    public static final int MOST_COLUMNS = 256;
    /** Numbers that are kept while learning, each of eight bytes: what was read, and the scores of each row. */
    public static final int MOST_NUMBERS = 12_000_000;
    /** Numbers beside the values that a row takes while learning: its time, and what it scores. */
    private static final int BESIDE = 9;

    private static final int CHUNK = 4096;

    private final List<String> names;
    /** Of so many rows each: the values of a row one after the other, then its time. */
    private final List<double[]> chunks = new ArrayList<>();

    private final BitSet starts = new BitSet();
    private int size;
    private boolean start = true;

    public History(List<String> names) {
        this.names = List.copyOf(names);
    }

    public List<String> names() {
        return names;
    }

    public int size() {
        return size;
    }

    /** How many rows can be kept. */
    public int mostRows() {
        return MOST_NUMBERS / (names.size() + BESIDE);
    }

    /** What follows is another stretch of time. */
    public void begin() {
        start = true;
    }

    /**
     * @param seconds of the row, from anywhen
     * @param row a value for each name, NaN if it is missing; copied
     */
    public void add(double seconds, double[] row) {
        if (size >= mostRows()) {
            throw new IllegalStateException("more than " + mostRows() + " rows to learn from");
        }
        int width = names.size() + 1;
        if (size % CHUNK == 0) {
            chunks.add(new double[CHUNK * width]);
        }
        System.arraycopy(row, 0, chunks.getLast(), size % CHUNK * width, width - 1);
        chunks.getLast()[size % CHUNK * width + width - 1] = seconds;
        starts.set(size++, start);
        start = false;
    }

    double value(int row, int column) {
        return chunks.get(row / CHUNK)[row % CHUNK * (names.size() + 1) + column];
    }

    /** Puts the values of a row into an array that is as wide. */
    double[] row(int row, double[] into) {
        System.arraycopy(chunks.get(row / CHUNK), row % CHUNK * (names.size() + 1), into, 0, names.size());
        return into;
    }

    private double time(int row) {
        return value(row, names.size());
    }

    /** The usual time from row to row: the median. */
    Grid grid() {
        double[] steps = new double[size];
        int count = 0;
        for (int i = 1; i < size; i++) {
            double step = time(i) - time(i - 1);
            if (!starts.get(i) && step > 0) {
                steps[count++] = step;
            }
        }
        Arrays.sort(steps, 0, count);
        return new Grid(count == 0 ? 0 : steps[count / 2]);
    }

    boolean breaksAt(int row, Grid grid) {
        return starts.get(row) || grid.breaksAt(time(row) - time(row - 1));
    }

    /** Which of {@code blocks} each row is in: every stretch is cut into as many, one after the other. */
    int[] blocks(int blocks) {
        int[] all = new int[size];
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
