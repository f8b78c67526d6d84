// SPDX-License-Identifier: Apache-2.0
package weir.server.historian;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of a table with a line for each variable and a column for each time, turned round. All of it is kept. */
final class TurnedCells implements TableCells {

    /** Cells that are kept, as texts. */
    private static final int MOST_CELLS = 1_000_000;

    private final List<String[]> lines = new ArrayList<>();
    private int next;

    TurnedCells(Path file, TableCells cells) throws IOException {
        long count = 0;
        try (cells) {
            for (Row row = cells.next(); row != null; row = cells.next()) {
                if (!lines.isEmpty() && row.cells().length != lines.getFirst().length) {
                    throw new IOException(file + ": line " + row.line() + ": has " + row.cells().length
                            + " cells, and the first line " + lines.getFirst().length);
                }
                lines.add(row.cells());
                count += row.cells().length;
                if (count > MOST_CELLS) {
                    throw new IOException(file + ": more than " + MOST_CELLS
                            + " cells cannot be turned round; save the table with a row for each time");
                }
            }
        }
    }

    @Override
    public @Nullable Row next() {
        if (next == lines.getFirst().length) {
            return null;
        }
        int column = next++;
        return new Row(next, lines.stream().map(l -> l[column]).toArray(String[]::new));
    }

    @Override
    public void close() {}
}
