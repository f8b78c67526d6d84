// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files on disk. What is asked for while queries read is deleted once none reads. */
final class Folder {

    private static final String PART = ".part";

    private final Path root;
    /** As many as were taken out of the history while one query ran. */
    private final List<String> condemned = new ArrayList<>();

    private int reading;

    Folder(Path root) {
        this.root = root;
    }

    /** What writes rows to a file, and says how many. */
    @FunctionalInterface
    interface Content {
        long write(Path file) throws SQLException;
    }

    /** Writes a file that is there whole under its name, or not at all. */
    Registry.Entry file(String path, Content content) throws IOException, SQLException {
        Path part = part(path);
        try {
            long rows = content.write(part);
            return new Registry.Entry(path, rows, finish(path));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    Path path(String file) {
        return root.resolve(file);
    }

    private Path part(String file) throws IOException {
        Path part = root.resolve(file + PART);
        Files.createDirectories(part.getParent());
        return part;
    }

    /** Gives a file its name, once it is on the disk whatever happens; its size. */
    private long finish(String file) throws IOException {
        Path part = root.resolve(file + PART);
        Path whole = root.resolve(file);
        sync(part, StandardOpenOption.WRITE);
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        Path folder = whole.getParent();
        while (folder != null && folder.startsWith(root)) {
            sync(folder, StandardOpenOption.READ);
            folder = folder.getParent();
        }
        return Files.size(whole);
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /** To another folder; as one more name of the same file where both are on one disk, since files never change. */
    void copy(String file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try {
            Files.createLink(target, root.resolve(file));
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(root.resolve(file), target);
        }
    }

    synchronized void beginReading() {
        reading++;
    }

    synchronized void endReading() throws IOException {
        reading--;
        deleteCondemned();
    }

    synchronized void delete(Collection<String> files) throws IOException {
        condemned.addAll(files);
        deleteCondemned();
    }

    private void deleteCondemned() throws IOException {
        if (reading == 0) {
            for (String file : condemned) {
                Files.deleteIfExists(root.resolve(file));
                Files.deleteIfExists(root.resolve(file + PART));
            }
            condemned.clear();
        }
    }

    /** Deletes what a process left that died while it wrote; how many files. */
    int deleteAllBut(Set<String> files) throws IOException {
        int deleted = 0;
        for (Kind kind : Kind.values()) {
            Path folder = root.resolve(kind.table());
            if (Files.isDirectory(folder)) {
                for (Path file : files(folder)) {
                    if (!files.contains(root.relativize(file).toString())) {
                        Files.delete(file);
                        deleted++;
                    }
                }
            }
        }
        return deleted;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".parquet")
                            || file.toString().endsWith(PART))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
