// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

/**
 * How one machine went lately: mean, slope and spread of each column over the last rows, and the number of rows so far.
 * A value that is missing is taken to be the one before.
 */
final class Traits {

    private static final int EACH = 3;

    private final double[][] last;
    private final int columns;
    private int rows;

    Traits(int columns, int window) {
        this.columns = columns;
        last = new double[window][columns];
    }

    /** How many there are of a machine of so many columns. */
    static int count(int columns) {
        return EACH * columns + 1;
    }

    void take(double[] row) {
        double[] slot = last[rows % last.length];
        double[] before = last[(rows + last.length - 1) % last.length];
        for (int i = 0; i < columns; i++) {
            slot[i] = Double.isNaN(row[i]) && rows > 0 ? before[i] : row[i];
        }
        rows++;
    }

    /** Whether there are enough rows to say something: half of the window. */
    boolean isEnough() {
        return rows >= last.length / 2;
    }

    float[] values() {
        float[] values = new float[count(columns)];
        int size = Math.min(rows, last.length);
        for (int i = 0; i < columns; i++) {
            column(i, size, values);
        }
        values[EACH * columns] = rows;
        return values;
    }

    private void column(int column, int size, float[] values) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += last[(rows - size + k) % last.length][column];
        }
        double mean = sum / size;
        double middle = (size - 1) / 2.0;
        double along = 0;
        double squares = 0;
        double steps = 0;
        for (int k = 0; k < size; k++) {
            double off = last[(rows - size + k) % last.length][column] - mean;
            along += off * (k - middle);
            squares += off * off;
            steps += (k - middle) * (k - middle);
        }
        values[EACH * column] = (float) mean;
        values[EACH * column + 1] = (float) (steps > 0 ? along / steps : 0);
        values[EACH * column + 2] = (float) Math.sqrt(squares / size);
    }
}
