// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.store.Kept;
import weir.store.Line;
import weir.store.Store;

/** What every store does, whatever it is made of. */
abstract class StoreContract {

    @TempDir
    Path folder;

    private final Ground ground;
    private String where;
    Store store;

    StoreContract(Ground ground) {
        this.ground = ground;
    }

    @BeforeEach
    void open() throws IOException {
        where = ground.fresh(folder);
        store = Ground.open(where);
    }

    @AfterEach
    void close() throws IOException {
        if (store != null) {
            store.close();
        }
    }

    private void reopen() throws IOException {
        store.close();
        store = Ground.open(where);
    }

    @Test
    void what_is_kept_is_found_again_also_after_a_restart() throws IOException {
        assertThat(Once.put(store, "account", "ann", "{}")).isEqualTo(new Kept("ann", 1, "{}"));
        assertThat(Once.get(store, "account", "ann")).contains(new Kept("ann", 1, "{}"));
        reopen();
        assertThat(Once.get(store, "account", "ann")).contains(new Kept("ann", 1, "{}"));
        assertThat(Once.get(store, "account", "bob")).isEmpty();
        assertThat(Once.get(store, "note", "ann")).isEmpty();
    }

    @Test
    void each_change_makes_the_version_one_more() throws IOException {
        for (int version = 1; version <= 5; version++) {
            String body = "b" + version;
            assertThat(Once.put(store, "note", "x", body).version()).isEqualTo(version);
        }
        assertThat(Once.remove(store, "note", "x")).isTrue();
        assertThat(Once.remove(store, "note", "x")).isFalse();
        assertThat(Once.put(store, "note", "x", "again").version()).isEqualTo(1);
    }

    @Test
    void a_conditional_put_asks_for_the_version_that_is_there() throws IOException {
        assertThat(Once.putIf(store, "note", "x", 1, "a")).isFalse();
        assertThat(Once.putIf(store, "note", "x", 0, "a")).isTrue();
        assertThat(Once.putIf(store, "note", "x", 0, "b")).isFalse();
        assertThat(Once.putIf(store, "note", "x", 1, "b")).isTrue();
        assertThat(Once.putIf(store, "note", "x", 1, "c")).isFalse();
        assertThat(Once.get(store, "note", "x")).contains(new Kept("x", 2, "b"));
    }

    @Test
    void pages_follow_the_octets_of_the_ids_and_meet_a_model() throws IOException {
        TreeMap<byte[], String> model = new TreeMap<>(Arrays::compareUnsigned);
        Random random = new Random(7);
        List<String> letters =
                List.of("a", "B", "b", "z", "_", "-", " ", "%", "ä", "ß", "\u4e2d", "\ud83d\ude00", "\uffee");
        for (int i = 0; i < 400; i++) {
            StringBuilder id = new StringBuilder();
            for (int length = 1 + random.nextInt(4); length > 0; length--) {
                id.append(letters.get(random.nextInt(letters.size())));
            }
            model.put(id.toString().getBytes(StandardCharsets.UTF_8), id.toString());
        }
        store.change(c -> {
            for (String id : model.values()) {
                c.put("asset", id, "body of " + id);
            }
            return c.put("asset_other", "elsewhere", "");
        });
        List<String> seen = new ArrayList<>();
        store.look(v -> {
            String after = "";
            for (List<Kept> page = v.page("asset", after, 7); !page.isEmpty(); page = v.page("asset", after, 7)) {
                assertThat(page)
                        .hasSizeLessThanOrEqualTo(7)
                        .allMatch(k -> k.body().equals("body of " + k.id()));
                page.forEach(kept -> seen.add(kept.id()));
                after = page.getLast().id();
            }
            return assertThat(v.count("asset")).isEqualTo(model.size());
        });
        assertThat(seen).containsExactlyElementsOf(model.values());
    }

