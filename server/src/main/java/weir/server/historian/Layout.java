// SPDX-License-Identifier: Apache-2.0
package weir.server.historian;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written.
 *
 * @param header whether its first row has the names
 * @param width cells of a row
 * @param columns where the values are
 * @param names of those
 * @param timeColumn where the time is; -1 if there is none
 * @param period seconds from row to row where there is no time
 * @param machineColumn where the machine is named; -1 if nowhere
 */
@SuppressWarnings("ArrayRecordComponent") // stays within the package
record Layout(
        boolean header,
        int width,
        boolean decimalComma,
        int[] columns,
        List<String> names,
        int timeColumn,
        String timeName,
        TimeForm timeForm,
        double period,
        int machineColumn) {

    /** Rows that the layout is found by. */
    static final int SAMPLE = 1000;

    private static final Set<String> TIME_NAMES = Set.of(
            "time",
            "timestamp",
            "datetime",
            "date",
            "date_time",
            "date time",
            "time_stamp",
            "time stamp",
            "ts",
            "zeit",
            "zeitstempel",
            "datum",
            "uhrzeit",
            "_time",
            "t_stamp");

    static Layout of(Path file, List<TableCells.Row> sample, TableForm form, boolean separatedByComma)
            throws IOException {
        return new Finder(file, sample, form, separatedByComma).layout();
    }

    /** Finds the layout of a table by its first rows. */
    private static final class Finder {
        private final Path file;
        private final TableForm form;
        private final String[] first;
        private final boolean header;
        private final boolean comma;
        private final List<TableCells.Row> rows;

        Finder(Path file, List<TableCells.Row> sample, TableForm form, boolean separatedByComma) {
            this.file = file;
            this.form = form;
            first = sample.getFirst().cells();
            Boolean given = form.header();
            header = given == null ? looksLikeNames() : given;
            rows = header ? sample.subList(1, sample.size()) : sample;
            Boolean decimal = form.decimalComma();
            comma = decimal == null ? !separatedByComma && hasDecimalComma() : decimal;
        }

        private boolean looksLikeNames() {
            for (String cell : first) {
                boolean value = Numbers.isValue(cell, true) || TimeForm.of(List.of(cell)) != null;
                if (!value) {
                    return true;
                }
            }
            return false;
        }

        private boolean hasDecimalComma() {
            return rows.stream().anyMatch(row -> {
                for (String cell : row.cells()) {
                    if (Numbers.hasComma(cell)) {
                        return true;
                    }
                }
                return false;
            });
        }

        Layout layout() throws IOException {
            if (rows.isEmpty()) {
                throw new IOException(file + ": has names of columns and no rows");
            }
            int time = timeColumn();
            int machine = machineColumn();
            TimeForm timeForm = time < 0 ? TimeForm.NUMBER : timeForm(time);
            List<String> names = new ArrayList<>();
            int[] columns = IntStream.range(0, first.length)
                    .filter(i -> i != time && i != machine && !isIgnored(i))
                    .peek(i -> names.add(name(i)))
                    .toArray();
            checkNames(names);
            String timeName = time < 0 ? "" : name(time);
            return new Layout(
                    header, first.length, comma, columns, names, time, timeName, timeForm, form.period(), machine);
        }

        private boolean isIgnored(int column) {
            return form.ignored().contains(name(column)) || form.ignored().contains("" + (column + 1));
        }

        private void checkNames(List<String> names) throws IOException {
            if (names.isEmpty()) {
                throw new IOException(file + ": has no column of values");
            }
            Set<String> once = new HashSet<>();
            for (String name : names) {
                if (!once.add(name)) {
                    throw new IOException(file + ": line 1: two columns are named '" + name + "'");
                }
            }
        }

        private String name(int column) {
            return header && !first[column].isEmpty() ? first[column] : "column " + (column + 1);
        }

        private int timeColumn() throws IOException {
            String wanted = form.time();
            if (form.hasNoTime()) {
                return -1;
            }
            for (int i = 0; i < first.length; i++) {
                if (wanted == null ? looksLikeTime(i) : wanted.equals(name(i)) || wanted.equals("" + (i + 1))) {
                    return i;
                }
            }
            throw new IOException(file + ": "
                    + (wanted == null ? "no column of the time was found" : "has no column '" + wanted + "'")
                    + "; name it with --time, or give --time none --period SECONDS");
        }

        private int machineColumn() throws IOException {
            String wanted = form.machine();
            if (wanted == null) {
                return -1;
            }
            for (int i = 0; i < first.length; i++) {
                if (wanted.equals(name(i)) || wanted.equals("" + (i + 1))) {
                    return i;
                }
            }
            throw new IOException(file + ": line 1: has no column '" + wanted + "' that tells machines apart");
        }

        private boolean looksLikeTime(int column) {
            if (header && TIME_NAMES.contains(first[column].toLowerCase(Locale.ROOT))) {
                return true;
            }
            String cell =
                    rows.getFirst().cells().length > column ? rows.getFirst().cells()[column] : "";
            return !Numbers.isValue(cell, true) && TimeForm.of(List.of(cell)) != null;
        }

        private TimeForm timeForm(int column) throws IOException {
            DateTimeFormatter pattern = form.timePattern();
            if (pattern != null) {
                return new TimeForm(pattern);
            }
            List<String> times = rows.stream()
                    .map(TableCells.Row::cells)
                    .filter(cells -> cells.length > column)
                    .map(cells -> cells[column])
                    .toList();
            @Nullable TimeForm found = TimeForm.of(times);
            if (found == null) {
                throw new IOException(file + ": line " + oddLine(column) + ", column " + name(column)
                        + ": the form of the time is not known; give it with --time-format, as yyyy-MM-dd HH:mm:ss");
            }
            return found;
        }

        /** The first line whose time does not go with the one of the first row. */
        private long oddLine(int column) {
            @Nullable TimeForm usual = TimeForm.of(List.of(rows.getFirst().cells()[column]));
            return rows.stream()
                    .filter(row -> row.cells().length > column)
                    .filter(row -> usual == null
                            || Double.isNaN(Objects.requireNonNull(usual).seconds(row.cells()[column])))
                    .mapToLong(TableCells.Row::line)
                    .findFirst()
                    .orElse(1);
        }
    }
}
