// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.store.Store;
import weir.store.StoreFull;

/** A disk without room. */
class FullDiskTest {

    private static final String BODY = "x".repeat(100_000);

    @TempDir
    Path folder;

    /** Appends until there is no room; how many were acknowledged. */
    private static int fill(Store store) throws IOException {
        int acknowledged = 0;
        while (acknowledged < 10_000) {
            try {
                Once.append(store, "audit", BODY);
                acknowledged++;
            } catch (StoreFull e) {
                assertThat(e).hasMessageContaining("nothing was changed; free space");
                return acknowledged;
            }
        }
        throw new AssertionError("it is never full");
    }

    private static void holds(Store store, int lines) throws IOException {
        assertThat(Once.last(store, "audit").orElseThrow().number()).isEqualTo(lines);
        assertThatThrownBy(() -> Once.append(store, "audit", BODY)).isInstanceOf(StoreFull.class);
        assertThat(Once.last(store, "audit").orElseThrow().number()).isEqualTo(lines);
    }

    @Test
    void a_full_file_refuses_changes_and_goes_on_when_lines_are_forgotten() throws Exception {
        Path file = folder.resolve("weir.db");
        int lines;
        try (Store store = SqlStore.open(new Sqlite(file, 1000), Migrations.all())) {
            lines = fill(store);
            holds(store, lines);
            int upTo = lines / 2;
            store.change(c -> {
                c.forget("audit", upTo);
                return "";
            });
            assertThat(Once.append(store, "audit", BODY).number()).isEqualTo(lines + 1);
        }
        sound(file);
    }

    private static void sound(Path file) throws Exception {
        try (Connection connection = new Sqlite(file, 0).reader();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(row.getString(1)).isEqualTo("ok");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private Path small(int mebibytes) throws IOException, InterruptedException {
        Path mount = Files.createDirectory(folder.resolve("small"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + mebibytes + "m", "tmpfs", mount.toString()),
                "no file system can be mounted here");
        return mount;
    }

    @Test
    void a_full_disk_refuses_changes_and_goes_on_when_there_is_room() throws Exception {
        Path mount = small(12);
        try {
            Path other = Files.write(mount.resolve("history"), new byte[4 << 20]);
            Path file = mount.resolve("weir.db");
            int lines;
            try (Store store = Ground.open(file.toString())) {
                lines = fill(store);
                holds(store, lines);
                Files.delete(other);
                assertThat(Once.append(store, "audit", BODY).number()).isEqualTo(lines + 1);
                lines += 1 + fill(store);
            }
            sound(file);
            try (Store store = Ground.open(file.toString())) {
                assertThat(Once.last(store, "audit").orElseThrow().number()).isBetween((long) lines, lines + 20L);
            }
        } finally {
            run("umount", "-l", mount.toString());
        }
    }

    @Test
    void a_full_postgresql_refuses_changes_and_goes_on_when_there_is_room() throws Exception {
        Ground.server();
        Path mount = small(24);
        try {
            Path other = Files.write(mount.resolve("other"), new byte[8 << 20]);
            Path space = Files.createDirectory(mount.resolve("space"));
            try (Connection connection = Ground.server().getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLESPACE small LOCATION '" + space + "'");
                statement.execute("CREATE DATABASE full_weir TABLESPACE small");
            }
            try (Store store = Ground.open(
                    "postgresql://postgres@localhost:" + Ground.server().getPort() + "/full_weir")) {
                int lines = fillWithNoise(store);
                assertThat(Once.last(store, "audit").orElseThrow().number()).isEqualTo(lines);
                Files.delete(other);
                assertThat(Once.append(store, "audit", BODY).number()).isEqualTo(lines + 1);
            }
            try (Connection connection = Ground.server().getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP DATABASE full_weir");
                statement.execute("DROP TABLESPACE small");
            }
        } finally {
            run("umount", "-l", mount.toString());
        }
    }

    /** PostgreSQL compresses what repeats. */
    private static int fillWithNoise(Store store) throws IOException {
        Random random = new Random(5);
        for (int acknowledged = 0; acknowledged < 10_000; acknowledged++) {
            StringBuilder noise = new StringBuilder(BODY.length());
            for (int i = 0; i < BODY.length(); i++) {
                noise.append((char) (' ' + random.nextInt(90)));
            }
            try {
                Once.append(store, "audit", noise.toString());
            } catch (StoreFull e) {
                return acknowledged;
            }
        }
        throw new AssertionError("it is never full");
    }
}
