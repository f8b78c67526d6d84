// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weir.store.Store;

/** The server of the database killed with kill -9 under load; the store finds it again by itself. */
@Timeout(900)
class PostgresKillTest {

    private static final int KILLS = 2 * Integer.getInteger("weir.rounds", 1);

    @TempDir
    Path folder;

    @Test
    void a_killed_server_loses_nothing_that_was_acknowledged() throws Exception {
        Ground.server(); // skips where none starts
        Path data = folder.resolve("data");
        EmbeddedPostgres server = start(data, 0);
        int port = server.getPort();
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger failed = new AtomicInteger();
        AtomicBoolean going = new AtomicBoolean(true);
        Random random = new Random(43);
        try (Store store = Ground.open("postgresql://postgres@localhost:" + port + "/postgres")) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "t" + i;
                threads.add(Thread.ofPlatform().start(() -> count(store, name, acknowledged, failed, going)));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(300 + random.nextInt(700));
                kill(data);
                server.close();
                server = start(data, port);
            }
            int soFar = sum(acknowledged);
            while (sum(acknowledged) < soFar + 50) {
                Thread.sleep(20);
            }
            going.set(false);
            for (Thread thread : threads) {
                thread.join();
            }
            new KillTest.Counted().check(store, acknowledged);
        } finally {
            going.set(false);
            server.close();
        }
        System.err.println("server: " + KILLS + " kills, " + sum(acknowledged) + " changes, " + failed + " refused");
        assertThat(failed.get()).isPositive();
    }

    private static int sum(Map<String, Integer> acknowledged) {
        return acknowledged.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void count(
            Store store, String name, Map<String, Integer> acknowledged, AtomicInteger failed, AtomicBoolean going) {
        while (going.get()) {
            try {
                acknowledged.merge(name, KilledWorker.next(store, name), Math::max);
            } catch (IOException e) {
                failed.incrementAndGet();
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
        return port == 0 ? builder.start() : builder.setPort(port).start();
    }

    private static void kill(Path data) throws IOException, InterruptedException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        while (postmaster.isAlive() || children.stream().anyMatch(ProcessHandle::isAlive)) {
            Thread.sleep(5);
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }
}
