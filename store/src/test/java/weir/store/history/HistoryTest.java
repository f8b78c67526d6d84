// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.store.Store;
import weir.store.StoreFull;
import weir.store.sql.Stores;

class HistoryTest {

    @TempDir
    Path folder;

    private Path files;
    private Store store;
    private History history;
    private final Rows rows = new Rows();

    @BeforeEach
    void open() throws IOException {
        files = folder.resolve("history");
        store = Stores.open(folder.resolve("weir.db").toString());
        history = History.open(store, files);
    }

    @AfterEach
    void close() throws IOException {
        history.close();
        store.close();
    }

    private void reopen() throws IOException {
        close();
        open();
    }

    private void commit() throws IOException {
        store.change(change -> {
            rows.appendTo(change);
            return "";
        });
        rows.clear();
    }

    private Rows flow(String site, long day, String client, long octets) {
        return rows.begin(Kind.FLOWS, site, Plenty.MARCH + day * Plenty.DAY)
                .text(client)
                .text("10.0.0.1")
                .text("TCP")
                .text("modbus")
                .whole(502)
                .whole(octets)
                .whole(-1)
                .whole(Long.MAX_VALUE)
                .whole(Long.MIN_VALUE)
                .whole(0);
    }

    private List<String> ask(String sql, Object... values) throws IOException {
        return history.ask(sql, List.of(values), HistoryTest::lines);
    }

