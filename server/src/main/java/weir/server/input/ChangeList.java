// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import weir.analysis.detect.across.ChangePlan.Change;
import weir.model.Address;

/**
 * A list of approved work: a CSV with the columns {@code id, who, what, source, target, from, until}. Source and target
 * are addresses, empty for any; from and until are times in ISO 8601 with their zone.
 */
public final class ChangeList {

    /** Pieces of work in one list. */
    private static final int MOST = 100_000;

    private static final long SECOND = 1_000_000_000L;

    private ChangeList() {}

    public static List<Change> read(Path file) throws IOException {
        List<Change> changes = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                if (changes.size() == MOST) {
                    throw new IOException(file + ": more than " + MOST + " pieces of work; split the list");
                }
                changes.add(change(file, row));
            }
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return changes;
    }

    private static Change change(Path file, NamedCsvRecord row) throws IOException {
        long from = time(file, row, "from");
        long until = time(file, row, "until");
        if (until < from) {
            throw new IOException(at(file, row) + "until is before from; exchange them");
        }
        return new Change(
                cell(file, row, "id"),
                cell(file, row, "who"),
                cell(file, row, "what"),
                address(file, row, "source"),
                address(file, row, "target"),
                from,
                until);
    }

    private static Address address(Path file, NamedCsvRecord row, String column) throws IOException {
        String text = cell(file, row, column);
        Address address = Address.parse(text);
        if (!text.isEmpty() && address.kind() == Address.Kind.NONE) {
            throw new IOException(at(file, row) + column + " '" + text + "' is no address; leave it empty for any");
        }
        return address;
    }

    private static long time(Path file, NamedCsvRecord row, String column) throws IOException {
        String text = cell(file, row, column);
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return instant.getEpochSecond() * SECOND + instant.getNano();
        } catch (DateTimeException e) {
            throw new IOException(
                    at(file, row) + column + " '" + text + "' is no time; write it as 2026-05-01T08:00:00Z", e);
        }
    }

    private static String cell(Path file, NamedCsvRecord row, String column) throws IOException {
        return row.findField(column)
                .map(String::strip)
                .orElseThrow(() -> new IOException(at(file, row) + "there is no column '" + column
                        + "'; the first line has to be id,who,what,source,target,from,until"));
    }

    private static String at(Path file, NamedCsvRecord row) {
        return file + ": line " + row.getStartingLineNumber() + ": ";
    }
}
