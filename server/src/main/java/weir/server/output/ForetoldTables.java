// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import weir.analysis.wear.Foretold;

/** Writes what was foretold of machines: a row for each row that was read, and a row for each machine. */
public final class ForetoldTables {

    private static final List<String> NAMES =
            List.of("machine", "time", "remaining", "low", "high", "verdict", "contributors");

    private ForetoldTables() {}

    /** What is to be expected of a machine at a time, as it was read. */
    public record Now(String machine, String time, Foretold foretold) {}

    /** Takes what was foretold row by row. */
    @FunctionalInterface
    public interface Rows {
        void row(Now now) throws IOException;
    }

    public static Rows rows(Writer out) throws IOException {
        Csv csv = new Csv(out);
        csv.row(NAMES);
        return now -> csv.row(cells(now));
    }

    /** First those that are like none that was learnt, then those that fail first. */
    public static void machines(Writer out, Collection<Now> machines) throws IOException {
        List<Now> sorted = new ArrayList<>(machines);
        sorted.sort(Comparator.comparingDouble(ForetoldTables::haste));
        Rows rows = rows(out);
        for (Now now : sorted) {
            rows.row(now);
        }
    }

    private static double haste(Now now) {
        return switch (now.foretold().verdict()) {
            case STRANGE -> -1;
            case KNOWN -> now.foretold().remaining();
            case YOUNG -> Double.POSITIVE_INFINITY;
        };
    }

    private static List<String> cells(Now now) {
        Foretold told = now.foretold();
        return List.of(
                now.machine(),
                now.time(),
                number(told.remaining()),
                number(told.low()),
                number(told.high()),
                told.verdict().name().toLowerCase(Locale.ROOT),
                String.join(";", told.strange()));
    }

    private static String number(double rows) {
        return Double.isNaN(rows) ? "" : String.format(Locale.ROOT, "%.1f", rows);
    }
}
