// SPDX-License-Identifier: Apache-2.0
package weir.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import weir.server.secret.Sha256;
import weir.store.Store;

/**
 * A folder from which captures are taken once nobody writes to them any more. Each is taken once, also over restarts: it
 * is known again by its name, its size and when it was written. The file itself stays.
 */
public final class WatchedFolder implements AutoCloseable {

    private static final String SHELF = "watched";
    private static final int LOOK_EACH_MILLIS = 1_000;

    /** Files looked at; further ones, by name, have to wait until somebody clears the folder. */
    private static final int MOST = 10_000;

    private final Path folder;
    private final Imports imports;
    private final Store store;
    private final BiConsumer<String, Throwable> problems;
    private final Thread thread = Thread.ofVirtual().name("watched folder").unstarted(this::watch);
    private Map<Path, String> before = Map.of();

    /** @param problems is told of what could not be taken, and why */
    public WatchedFolder(Path folder, Imports imports, Store store, BiConsumer<String, Throwable> problems)
            throws IOException {
        this.folder = folder.toRealPath();
        this.imports = imports;
        this.store = store;
        this.problems = problems;
        thread.start();
    }

    private void watch() {
        String last = "";
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look();
                last = "";
                Thread.sleep(LOOK_EACH_MILLIS);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | CannotTake | RuntimeException e) {
                if (!last.equals(e.toString())) { // said once
                    last = e.toString();
                    problems.accept("watched folder " + folder, e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EACH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws IOException, CannotTake {
        Map<Path, String> now = new HashMap<>(); // at most MOST
        for (Path file : files()) {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            String mark = Sha256.of(file.getFileName() + "\n" + is.size() + "\n" + is.lastModifiedTime());
            now.put(file, mark);
            boolean still = mark.equals(before.get(file));
            if (still
                    && is.size() > 0
                    && store.look(view -> view.get(SHELF, mark)).isEmpty()) {
                take(file, mark);
            }
        }
        before = now;
    }

    private TreeSet<Path> files() throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, WatchedFolder::isWanted)) {
            for (Path file : all) {
                files.add(file);
                if (files.size() > MOST) {
                    files.pollLast();
                }
            }
        }
        return files;
    }

    private static boolean isWanted(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp") && Files.isRegularFile(file);
    }

    private void take(Path file, String mark) throws IOException, CannotTake {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            imports.take(name, in);
        }
        store.change(change -> change.put(SHELF, mark, name));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
