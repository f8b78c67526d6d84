// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weir.store.Kept;
import weir.store.Line;
import weir.store.Store;

/** What every store does for many at once. */
@Timeout(120)
abstract class StoreTogetherContract {

    private static final int THREADS = 16;

    @TempDir
    Path folder;

    private final Ground ground;
    private String where;
    private Store store;

    StoreTogetherContract(Ground ground) {
        this.ground = ground;
    }

    @BeforeEach
    void open() throws IOException {
        where = ground.fresh(folder);
        store = Ground.open(where);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(executor.submit(work));
            }
            List<T> all = new ArrayList<>();
            for (Future<T> result : results) {
                all.add(result.get());
            }
            return all;
        }
    }

    @Test
    void of_those_who_race_for_a_version_one_wins_each_time() throws Exception {
        int rounds = 20;
        List<Integer> won = together(THREADS, () -> {
            int wins = 0;
            for (long version = 0; version < rounds; version++) {
                long expected = version;
                wins += Once.putIf(store, "note", "x", expected, "v" + expected) ? 1 : 0;
                while (Once.get(store, "note", "x").map(Kept::version).orElse(0L) <= expected) {
                    Thread.onSpinWait();
                }
            }
            return wins;
        });
        assertThat(won.stream().mapToInt(Integer::intValue).sum()).isEqualTo(rounds);
        assertThat(Once.get(store, "note", "x")).contains(new Kept("x", rounds, "v" + (rounds - 1)));
    }

    @Test
    void none_of_many_additions_is_lost() throws Exception {
        together(THREADS, () -> {
            for (int i = 0; i < 50; i++) {
                store.change(c -> {
                    int sum = c.get("sum", "x")
                            .map(k -> Integer.parseInt(k.body()))
                            .orElse(0);
                    c.append("audit", "to " + (sum + 1));
                    return c.put("sum", "x", Integer.toString(sum + 1));
                });
            }
            return "";
        });
        assertThat(Once.get(store, "sum", "x")).contains(new Kept("x", 800, "800"));
        assertThat(Once.lines(store, "audit", 0, 10_000))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 800)
                        .mapToObj(n -> new Line(n, "to " + n))
                        .toList());
    }

    @Test
    void one_that_throws_takes_no_other_along() throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Integer> kept = together(THREADS, () -> {
            int done = 0;
            for (int i = 0; i < 50; i++) {
                int number = next.incrementAndGet();
                try {
                    store.change(c -> {
                        c.put("note", "n" + number, "");
                        c.append("audit", "n" + number);
                        if (number % 3 == 0) {
                            throw new IOException("no");
                        }
                        return "";
                    });
                    done++;
                } catch (IOException e) {
                    assertThat(e).hasMessage("no");
                }
            }
            return done;
        });
        int done = kept.stream().mapToInt(Integer::intValue).sum();
        assertThat(done).isEqualTo(800 - 800 / 3);
        assertThat(Once.count(store, "note")).isEqualTo(done);
        assertThat(Once.lines(store, "audit", 0, 10_000).stream().map(Line::number))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, done).boxed().toList());
        assertThat(Once.lines(store, "audit", 0, 10_000))
                .noneMatch(line -> Integer.parseInt(line.body().substring(1)) % 3 == 0);
    }

    @Test
    void a_look_sees_one_moment_while_changes_go_on() throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        Once.put(store, "pair", "a", "0");
        Once.put(store, "pair", "b", "0");
        Thread changes = Thread.ofVirtual().start(() -> {
            for (int i = 1; going.get(); i++) {
                String body = Integer.toString(i);
                try {
                    store.change(c -> {
                        c.put("pair", "a", body);
                        c.append("audit", body);
                        return c.put("pair", "b", body);
                    });
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        });
        List<Integer> looks = together(8, () -> {
            int later = 0;
            for (int i = 0; i < 50; i++) {
                later += store.look(v -> {
                    String a = v.get("pair", "a").orElseThrow().body();
                    LockSupport.parkNanos(1_000_000);
                    assertThat(v.get("pair", "b").orElseThrow().body()).isEqualTo(a);
                    assertThat(v.last("audit").map(Line::body).orElse("0")).isEqualTo(a);
                    return Integer.parseInt(a) > 0 ? 1 : 0;
                });
            }
            return later;
        });
        going.set(false);
        changes.join();
        assertThat(looks.stream().mapToInt(Integer::intValue).sum()).isPositive();
    }

    @Test
    void what_is_acknowledged_is_seen_by_the_next_look() throws Exception {
        together(8, () -> {
            for (int i = 0; i < 30; i++) {
                long number = Once.append(store, "audit", "x").number();
                assertThat(Once.last(store, "audit").orElseThrow().number()).isGreaterThanOrEqualTo(number);
            }
            return "";
        });
    }

    @Test
    void closing_ends_what_was_asked_for_and_refuses_the_rest() throws Exception {
        CountDownLatch busy = new CountDownLatch(THREADS);
        Thread closing = Thread.ofPlatform().start(() -> {
            try {
                busy.await();
                store.close();
                store.close();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        List<Integer> acknowledged = together(THREADS, () -> {
            int done = 0;
            while (true) {
                try {
                    Once.append(store, "audit", "x");
                    Once.last(store, "audit");
                    if (done++ == 3) {
                        busy.countDown();
                    }
                } catch (IOException e) {
                    assertThat(e).hasMessageContaining("is closed");
                    return done;
                }
            }
        });
        closing.join();
        int looksThatCameTooLate = THREADS;
        try (Store again = Ground.open(where)) {
            int sum = acknowledged.stream().mapToInt(Integer::intValue).sum();
            assertThat(Once.last(again, "audit").orElseThrow().number())
                    .isBetween((long) sum, (long) sum + looksThatCameTooLate);
        }
        assertThatThrownBy(() -> store.look(v -> "")).hasMessageContaining("is closed");
        assertThatThrownBy(() -> store.change(c -> "")).hasMessageContaining("is closed");
    }

    @Test
    void two_that_have_it_open_change_it_one_after_another() throws Exception {
        try (Store other = Ground.open(where)) {
            AtomicInteger turn = new AtomicInteger();
            together(8, () -> {
                Store mine = turn.getAndIncrement() % 2 == 0 ? store : other;
                for (int i = 0; i < 20; i++) {
                    mine.change(c -> {
                        int sum = c.get("sum", "x")
                                .map(k -> Integer.parseInt(k.body()))
                                .orElse(0);
                        c.append("audit", "");
                        return c.put("sum", "x", Integer.toString(sum + 1));
                    });
                }
                return "";
            });
            assertThat(Once.get(other, "sum", "x").orElseThrow().body()).isEqualTo("160");
            assertThat(Once.last(store, "audit").orElseThrow().number()).isEqualTo(160);
        }
    }
}
