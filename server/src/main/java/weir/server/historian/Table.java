// SPDX-License-Identifier: Apache-2.0
package weir.server.historian;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of the values of variables over time, read row by row. */
public final class Table implements Closeable {

    private final Path file;
    private final TableCells cells;
    private final Deque<TableCells.Row> ahead;
    private final Layout layout;
    private List<String> selected;
    private int[] columns;
    private long count;

    /**
     * A row.
     *
     * @param time as it is written; the number of the row, from 1, where the table has no time
     * @param seconds of that, from anywhen
     * @param values of the columns that were selected, NaN where one is missing
     * @param machine that the row is of; empty where no column tells machines apart
     */
    @SuppressWarnings("ArrayRecordComponent") // a new one each row, for the reader alone
    public record Row(String time, double seconds, double[] values, String machine) {}

    private Table(Path file, TableCells cells, Deque<TableCells.Row> ahead, Layout layout) {
        this.file = file;
        this.cells = cells;
        this.ahead = ahead;
        this.layout = layout;
        selected = layout.names();
        columns = layout.columns();
    }

    /** @throws IOException that says file, line and column, and what is wrong there */
    public static Table open(Path file, TableForm form) throws IOException {
        boolean comma = false;
        TableCells written;
        if (ParquetCells.isParquet(file)) {
            written = new ParquetCells(file);
        } else {
            TextCells text = new TextCells(file, form.separator());
            comma = text.separator() == Separator.COMMA;
            written = text;
        }
        TableCells cells = form.transposed() ? new TurnedCells(file, written) : written;
        Deque<TableCells.Row> ahead = new ArrayDeque<>();
        try {
            for (TableCells.Row row = cells.next(); row != null; row = cells.next()) {
                ahead.add(row);
                if (ahead.size() == Layout.SAMPLE) {
                    break;
                }
            }
            Layout layout = Layout.of(file, new ArrayList<>(ahead), form, comma);
            if (layout.header()) {
                ahead.remove();
            }
            return new Table(file, cells, ahead, layout);
        } catch (IOException e) {
            cells.close();
            throw e;
        }
    }

    /** The columns of values, in order. */
    public List<String> names() {
        return layout.names();
    }

    /**
     * Only the columns of these names are read from now on, in this order.
     *
     * @throws IOException that names one which is not there
     */
    public void select(List<String> names) throws IOException {
        int[] places = new int[names.size()];
        for (int i = 0; i < places.length; i++) {
            int place = layout.names().indexOf(names.get(i));
            if (place < 0) {
                throw new IOException(file + ": line 1: has no column '" + names.get(i) + "', which is needed; it has "
                        + String.join(", ", layout.names()));
            }
            places[i] = layout.columns()[place];
        }
        selected = List.copyOf(names);
        columns = places;
    }

    /** The next row, or null after the last. */
    public @Nullable Row next() throws IOException {
        TableCells.Row row = ahead.isEmpty() ? cells.next() : ahead.remove();
        if (row == null) {
            return null;
        }
        count++;
        String[] texts = row.cells();
        if (texts.length != layout.width()) {
            throw new IOException(file + ": line " + row.line() + ": has " + texts.length
                    + " cells, and the lines before " + layout.width());
        }
        double[] values = new double[columns.length];
        for (int i = 0; i < values.length; i++) {
            String cell = texts[columns[i]];
            values[i] = Numbers.value(cell, layout.decimalComma());
            if (Double.isInfinite(values[i])) {
                throw new IOException(file + ": line " + row.line() + ", column " + selected.get(i) + ": '" + cell
                        + "' is no number; leave the column out with --ignore");
            }
        }
        String machine = layout.machineColumn() < 0 ? "" : texts[layout.machineColumn()];
        if (layout.timeColumn() < 0) {
            return new Row(Long.toString(count), count * layout.period(), values, machine);
        }
        String time = texts[layout.timeColumn()];
        double seconds = layout.timeForm().seconds(time);
        if (Double.isNaN(seconds)) {
            throw new IOException(file + ": line " + row.line() + ", column " + layout.timeName() + ": '" + time
                    + "' is no time as in the rows before; give its form with --time-format");
        }
        return new Row(time, seconds, values, machine);
    }

    @Override
    public void close() throws IOException {
        cells.close();
    }
}