    private static List<String> lines(ResultSet found) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (found.next()) {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                line.append(i == 1 ? "" : " ").append(found.getString(i));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private List<Path> parquet() throws IOException {
        try (Stream<Path> all = Files.walk(files)) {
            return all.filter(file -> file.toString().contains(".parquet")).toList();
        }
    }

    @Test
    void what_was_committed_is_found_with_every_column_as_it_was() throws IOException {
        flow("north", 0, "ä '\\ \0 \n\ud83d\ude00", 7);
        rows.begin(Kind.READINGS, "north", Plenty.MARCH + 123_456)
                .text("plc")
                .text("1")
                .text("40001")
                .text("pump_1_level")
                .text("modbus")
                .text("READ")
                .text("")
                .real(Double.NaN)
                .whole(3);
        commit();
        assertThat(ask("SELECT count(*) FROM flows")).containsExactly("0");
        assertThat(history.write()).isEqualTo(2);
        assertThat(ask("SELECT client, bytes_out, bytes_back, packets_out, packets_back, site, day FROM flows"))
                .containsExactly(
                        "ä '\\ \0 \n\ud83d\ude00 7 -1 9223372036854775807 -9223372036854775808 north 2026-03-01");
        assertThat(ask("SELECT epoch_us(time), tag, value, point FROM readings"))
                .containsExactly((Plenty.MARCH + 123_456) + " pump_1_level NaN 40001");
        assertThat(ask("SELECT count(*) FROM operations")).containsExactly("0");
        assertThat(ask("SELECT count(*) FROM findings WHERE day = ?", "2026-03-01"))
                .containsExactly("0");
        assertThat(history.write()).isZero();
        assertThat(store.look(v -> v.lines(Rows.LOG, 0, 10)).isEmpty()).isTrue();
    }

    @Test
    void files_lie_by_kind_site_and_day_also_for_hostile_names_and_times() throws IOException {
        List<String> sites = List.of("north", "007", "../../etc", "a/b", "a=b'\"%", "中");
        for (String site : sites) {
            flow(site, 0, "a", 1);
            flow(site, 1, "a", 1);
        }
        flow("north", 100_000_000, "late", 1); // after the year 9999
        flow("north", -1_000_000, "early", 1); // before 1970
        commit();
        history.write();
        assertThat(ask("SELECT DISTINCT site FROM flows")).containsExactlyInAnyOrderElementsOf(sites);
        assertThat(ask("SELECT client FROM flows WHERE day IN ('1970-01-01', '9999-12-31') ORDER BY time"))
                .containsExactly("early", "late");
        assertThat(parquet())
                .hasSize(14)
                .allMatch(file -> files.relativize(file)
                        .toString()
                        .matches("flows/site=[A-Za-z0-9_%-]+/day=\\d{4}-\\d\\d-\\d\\d/\\d+\\.parquet"));
        assertThat(ask("SELECT count(*) FROM flows WHERE site = ? AND day = '2026-03-02'", "../../etc"))
                .containsExactly("1");
    }

    @Test
    void a_change_that_throws_leaves_no_rows_and_they_can_be_committed_again() throws IOException {
        flow("north", 0, "a", 1);
        assertThatThrownBy(() -> store.change(change -> {
                    rows.appendTo(change);
                    throw new IOException("no");
                }))
                .hasMessage("no");
        assertThat(history.write()).isZero();
        flow("north", 0, "b", 1);
        commit();
        assertThat(history.write()).isEqualTo(2);
        assertThat(ask("SELECT client FROM flows ORDER BY 1")).containsExactly("a", "b");
    }

    @Test
    void rows_are_whole_or_refused_and_long_texts_are_cut() throws IOException {
        assertThatThrownBy(() -> rows.begin(Kind.FLOWS, "", 0)).hasMessageContaining("name of a site");
        assertThatThrownBy(() -> rows.begin(Kind.FLOWS, "ä".repeat(31), 0)).hasMessageContaining("name of a site");
        assertThatThrownBy(() -> rows.begin(Kind.FLOWS, "north", 0).whole(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> rows.begin(Kind.FLOWS, "north", 0)).hasMessageContaining("ends before column");
        rows.clear();
        flow("north", 0, "ä".repeat(10_000), 1);
        commit();
        history.write();
        assertThat(ask("SELECT client FROM flows")).containsExactly("ä".repeat(4096));
    }

    @Test
    void small_files_of_a_day_become_one_and_no_row_is_lost() throws IOException {
        for (int i = 0; i < 20; i++) {
            flow("north", 0, "c" + i, i);
            flow("north", i % 2, "d" + i, i);
            commit();
            history.write();
        }
        assertThat(parquet()).hasSize(30);
        List<String> before = ask("SELECT client, day, bytes_out, time FROM flows ORDER BY client");
        assertThat(history.compact()).isEqualTo(19 + 9);
        assertThat(parquet()).hasSize(2);
        assertThat(ask("SELECT client, day, bytes_out, time FROM flows ORDER BY client"))
                .isEqualTo(before)
                .hasSize(40);
        assertThat(history.compact()).isZero();
        reopen();
        assertThat(ask("SELECT count(*) FROM flows")).containsExactly("40");
    }

    @Test
    void a_query_that_runs_keeps_the_files_it_reads() throws Exception {
        for (int i = 0; i < 10; i++) {
            flow("north", 0, "c" + i, i);
            commit();
            history.write();
        }
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch compacted = new CountDownLatch(1);
        List<List<String>> seen = new ArrayList<>();
        Thread query = Thread.ofPlatform().start(() -> {
            try {
                seen.add(history.ask("SELECT client FROM flows", List.of(), found -> {
                    reading.countDown();
                    try {
                        compacted.await();
                    } catch (InterruptedException e) {
                        throw new SQLException(e);
                    }
                    return lines(found);
                }));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        reading.await();
        history.compact();
        history.retain(LocalDate.of(2027, 1, 1), 1, Long.MAX_VALUE);
        assertThat(parquet()).hasSize(11);
        compacted.countDown();
        query.join();
        assertThat(seen.getFirst()).hasSize(10);
        assertThat(parquet()).isEmpty();
    }

    @Test
    void old_days_go_first_by_age_and_by_size() throws IOException {
        for (int day = 0; day < 10; day++) {
            flow("north", day, "x", day);
            flow("south", day, "x", day);
        }
        commit();
        history.write();
        long each = history.octets() / 20;
        assertThat(history.retain(LocalDate.of(2026, 3, 10), 6, Long.MAX_VALUE)).isPositive();
        assertThat(ask("SELECT min(day), count(*) FROM flows")).containsExactly("2026-03-04 14");
        history.retain(LocalDate.of(2026, 3, 10), 6, each * 6 + each / 2);
        assertThat(ask("SELECT min(day), count(*) FROM flows")).containsExactly("2026-03-08 6");
        assertThat(history.octets()).isLessThanOrEqualTo(each * 6 + each / 2);
        assertThat(history.retain(LocalDate.of(2026, 3, 10), 6, Long.MAX_VALUE)).isZero();
        assertThat(parquet()).hasSize(6);
    }

    @Test
    void what_is_not_registered_is_removed_at_start_and_what_is_missing_is_told() throws IOException {
        flow("north", 0, "a", 1);
        flow("north", 1, "b", 1);
        commit();
        history.write();
        List<Path> whole = parquet();
        Path stray = Files.copy(whole.getFirst(), whole.getFirst().resolveSibling("999.parquet"));
        Path part = Files.writeString(whole.getFirst().resolveSibling("1000.parquet.part"), "cut");
        assertThat(ask("SELECT count(*) FROM flows")).containsExactly("2");
        Files.delete(whole.stream()
                .filter(file -> file.toString().contains("day=2026-03-02"))
                .findFirst()
                .orElseThrow());
        reopen();
        assertThat(stray).doesNotExist();
        assertThat(part).doesNotExist();
        assertThat(history.lost()).singleElement().asString().contains("day=2026-03-02");
        assertThat(ask("SELECT client FROM flows")).containsExactly("a");
        reopen();
        assertThat(history.lost()).isEmpty();
    }

    @Test
    void values_are_never_sql_and_the_engine_reads_no_other_file() throws IOException {
        flow("north", 0, "a", 1);
        commit();
        history.write();
        assertThat(ask("SELECT count(*) FROM flows WHERE client = ?", "a' OR 1=1 --"))
                .containsExactly("0");
        Path other = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        for (String sql : List.of(
                "SELECT * FROM read_csv('" + other + "')",
                "COPY (SELECT 1) TO '" + folder.resolve("out.csv") + "'",
                "SET enable_external_access = true",
                "INSTALL httpfs")) {
            assertThatThrownBy(() -> ask(sql)).as(sql).isInstanceOf(IOException.class);
        }
    }

    @Test
    void one_process_at_a_time_has_it_open() {
        assertThatThrownBy(() -> History.open(store, files)).hasMessageContaining("is in use");
    }

    @Test
    void a_backup_under_load_holds_each_row_once() throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        Thread load = Thread.ofPlatform().start(() -> {
            try {
                for (int i = 0; going.get(); i++) {
                    flow("north", i % 2, "c", i);
                    commit();
                    if (i % 10 == 9) {
                        history.write();
                        history.compact();
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        while (history.octets() == 0) {
            Thread.onSpinWait();
        }
        Path target = folder.resolve("backup");
        history.backup(target);
        going.set(false);
        load.join();
        String where = folder.resolve("restored.db").toString();
        Stores.restore(target.resolve("weir.backup"), where, Map.of());
        try (Store restored = Stores.open(where);
                History again = History.open(restored, target.resolve("history"))) {
            assertThat(again.lost()).isEmpty();
            again.write();
            again.ask("SELECT count(*), count(DISTINCT bytes_out), max(bytes_out) + 1 FROM flows", List.of(), found -> {
                List<String> counts = List.of(lines(found).getFirst().split(" "));
                assertThat(counts.getFirst()).isNotEqualTo("0");
                return assertThat(counts).containsOnly(counts.getFirst());
            });
        }
    }

    @Test
    void a_full_disk_leaves_the_rows_where_they_are_until_there_is_room() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small.toString()),
                "no file system can be mounted here");
        try (History full = History.open(store, small.resolve("other"))) {
            Path filler = Files.write(small.resolve("filler"), new byte[2800 << 10]);
            Random random = new Random(2);
            for (int i = 0; i < 30_000; i++) {
                flow("north", 0, Long.toHexString(random.nextLong()) + random.nextLong(), random.nextLong());
            }
            commit();
            assertThatThrownBy(full::write).isInstanceOf(StoreFull.class);
            assertThat(store.look(v -> v.lines(Rows.LOG, 0, 10)).isEmpty()).isFalse();
            try (Stream<Path> all = Files.walk(small)) {
                assertThat(all.filter(file -> file.toString().contains("parquet")))
                        .isEmpty();
            }
            Files.delete(filler);
            assertThat(full.write()).isEqualTo(30_000);
        } finally {
            run("umount", "-l", small.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