    @Test
    void a_change_sees_what_it_changed() throws IOException {
        store.change(c -> {
            c.put("note", "x", "1");
            c.append("audit", "one");
            c.snapshot("state", new ByteArrayInputStream(new byte[] {1, 2}));
            assertThat(c.get("note", "x")).isPresent();
            assertThat(c.last("audit")).contains(new Line(1, "one"));
            assertThat(c.count("note")).isEqualTo(1);
            return assertThat(c.snapshot("state").orElseThrow()).hasBinaryContent(new byte[] {1, 2});
        });
    }

    @Test
    void what_throws_changes_nothing() throws IOException {
        Once.put(store, "note", "x", "before");
        Once.append(store, "audit", "before");
        store.change(c -> {
            c.snapshot("state", new ByteArrayInputStream(new byte[3 << 20]));
            return "";
        });
        List<Throwable> thrown =
                List.of(new IOException("one"), new IllegalStateException("two"), new AssertionError("three"));
        for (Throwable why : thrown) {
            assertThatThrownBy(() -> store.change(c -> {
                        c.put("note", "x", "after");
                        c.put("note", "y", "after");
                        c.append("audit", "after");
                        c.append("new", "after");
                        c.forget("audit", 1);
                        c.snapshot("state", new ByteArrayInputStream(new byte[] {9}));
                        return sneak(why);
                    }))
                    .isSameAs(why);
        }
        store.look(v -> {
            assertThat(v.page("note", "", 10)).containsExactly(new Kept("x", 1, "before"));
            assertThat(v.lines("audit", 0, 10)).containsExactly(new Line(1, "before"));
            assertThat(v.last("new")).isEmpty();
            return assertThat(v.snapshot("state").orElseThrow().readAllBytes()).isEqualTo(new byte[3 << 20]);
        });
        assertThat(Once.append(store, "audit", "next").number()).isEqualTo(2);
    }

