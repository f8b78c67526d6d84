// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.analysis.variables.History;
import weir.analysis.variables.Judge;
import weir.analysis.variables.Learner;
import weir.analysis.variables.ProcessSettings;
import weir.analysis.variables.UnfitHistory;
import weir.model.Address;

/**
 * The variables that one station reads: its view of the process. First it is found out which there are, then rows of
 * all their latest values are learned, then judged.
 */
final class Group {

    /** Variables of one group; the first that are seen. */
    static final int MOST = 64;

    /** Seconds in which it is found out which variables there are. */
    private static final int SEARCHING = 120;

    /** Rows that are enough to learn from. */
    private static final int ENOUGH = 900;

    /** Rows kept to learn from. */
    private static final int MOST_ROWS = 20_000;

    private static final double SECOND = 1e9;

    private final Map<Variable, Integer> columns = new HashMap<>(); // at most MOST
    private final List<String> names = new ArrayList<>();
    final Address reader;
    private final long first;
    private double[] row = new double[8];
    private int fresh;
    private boolean[] isFresh = new boolean[8];
    private @Nullable History history;
    private @Nullable Judge judge;
    private boolean unfit;

    Group(Address reader, long first) {
        this.reader = reader;
        this.first = first;
        Arrays.fill(row, Double.NaN);
    }

    /** The column of a variable; -1 where no more are taken in. */
    int column(Variable variable) {
        Integer known = columns.get(variable);
        if (known != null) {
            return known;
        }
        if (history != null || judge != null || columns.size() == MOST) {
            return -1;
        }
        int column = columns.size();
        columns.put(variable, column);
        names.add(variable.name());
        if (column == row.length) {
            row = Arrays.copyOf(row, 2 * column);
            Arrays.fill(row, column, row.length, Double.NaN);
            isFresh = Arrays.copyOf(isFresh, 2 * column);
        }
        return column;
    }

    void take(int column, double value) {
        row[column] = value;
        if (!isFresh[column]) {
            isFresh[column] = true;
            fresh++;
        }
    }

    /** A row is whole when most variables were read again since the last one. */
    boolean hasRow() {
        return !unfit && columns.size() > 1 && fresh * 2 >= columns.size();
    }

    /** Takes the row in; true where it is judged and abnormal for long enough to say so. */
    boolean row(long time, boolean knowsNormal) {
        fresh = 0;
        Arrays.fill(isFresh, false);
        if (judge != null) {
            judge.take(time / SECOND, row);
            return judge.alarm();
        }
        if (time - first < SEARCHING * SECOND) {
            return false;
        }
        History rows = history == null ? new History(names) : history;
        history = rows;
        if (knowsNormal && rows.size() >= ENOUGH) {
            learn(rows);
        } else if (rows.size() < Math.min(MOST_ROWS, rows.mostRows())) {
            rows.add(time / SECOND, Arrays.copyOf(row, names.size()));
        }
        return false;
    }

    private void learn(History rows) {
        try {
            judge = new Judge(Learner.learn(rows, ProcessSettings.DEFAULT));
            history = null;
            row = Arrays.copyOf(row, names.size());
        } catch (UnfitHistory nothingMoves) {
            unfit = true;
        }
    }

    double score() {
        return judge == null ? 0 : judge.score();
    }

    /** Names of the variables that have most to do with it, best first. */
    List<String> contributors(int most) {
        if (judge == null) {
            return List.of();
        }
        double[] blame = judge.blame();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < blame.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(blame[b], blame[a]));
        return order.stream()
                .limit(most)
                .filter(i -> blame[i] > 0)
                .map(i -> names.get(i) + " (" + Variable.number(row[i]) + ")")
                .toList();
    }
}
