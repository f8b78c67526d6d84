// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import weir.store.Store;
import weir.store.sql.Stores;

/** The folder of a server: store, keys and captures. One server uses it at a time, and nobody else reads it. */
final class DataFolder implements AutoCloseable {

    private static final String STORE = "weir.db";

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes it for a server; makes it where there is none. */
    static DataFolder take(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(channel) == null) {
            channel.close();
            throw new FileSystemException(
                    folder.toString(), null, "another server uses it; stop that one, or give another folder");
        }
        return new DataFolder(folder, channel);
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException within) {
            return null;
        }
    }

    Path of(String name) {
        return folder.resolve(name);
    }

    /** @param where address of PostgreSQL; null for the file in the folder */
    Store open(@Nullable String where) throws IOException {
        return Stores.open(where == null ? folder.resolve(STORE).toString() : where);
    }

    /** The file that the store in this folder is. */
    static Path storeFile(Path folder) {
        return folder.resolve(STORE);
    }

    /** The store in a folder that a server may be using. */
    static Store store(Path folder) throws IOException {
        Path file = storeFile(folder);
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "there is no store of a server; give its folder");
        }
        return Stores.open(file.toString());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