    private static String sneak(Throwable why) throws IOException {
        switch (why) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new AssertionError(why);
        }
    }

    @Test
    void a_snapshot_cut_short_by_its_source_is_not_kept_even_where_the_work_goes_on() throws IOException {
        InputStream breaking = new InputStream() {
            private int left = 3 << 20;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("the source broke");
                }
                return 1;
            }

            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                if (most > 0) {
                    into[at] = (byte) read();
                }
                return Math.min(most, 1);
            }
        };
        assertThatThrownBy(() -> store.change(c -> {
                    try {
                        c.snapshot("state", breaking);
                    } catch (IOException e) {
                        // and goes on
                    }
                    return c.put("note", "x", "");
                }))
                .isInstanceOf(IOException.class);
        assertThat(Once.holds(store, "state")).isFalse();
        assertThat(Once.get(store, "note", "x")).isEmpty();
    }

    @Test
    void snapshots_of_64_mib_are_streamed_and_replaced_whole() throws IOException {
        for (long length : new long[] {64 << 20, 5, 0, (3 << 20) + 1}) {
            store.change(c -> {
                c.snapshot("state", Pattern.of(length));
                return "";
            });
            long read = store.look(v -> Pattern.length(v.snapshot("state").orElseThrow()));
            assertThat(read).isEqualTo(length);
        }
        assertThat(Once.holds(store, "other")).isFalse();
        InputStream over = store.look(v -> v.snapshot("state").orElseThrow());
        assertThatThrownBy(over::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("over");
    }

    @Test
    void numbers_of_lines_have_no_gaps_over_forgetting_and_restarts() throws IOException {
        for (int i = 1; i <= 10; i++) {
            String body = "line " + i;
            Once.append(store, "audit", body);
        }
        store.change(c -> {
            c.forget("audit", 7);
            return "";
        });
        assertThat(Once.lines(store, "audit", 0, 2)).containsExactly(new Line(8, "line 8"), new Line(9, "line 9"));
        store.change(c -> {
            c.forget("audit", 10);
            return "";
        });
        assertThat(Once.last(store, "audit")).isEmpty();
        reopen();
        assertThat(Once.append(store, "audit", "eleven")).isEqualTo(new Line(11, "eleven"));
        assertThat(Once.append(store, "other", "one")).isEqualTo(new Line(1, "one"));
        assertThat(Once.lines(store, "audit", 3, 10).stream().map(Line::number)).containsExactly(11L);
    }

    @Test
    void any_character_is_kept_and_what_breaks_a_bound_is_refused_by_name() throws IOException {
        String longest = "\ud83d\ude00".repeat(200);
        List<String> hostile =
                List.of("\0", "a\0b", "' OR 1=1; DROP TABLE kept; --", "%", "\\", "\n", "\u202e", "\uffff", longest);
        store.change(c -> {
            for (String id : hostile) {
                c.put("note", id, id + "\0\u2028");
            }
            return c.put("note", "largest", "x".repeat(1 << 20));
        });
        for (String id : hostile) {
            assertThat(Once.get(store, "note", id)).contains(new Kept(id, 1, id + "\0\u2028"));
        }
        assertThat(Once.get(store, "note", "largest").orElseThrow().body()).hasSize(1 << 20);
        assertThat(Once.put(store, "note", "empty", "").body()).isEmpty();
        assertThat(Once.get(store, "note", "empty")).contains(new Kept("empty", 1, ""));

        refused("an id is of 1 to 200", v -> v.put("note", "", "x"));
        refused("an id is of 1 to 200", v -> v.put("note", longest + "x", "x"));
        refused("half of a pair", v -> v.put("note", "\ud83d", "x"));
        refused("half of a pair", v -> v.append("audit", "\ude00"));
        refused("a body is of at most 1048576", v -> v.put("note", "x", "x".repeat((1 << 20) + 1)));
        refused("a body is of at most 1048576", v -> v.append("audit", "ä".repeat((1 << 19) + 1)));
        refused("a name of a shelf", v -> v.put("Note", "x", "x"));
        refused("a name of a shelf", v -> v.put("", "x", "x"));
        refused("a name of a log", v -> v.append("a".repeat(41), "x"));
        refused("a name of a snapshot", v -> v.snapshot("state; --"));
        refused("a page is of 1 to 10000", v -> v.page("note", "", 0));
        refused("a page is of 1 to 10000", v -> v.lines("audit", 0, 10_001));
        refused("a number is 0 or more", v -> v.lines("audit", -1, 1));
        refused("a version is 0 or more", v -> v.putIf("note", "x", -1, ""));
        assertThat(Once.count(store, "note")).isEqualTo(hostile.size() + 2);
    }

    private void refused(String name, Store.Work<weir.store.Change, Object> work) {
        assertThatThrownBy(() -> store.change(work))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void a_page_of_large_bodies_ends_early_and_none_is_left_out() throws IOException {
        String body = "x".repeat(1 << 20);
        for (int i = 0; i < 40; i++) {
            Once.append(store, "large", body);
        }
        List<Long> numbers = new ArrayList<>();
        store.look(v -> {
            long after = 0;
            for (List<Line> page = v.lines("large", after, 10_000);
                    !page.isEmpty();
                    page = v.lines("large", after, 10_000)) {
                assertThat(page).hasSizeLessThanOrEqualTo(16);
                page.forEach(line -> numbers.add(line.number()));
                after = page.getLast().number();
            }
            return "";
        });
        assertThat(numbers)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void a_work_is_of_one_thread_and_ends_with_its_return() throws IOException {
        var late = store.look(v -> v);
        assertThatThrownBy(() -> late.count("note")).isInstanceOf(IOException.class);
        var lateChange = store.change(c -> c);
        assertThatThrownBy(() -> lateChange.put("note", "x", "")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.change(c -> store.change(inner -> "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("within a change");
        assertThatThrownBy(() -> store.change(c -> {
                    store.close();
                    return "";
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
