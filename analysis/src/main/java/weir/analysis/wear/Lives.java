// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Machines from their start to their failure, row by row. */
public final class Lives {

    /** Numbers that are kept, of eight bytes each, and again for what is made of them. */
    public static final int MOST_NUMBERS = 2_000_000;

    private final List<String> columns;
    private final Map<String, List<double[]>> rows = new LinkedHashMap<>();
    private int size;

    public Lives(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    public List<String> columns() {
        return columns;
    }

    public int mostRows() {
        return MOST_NUMBERS / columns.size();
    }

    /** How many rows there are, of all machines. */
    public int size() {
        return size;
    }

    /** @param row a value for each column, NaN if it is missing; kept */
    public void add(String machine, double[] row) {
        if (size >= mostRows()) {
            throw new IllegalStateException("more than " + mostRows() + " rows to learn from");
        }
        rows.computeIfAbsent(machine, m -> new ArrayList<>()).add(row);
        size++;
    }

    /** The rows of each machine, in order of first sight. */
    List<List<double[]>> all() {
        return List.copyOf(rows.values());
    }
}
