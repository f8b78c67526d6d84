// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.store.Store;
import weir.store.sql.Stores;

/**
 * What writing and asking costs: over 600,000 rows, and over 50 million with the system property {@code weir.rounds} at
 * 40. Rows are of up to 30 days, 8 operations and 8 readings to 4 flows.
 */
class HistoryScaleTest {

    private static final int ROUNDS = Integer.getInteger("weir.rounds", 1);
    private static final long ROWS = ROUNDS == 1 ? 600_000 : 1_250_000L * ROUNDS;
    private static final long DAYS = Math.clamp(ROWS / 1_600_000, 1, 30);
    private static final int WRITE_EVERY = 1_000_000;

    @TempDir
    Path folder;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Test
    void many_rows_are_written_and_asked_for() throws IOException {
        try (Store store = Stores.open(folder.resolve("weir.db").toString());
                History history = History.open(store, folder.resolve("history"))) {
            long cpu = system.getProcessCpuTime();
            long wall = System.nanoTime();
            generate(store, history);
            double seconds = (system.getProcessCpuTime() - cpu) / 1e9;
            System.err.printf(
                    "%,d rows: %,.0f a CPU second (%.1f CPU s, %.1f s), %.1f octets a row%n",
                    ROWS, ROWS / seconds, seconds, (System.nanoTime() - wall) / 1e9, (double) history.octets() / ROWS);
            cpu = system.getProcessCpuTime();
            int fewer = history.compact();
            System.err.printf(
                    "%d files fewer in %.1f CPU s, %.1f octets a row%n",
                    fewer, (system.getProcessCpuTime() - cpu) / 1e9, (double) history.octets() / ROWS);
            asks(history);
            peak();
        }
    }

    /** What the process ever held of memory at once, where the system says so. */
    private static void peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(System.err::println);
        }
    }

    private static void row(Plenty plenty, Rows rows, long i) {
        long time = Plenty.MARCH + i * (DAYS * Plenty.DAY / ROWS);
        switch ((int) (i % 5)) {
            case 0, 1 -> plenty.operation(rows, time);
            case 2, 3 -> plenty.reading(rows, time);
            default -> plenty.flow(rows, time);
        }
    }

    private static void generate(Store store, History history) throws IOException {
        Plenty plenty = new Plenty();
        Rows rows = new Rows();
        for (long i = 0; i < ROWS; i++) {
            row(plenty, rows, i);
            if (i % 50_000 == 49_999 || i == ROWS - 1) {
                store.change(change -> {
                    rows.appendTo(change);
                    return change.put("position", "input", "");
                });
                rows.clear();
            }
            if (i % WRITE_EVERY == WRITE_EVERY - 1 || i == ROWS - 1) {
                history.write();
            }
        }
    }

    private void asks(History history) throws IOException {
        long flows = ask(
                history,
                "top talkers by day",
                "SELECT sum(n) FROM (SELECT day, client, server, count(*) AS n, sum(bytes_out + bytes_back) AS octets"
                        + " FROM flows GROUP BY day, client, server QUALIFY row_number() OVER (PARTITION BY day ORDER BY octets DESC)"
                        + " <= 10000)");
        assertThat(flows).isEqualTo(ROWS / 5);
        long writes = ask(
                history,
                "writes to one PLC in March",
                "SELECT count(*) FROM operations WHERE server = ? AND verb = 'WRITE'"
                        + " AND day BETWEEN '2026-03-01' AND '2026-03-31'",
                new Plenty().host(7));
        assertThat(writes).isBetween(ROWS * 2 / 5 / 9 / 40 / 2, ROWS * 2 / 5 / 9 / 40 * 2);
        long last = ask(
                history,
                "the last 100 of those",
                "SELECT count(*) FROM (SELECT * FROM operations WHERE server = ? AND verb = 'WRITE'"
                        + " ORDER BY time DESC LIMIT 100)",
                new Plenty().host(7));
        assertThat(last).isEqualTo(100);
        long tags =
                ask(history, "full text on tags", "SELECT count(*) FROM readings WHERE contains(tag, ?)", "pump_10");
        assertThat(tags).isPositive();
        assertThat(ask(
                        history,
                        "tags with a text, each once",
                        "SELECT count(*) FROM (SELECT tag, max(time) FROM readings WHERE tag ILIKE ? GROUP BY tag)",
                        "%PUMP_10%"))
                .isPositive();
    }

    private long ask(History history, String name, String sql, Object... values) throws IOException {
        long found = 0;
        for (int i = 0; i < 2; i++) {
            long cpu = system.getProcessCpuTime();
            long wall = System.nanoTime();
            found = history.ask(sql, List.of(values), rows -> rows.next() ? rows.getLong(1) : 0L);
            System.err.printf(
                    "%s: %.0f ms, %.0f ms of CPU%n",
                    name, (System.nanoTime() - wall) / 1e6, (system.getProcessCpuTime() - cpu) / 1e6);
        }
        return found;
    }
}
