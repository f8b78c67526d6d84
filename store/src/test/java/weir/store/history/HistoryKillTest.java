// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.store.Store;
import weir.store.sql.Killed;
import weir.store.sql.Stores;

/**
 * A process killed while it commits rows, writes files and merges them. There are 5 kills, and 200 with the system
 * property {@code weir.rounds} at 40.
 */
class HistoryKillTest {

    private static final int KILLS = 5 * Integer.getInteger("weir.rounds", 1);
    private static final int BATCH = 50;

    @TempDir
    Path folder;

    /** Commits numbered rows with the position they are of, and says how far it is. */
    static final class Worker {
        public static void main(String[] arguments) throws IOException {
            Store store = Stores.open(arguments[0] + "/weir.db");
            History history = History.open(store, Path.of(arguments[0], "history"));
            Thread.ofPlatform().start(() -> file(history));
            Rows rows = new Rows();
            while (true) {
                long next = position(store);
                for (int i = 0; i < BATCH; i++) {
                    flow(rows, next + i);
                }
                store.change(change -> {
                    rows.appendTo(change);
                    return change.put("position", "input", Long.toString(next + BATCH));
                });
                rows.clear();
                System.out.println(next + BATCH);
            }
        }

        private static void flow(Rows rows, long number) {
            rows.begin(Kind.FLOWS, "north", Plenty.MARCH + number % 3 * Plenty.DAY)
                    .text("c" + number % 7)
                    .text("s")
                    .text("TCP")
                    .text("modbus")
                    .whole(number)
                    .whole(0)
                    .whole(0)
                    .whole(0)
                    .whole(0)
                    .whole(0);
        }

        private static void file(History history) {
            try {
                while (true) {
                    if (history.write() > 0) {
                        System.out.println("written");
                    }
                    if (history.compact() > 0) {
                        System.out.println("compacted");
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static long position(Store store) throws IOException {
        return store.look(v -> v.get("position", "input"))
                .map(kept -> Long.parseLong(kept.body()))
                .orElse(0L);
    }

    @Test
    void each_row_is_there_exactly_once_wherever_it_was_when_the_process_died() throws Exception {
        Random random = new Random(47);
        long acknowledged = 0;
        long left = 0;
        int files = 0;
        int compacted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            for (String line : Killed.run(Worker.class, 1 + random.nextInt(150), folder.toString())) {
                if (line.matches("\\d+")) {
                    acknowledged = Math.max(acknowledged, Long.parseLong(line));
                }
                files += line.equals("written") ? 1 : 0;
                compacted += line.equals("compacted") ? 1 : 0;
            }
            left += check(acknowledged);
        }
        System.err.println("history: " + KILLS + " kills, " + acknowledged + " rows, " + files + " rounds of files, "
                + compacted + " merges, " + left + " files left over by the dead and removed");
        assertThat(acknowledged).isPositive();
        assertThat(files).isPositive();
    }

    /** How many files were there that no store knew. */
    private int check(long acknowledged) throws IOException {
        try (Store store = Stores.open(folder + "/weir.db")) {
            long before = files();
            try (History history = History.open(store, folder.resolve("history"))) {
                long after = files();
                assertThat(history.lost()).isEmpty();
                history.write();
                long position = position(store);
                assertThat(position).isGreaterThanOrEqualTo(acknowledged);
                history.ask(
                        "SELECT count(*), count(DISTINCT port), coalesce(max(port), -1) FROM flows",
                        List.of(),
                        found -> {
                            assertThat(counts(found)).containsExactly(position, position, position - 1);
                            return "";
                        });
                return (int) (before - after);
            }
        }
    }

    private static long[] counts(ResultSet found) throws SQLException {
        found.next();
        return new long[] {found.getLong(1), found.getLong(2), found.getLong(3)};
    }

    private long files() throws IOException {
        Path history = Files.createDirectories(folder.resolve("history"));
        try (Stream<Path> all = Files.walk(history)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
