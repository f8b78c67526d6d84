// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import weir.analysis.process.Tags;
import weir.model.Point;

/**
 * A tag list as comma-separated values with the columns {@code point} and {@code name}, and {@code unit}, {@code scale},
 * {@code offset} where they are known. {@code point} is the name that {@code weir points} gives.
 */
final class TagList {

    private static final int MOST_TAGS = 1_000_000;

    private TagList() {}

    static Tags read(Path file) throws IOException {
        Map<String, Point.Tag> tags = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String point =
                        row.findField("point").orElseThrow(() -> wrong(file, row, "point", "there is no such column"));
                tags.put(point, tag(file, row));
                if (tags.size() > MOST_TAGS) {
                    throw wrong(file, row, "point", "more than " + MOST_TAGS + " tags");
                }
            }
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return tags::get;
    }

    private static Point.Tag tag(Path file, NamedCsvRecord row) throws IOException {
        String name = row.findField("name").orElseThrow(() -> wrong(file, row, "name", "there is no such column"));
        return new Point.Tag(
                name, row.findField("unit").orElse(""), number(file, row, "scale", 1), number(file, row, "offset", 0));
    }

    private static double number(Path file, NamedCsvRecord row, String column, double otherwise) throws IOException {
        String text = row.findField(column).orElse("").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as an infinite one is
        }
        throw wrong(file, row, column, "'" + text + "' is no number");
    }

    private static IOException wrong(Path file, NamedCsvRecord row, String column, String why) {
        return new IOException(file + ": line " + row.getStartingLineNumber() + ", column " + column + ": " + why);
    }
}
