// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.store.Kept;
import weir.store.Line;
import weir.store.Store;

/** Backups taken while the store is changed, and what is restored of them into either kind. */
class BackupTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"SQLITE,SQLITE", "SQLITE,POSTGRES", "POSTGRES,SQLITE", "POSTGRES,POSTGRES"})
    void a_backup_under_load_is_of_one_moment_and_is_restored_into_either_kind(Ground from, Ground to)
            throws Exception {
        Path backup = folder.resolve("weir.backup");
        long before;
        long after;
        try (Store store = Ground.open(from.fresh(folder))) {
            fill(store);
            AtomicBoolean going = new AtomicBoolean(true);
            Thread load = Thread.ofPlatform().start(() -> load(store, going));
            while (Once.count(store, "position") == 0) {
                Thread.onSpinWait();
            }
            before = Once.last(store, "audit").orElseThrow().number();
            store.backup(backup);
            after = Once.last(store, "audit").orElseThrow().number();
            going.set(false);
            load.join();
        }
        String where = to.fresh(folder);
        Stores.restore(backup, where, Ground.ENVIRONMENT);
        try (Store restored = Ground.open(where)) {
            assertThat(Once.last(restored, "audit").orElseThrow().number()).isBetween(before, after);
            new KillTest.Counted().check(restored, new HashMap<>());
            holdsWhatWasFilled(restored);
        }
        assertThatThrownBy(() -> Stores.restore(backup, where, Ground.ENVIRONMENT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not empty: restore into a new one");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    private static void load(Store store, AtomicBoolean going) {
        try {
            while (going.get()) {
                KilledWorker.next(store, "t1");
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void fill(Store store) throws IOException {
        for (int i = 0; i < 300; i++) {
            String id = "id \0 " + i;
            Once.put(store, "note", id, "body ä " + i);
        }
        store.change(c -> {
            c.snapshot("large", Pattern.of(5 << 20));
            c.snapshot("empty", new ByteArrayInputStream(new byte[0]));
            for (int i = 0; i < 5; i++) {
                c.append("other", "line");
            }
            c.forget("other", 5);
            return c.put("note", "id \0 7", "twice");
        });
    }

    private static void holdsWhatWasFilled(Store store) throws IOException {
        assertThat(Once.count(store, "note")).isEqualTo(300);
        assertThat(Once.get(store, "note", "id \0 7")).contains(new Kept("id \0 7", 2, "twice"));
        assertThat(Once.get(store, "note", "id \0 8")).contains(new Kept("id \0 8", 1, "body ä 8"));
        long large = store.look(v -> Pattern.length(v.snapshot("large").orElseThrow()));
        assertThat(large).isEqualTo(5 << 20);
        byte[] empty = store.look(v -> v.snapshot("empty").orElseThrow().readAllBytes());
        assertThat(empty).isEmpty();
        assertThat(Once.append(store, "other", "six")).isEqualTo(new Line(6, "six"));
    }

    @Test
    void a_damaged_or_cut_backup_is_refused_and_leaves_nothing() throws Exception {
        Path backup = folder.resolve("weir.backup");
        try (Store store = Ground.open(Ground.SQLITE.fresh(folder))) {
            Once.put(store, "note", "x", "y".repeat(1000));
            store.backup(backup);
            assertThatThrownBy(() -> store.backup(backup)).isInstanceOf(FileAlreadyExistsException.class);
        }
        byte[] whole = Files.readAllBytes(backup);
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            if (i % 2 == 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            } else {
                damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            String where = Ground.SQLITE.fresh(folder);
            assertThatThrownBy(() -> Stores.restore(file, where, Ground.ENVIRONMENT))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("(?s).*(is damaged or cut short|is no backup that this Weir reads).*");
            assertThat(Path.of(where)).doesNotExist();
        }
    }

    @Test
    void a_password_is_never_in_an_address_nor_shown() throws Exception {
        String secret = "s3cret";
        for (String where : List.of(
                "postgresql://weir:" + secret + "@localhost/weir",
                "postgresql://weir:" + secret + "@local host/weir",
                "postgresql://weir@localhost:1/weir?password=" + secret,
                "postgresql://weir@localhost/")) {
            assertThatThrownBy(() -> Ground.open(where))
                    .isInstanceOf(IOException.class)
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(secret));
        }
        Path file = Files.writeString(folder.resolve("password"), secret);
        String where = "postgresql://weir@localhost:1/weir?passwordfile=" + file;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Ground.open(where)).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> Ground.open(where))
                .hasMessageContaining("the store at postgresql://localhost:1/weir does not open")
                .satisfies(e -> assertThat(e.toString()).doesNotContain(secret));
    }
}
