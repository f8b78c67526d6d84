// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import weir.store.Line;
import weir.store.Store;
import weir.store.StoreFull;

/**
 * The history. Rows come into the store with {@link Rows#appendTo}; {@link #write} moves them from there to files, from
 * when on queries see them. A file counts once the store says so, in the same change that takes the rows out of the
 * store: a process that dies at any moment leaves each row once.
 */
public final class History implements AutoCloseable {

    private final Path root;
    private final Store store;
    private final Registry registry;
    private final Folder folder;
    private final Ownership ownership;
    private final Duck writing;
    private final Duck reading;
    private final List<String> lost;

    private History(Path root, Store store, Ownership ownership, Duck writing, Duck reading) throws IOException {
        this.root = root;
        this.store = store;
        this.ownership = ownership;
        this.writing = writing;
        this.reading = reading;
        registry = new Registry(store);
        folder = new Folder(root);
        lost = settle();
    }

    /** Opens the history of this store; one that is new where the folder is empty. Nobody else has it open then. */
    public static History open(Store store, Path folder) throws IOException {
        Path root = Files.createDirectories(folder).toRealPath();
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            Ownership ownership = Ownership.of(root);
            opened.push(ownership);
            Duck writing = Duck.open(root, 1);
            opened.push(writing);
            Duck reading = Duck.open(root, Runtime.getRuntime().availableProcessors());
            opened.push(reading);
            return new History(root, store, ownership, writing, reading);
        } catch (IOException | RuntimeException e) {
            closeAll(opened, e);
            throw e;
        }
    }

    private static void closeAll(Deque<AutoCloseable> opened, Exception why) {
        for (AutoCloseable one : opened) {
            try {
                one.close();
            } catch (Exception e) {
                why.addSuppressed(e);
            }
        }
    }

    /** Makes the folder what the store says; the files that somebody has taken away. */
    private List<String> settle() throws IOException {
        Set<String> registered = new HashSet<>();
        List<Registry.Entry> gone = new ArrayList<>();
        for (Registry.Entry entry : registry.entries()) {
            if (Files.isRegularFile(folder.path(entry.path()))) {
                registered.add(entry.path());
            } else {
                gone.add(entry);
            }
        }
        folder.deleteAllBut(registered);
        if (!gone.isEmpty()) {
            store.change(change -> {
                Registry.remove(change, gone);
                return gone;
            });
        }
        return gone.stream().map(Registry.Entry::path).toList();
    }

    /** Files that were gone when it was opened, and with them their rows. */
    public List<String> lost() {
        return lost;
    }

    /** Writes the rows that wait in the store by now to files; how many they were. */
    public synchronized long write() throws IOException {
        Optional<Line> last = store.look(view -> view.last(Rows.LOG));
        long written = 0;
        while (last.isPresent() && waits(last.get().number())) {
            written += round(last.get().number());
        }
        return written;
    }

    private boolean waits(long upTo) throws IOException {
        List<Line> first = store.look(view -> view.lines(Rows.LOG, 0, 1));
        return !first.isEmpty() && first.getFirst().number() <= upTo;
    }

    private long round(long last) throws IOException {
        List<Registry.Entry> files = new ArrayList<>();
        boolean registered = false;
        try (Round round = new Round(writing.connection())) {
            long upTo = round.stage(store, last);
            round.write(folder, registry.number(), files);
            store.change(change -> {
                Registry.add(change, files);
                change.forget(Rows.LOG, upTo);
                return upTo;
            });
            registered = true;
            return round.rows();
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            if (!registered) {
                forgive(files);
            }
        }
    }

    /** What was written and may not have been registered: that is known for sure only from the store. */
    private void forgive(List<Registry.Entry> files) throws IOException {
        if (!files.isEmpty()) {
            Set<String> unknown = new HashSet<>();
            files.forEach(file -> unknown.add(file.path()));
            registry.entries().forEach(entry -> unknown.remove(entry.path()));
            folder.delete(unknown);
        }
    }

    /** Makes many small files of one day into one; how many files there are fewer. */
    public synchronized int compact() throws IOException {
        int fewer = 0;
        for (List<Registry.Entry> group : Compaction.of(registry.entries())) {
            merge(group);
            fewer += group.size() - 1;
        }
        return fewer;
    }

    private void merge(List<Registry.Entry> group) throws IOException {
        String first = group.getFirst().path();
        String path = first.substring(0, first.lastIndexOf('/') + 1) + registry.number() + ".parquet";
        String query = "SELECT * EXCLUDE (site, day) FROM "
                + ParquetFile.rows(
                        group.stream().map(entry -> folder.path(entry.path())).toList()) + " ORDER BY time";
        List<Registry.Entry> merged = new ArrayList<>();
        boolean registered = false;
        try (DuckDBConnection connection = writing.connection()) {
            merged.add(folder.file(path, part -> ParquetFile.write(connection, query, part)));
            store.change(change -> {
                Registry.remove(change, group);
                Registry.add(change, merged);
                return path;
            });
            registered = true;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            if (!registered) {
                forgive(merged);
            }
        }
        folder.delete(group.stream().map(Registry.Entry::path).toList());
    }

    /**
     * Deletes what is older than so many days before today, and then the oldest days until all files together have at
     * most so many octets; how many octets were deleted.
     */
    public synchronized long retain(LocalDate today, int days, long octets) throws IOException {
        LocalDate first = today.minusDays(days);
        List<Registry.Entry> oldest = new ArrayList<>(registry.entries());
        oldest.sort(Comparator.comparing(entry -> Partition.day(entry.path())));
        long left = octets();
        List<Registry.Entry> old = new ArrayList<>();
        long deleted = 0;
        for (Registry.Entry entry : oldest) {
            if (left > octets || Partition.day(entry.path()).isBefore(first)) {
                old.add(entry);
                left -= entry.octets();
                deleted += entry.octets();
            }
        }
        if (!old.isEmpty()) {
            store.change(change -> {
                Registry.remove(change, old);
                return old;
            });
            folder.delete(old.stream().map(Registry.Entry::path).toList());
        }
        return deleted;
    }

    /** Octets of all files together. */
    public long octets() throws IOException {
        return registry.entries().stream().mapToLong(Registry.Entry::octets).sum();
    }

    /**
     * Writes the store and all files of the history to a new folder, as of one moment, while rows are committed: the
     * store as {@code weir.backup}, the files below {@code history}.
     */
    public synchronized void backup(Path target) throws IOException {
        Files.createDirectory(target);
        store.backup(target.resolve("weir.backup")); // meanwhile no file is added or taken away: that waits for this
        for (Registry.Entry entry : registry.entries()) {
            folder.copy(entry.path(), target.resolve("history").resolve(entry.path()));
        }
    }

    /** What is made of the rows that a query finds. */
    @FunctionalInterface
    public interface Answer<T> {
        T of(ResultSet rows) throws SQLException;
    }

    /**
     * Asks, in the SQL of DuckDB, of the tables {@code operations}, {@code readings}, {@code flows} and {@code findings};
     * each has the columns {@code time}, {@code site} and {@code day} too. A condition on site and day spares reading
     * the files of others.
     *
     * @param sql of the product's own; what comes from outside goes into the values
     */
    public <T> T ask(String sql, List<?> values, Answer<T> answer) throws IOException {
        folder.beginReading();
        try (DuckDBConnection connection = reading.connection()) {
            tables(connection, sql);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return answer.of(rows);
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            folder.endReading();
        }
    }

    /** Makes the tables that a query names. */
    private void tables(DuckDBConnection connection, String sql) throws IOException, SQLException {
        List<Registry.Entry> entries = registry.entries();
        for (Kind kind : Kind.values()) {
            if (!sql.contains(kind.table())) {
                continue;
            }
            List<Path> files = entries.stream()
                    .filter(entry -> entry.path().startsWith(kind.table() + "/"))
                    .map(entry -> folder.path(entry.path()))
                    .toList();
            String rows = files.isEmpty() ? ParquetFile.none(kind) : "SELECT * FROM " + ParquetFile.rows(files);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TEMP VIEW " + kind.table() + " AS " + rows);
            }
        }
    }

    private IOException failed(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("No space left")
                ? new StoreFull(root.toString(), failure)
                : new IOException("the history at " + root + " failed: " + message, failure);
    }

    @Override
    public synchronized void close() throws IOException {
        try (ownership;
                writing) {
            reading.close();
        }
    }
}
