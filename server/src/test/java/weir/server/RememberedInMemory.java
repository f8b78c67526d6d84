// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import weir.store.Change;
import weir.store.Kept;
import weir.store.Line;
import weir.store.Store;

/** A store of tests: all of it in memory, copied for each change. */
public final class RememberedInMemory implements Store {

    private Content content = new Content();

    @Override
    public synchronized <T> T look(Work<weir.store.View, T> work) throws IOException {
        return work.with(content);
    }

    @Override
    public synchronized <T> T change(Work<Change, T> work) throws IOException {
        Content changed = content.copy();
        T result = work.with(changed);
        content = changed;
        return result;
    }

    /** Rewrites a line behind the back of everybody. */
    public synchronized void tamper(String log, long number, String body) {
        Objects.requireNonNull(content.logs.get(log)).put(number, body);
    }

    /** Drops the last lines behind the back of everybody. */
    public synchronized void cut(String log, long after) {
        Objects.requireNonNull(content.logs.get(log)).tailMap(after, false).clear();
    }

    @Override
    public void backup(java.nio.file.Path file) {
        throw new UnsupportedOperationException("nothing of this outlives the test");
    }

    @Override
    public void close() {}

    private static final class Content implements Change {
        private final Map<String, TreeMap<String, Kept>> shelves = new HashMap<>();
        private final Map<String, TreeMap<Long, String>> logs = new HashMap<>();
        private final Map<String, Long> ends = new HashMap<>();
        private final Map<String, byte[]> snapshots = new HashMap<>();

        Content copy() {
            Content copy = new Content();
            shelves.forEach((name, shelf) -> copy.shelves.put(name, new TreeMap<>(shelf)));
            logs.forEach((name, log) -> copy.logs.put(name, new TreeMap<>(log)));
            copy.ends.putAll(ends);
            copy.snapshots.putAll(snapshots);
            return copy;
        }

        private TreeMap<String, Kept> shelf(String name) {
            return shelves.computeIfAbsent(name, n -> new TreeMap<>());
        }

        @Override
        public Optional<Kept> get(String shelf, String id) {
            return Optional.ofNullable(shelf(shelf).get(id));
        }

        @Override
        public List<Kept> page(String shelf, String after, int most) {
            return shelf(shelf).tailMap(after, false).values().stream()
                    .limit(most)
                    .toList();
        }

        @Override
        public long count(String shelf) {
            return shelf(shelf).size();
        }

        @Override
        public Optional<InputStream> snapshot(String name) {
            return Optional.ofNullable(snapshots.get(name)).map(ByteArrayInputStream::new);
        }

        @Override
        public List<Line> lines(String log, long after, int most) {
            List<Line> lines = new ArrayList<>();
            for (Map.Entry<Long, String> line : logs.getOrDefault(log, new TreeMap<>())
                    .tailMap(after, false)
                    .entrySet()) {
                if (lines.size() < most) {
                    lines.add(new Line(line.getKey(), line.getValue()));
                }
            }
            return lines;
        }

        @Override
        public Optional<Line> last(String log) {
            return Optional.ofNullable(logs.getOrDefault(log, new TreeMap<>()).lastEntry())
                    .map(last -> new Line(last.getKey(), last.getValue()));
        }

        @Override
        public Kept put(String shelf, String id, String body) {
            long version = get(shelf, id).map(Kept::version).orElse(0L) + 1;
            Kept kept = new Kept(id, version, body);
            shelf(shelf).put(id, kept);
            return kept;
        }

        @Override
        public boolean putIf(String shelf, String id, long version, String body) {
            boolean same = get(shelf, id).map(Kept::version).orElse(0L) == version;
            if (same) {
                put(shelf, id, body);
            }
            return same;
        }

        @Override
        public boolean remove(String shelf, String id) {
            return shelf(shelf).remove(id) != null;
        }

        @Override
        public void snapshot(String name, InputStream in) throws IOException {
            snapshots.put(name, in.readAllBytes());
        }

        @Override
        public Line append(String log, String body) {
            long number = ends.merge(log, 1L, Long::sum);
            logs.computeIfAbsent(log, n -> new TreeMap<>()).put(number, body);
            return new Line(number, body);
        }

        @Override
        public void forget(String log, long upTo) {
            logs.getOrDefault(log, new TreeMap<>()).headMap(upTo, true).clear();
        }
    }
}
