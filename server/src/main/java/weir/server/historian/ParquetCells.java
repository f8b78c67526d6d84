// SPDX-License-Identifier: Apache-2.0
package weir.server.historian;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The cells of a Parquet file: first the names of the columns, then the rows, all as text. */
final class ParquetCells implements TableCells {

    /** The library tells how it unpacks on the log; that is for its makers. Kept here, or the level would be lost. */
    private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final ParquetFileReader reader;
    private final RowReader rows;
    private final String[] names;
    private long line;

    ParquetCells(Path file) throws IOException {
        this.file = file;
        LIBRARY.setLevel(Level.WARNING);
        try {
            reader = ParquetFileReader.open(InputFile.of(file));
            names = reader.getFileSchema().getColumns().stream()
                    .map(column -> column.name())
                    .toArray(String[]::new);
            if (!reader.getFileSchema().isFlatSchema()) {
                reader.close();
                throw new IOException("has columns within columns; save it with a plain column for each variable");
            }
            rows = reader.rowReader();
        } catch (IOException | RuntimeException | LinkageError e) {
            throw unreadable(e);
        }
    }

    static boolean isParquet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /** What the library throws at a damaged file, or at a compression that it cannot do, is not said by it. */
    private IOException unreadable(Throwable e) {
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        return new IOException(
                file + ": row " + line + ": cannot be read as Parquet: " + reason
                        + "; write it with snappy, gzip or no compression, or as CSV",
                e);
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (line++ == 0) {
            return new Row(line, names);
        }
        try {
            if (!rows.hasNext()) {
                return null;
            }
            rows.next();
            String[] cells = new String[names.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = rows.isNull(i) ? "" : text(rows.getValue(i));
            }
            return new Row(line, cells);
        } catch (RuntimeException | LinkageError e) {
            throw unreadable(e);
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof LocalDateTime time
                ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time)
                : String.valueOf(value).strip();
    }

    @Override
    public void close() throws IOException {
        rows.close();
        reader.close();
    }
}
