// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A log that was expected against the one that was written: which rows are equal, and which fields of the others not. */
final class LogComparison {

    /** A row that is missing, and one that nobody expects. */
    static final String MISSING = "(missing row)";

    static final String FURTHER = "(further row)";
    static final String KEY = "(join key)";

    private final ExpectedLog expected;
    private final List<List<String>> written;
    private final Set<String> crossed;
    private final Map<String, Long> differences = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();
    private int equal;

    LogComparison(ExpectedLog expected, List<Map<String, String>> lines) {
        this.expected = expected;
        this.crossed = expected.crossed();
        this.written = lines.stream()
                .map(line -> expected.columns().stream()
                        .map(c -> line.getOrDefault(c.name(), "(absent)"))
                        .toList())
                .toList();
        compare();
    }

    /** Rows that are equal in every field. */
    int equal() {
        return equal;
    }

    /** How often each column differs. */
    Map<String, Long> differences() {
        return differences;
    }

    /** One example of each. */
    Map<String, String> examples() {
        return examples;
    }

    private void compare() {
        Map<List<String>, Deque<List<String>>> ours = new HashMap<>();
        written.forEach(row ->
                ours.computeIfAbsent(compared(row), k -> new ArrayDeque<>()).add(row));
        List<List<String>> missing = new ArrayList<>();
        Map<String, String> keys = new HashMap<>();
        for (List<String> row : expected.rows()) {
            Deque<List<String>> same = ours.get(compared(row));
            if (same == null || same.isEmpty()) {
                missing.add(row);
            } else {
                equal++;
                join(row, same.poll(), keys);
            }
        }
        List<List<String>> further = new ArrayList<>();
        for (List<String> row : written) {
            Deque<List<String>> left = ours.get(compared(row));
            if (left != null && left.remove(row)) {
                further.add(row);
            }
        }
        pair(missing, further);
    }

    /** Names of connections are others, but join the same rows. */
    private void join(List<String> theirs, List<String> mine, Map<String, String> keys) {
        for (int i = 0; i < expected.columns().size(); i++) {
            String column = expected.columns().get(i).name();
            if (isKey(column)) {
                String one = column + ">" + theirs.get(i);
                String other = column + "<" + mine.get(i);
                String before = keys.putIfAbsent(one, mine.get(i));
                String back = keys.putIfAbsent(other, theirs.get(i));
                if (before != null && !before.equals(mine.get(i)) || back != null && !back.equals(theirs.get(i))) {
                    note(KEY, theirs.get(i), mine.get(i));
                }
            }
        }
    }

    /** Each row that is missing with the one that is most like it: those that differ least first. */
    private void pair(List<List<String>> missing, List<List<String>> further) {
        for (int most = 1; most <= expected.columns().size() / 3; most++) {
            int limit = most;
            missing.removeIf(row -> {
                for (int i = 0; i < further.size(); i++) {
                    if (apart(row, further.get(i)) <= limit) {
                        tell(row, further.remove(i));
                        return true;
                    }
                }
                return false;
            });
        }
        missing.forEach(row -> note(MISSING, String.join("|", row), ""));
        further.forEach(row -> note(FURTHER, "", String.join("|", row)));
    }

    private int apart(List<String> one, List<String> other) {
        int apart = 0;
        for (int i = 0; i < expected.columns().size(); i++) {
            apart += cell(i, one).equals(cell(i, other)) ? 0 : 1;
        }
        return apart;
    }

    private void tell(List<String> theirs, List<String> mine) {
        for (int i = 0; i < expected.columns().size(); i++) {
            if (!cell(i, theirs).equals(cell(i, mine))) {
                note(expected.columns().get(i).name(), theirs.get(i), mine.get(i));
            }
        }
    }

    private void note(String what, String theirs, String mine) {
        differences.merge(what, 1L, Long::sum);
        examples.putIfAbsent(what, theirs + "  ours: " + mine);
    }

    private List<String> compared(List<String> row) {
        List<String> cells = new ArrayList<>(row.size());
        for (int i = 0; i < expected.columns().size(); i++) {
            cells.add(cell(i, row));
        }
        return cells;
    }

    /** What is compared of a cell: nothing of a key, and of a time that is crossed out that there is one. */
    private String cell(int i, List<String> row) {
        String column = expected.columns().get(i).name();
        String cell = i < row.size() ? row.get(i) : "(none)";
        if (isKey(column)) {
            return cell.equals("-") ? "-" : "key";
        }
        boolean time = crossed.contains(column) && (ExpectedLog.isCrossed(cell) || cell.matches("-?\\d+\\.\\d{6}"));
        return time ? "time" : cell;
    }

    private static boolean isKey(String column) {
        return column.equals("uid") || column.endsWith("_frame_id") || column.endsWith("_link_id");
    }
}
