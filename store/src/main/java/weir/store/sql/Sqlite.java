// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A file of SQLite, and two beside it while it is open. */
final class Sqlite implements Dialect {

    private static final int READERS = 4;
    private static final int PATIENCE_MS = 10_000;
    /** Where a disk has less room than this, what fails at it fails for want of room. */
    private static final long ROOM = 1 << 20;

    private final Path file;
    /** 0 for no bound. */
    private final long mostPages;

    Sqlite(Path file, long mostPages) throws IOException {
        this.file = file.toAbsolutePath();
        this.mostPages = mostPages;
        create(this.file);
    }

    /** Nobody but its owner reads the file. */
    private static void create(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("the store is to be at " + file + ", and there is no such folder: create it");
        }
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException e) {
            // it is a store already
        }
    }

    @Override
    public String where() {
        return file.toString();
    }

    @Override
    public String octets() {
        return "BLOB";
    }

    @Override
    public int readers() {
        return READERS;
    }

    @Override
    public Connection writer() throws SQLException {
        SQLiteConfig config = config();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setJournalSizeLimit(64 << 20);
        Connection connection = connect(config);
        if (mostPages > 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA max_page_count = " + mostPages);
            }
        }
        return connection;
    }

    @Override
    public Connection reader() throws SQLException {
        SQLiteConfig config = config();
        Connection connection = connect(config);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
        }
        return connection;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MS);
        config.setCacheSize(-16_384); // KiB
        return config;
    }

    private Connection connect(SQLiteConfig config) throws SQLException {
        return config.createConnection("jdbc:sqlite:" + file);
    }

    @Override
    public String own() {
        return "BEGIN IMMEDIATE";
    }

    @Override
    public String begin() {
        return "BEGIN";
    }

    @Override
    public boolean full(SQLException failure) {
        if (!(failure instanceof SQLiteException own)) {
            return false;
        }
        SQLiteErrorCode code = own.getResultCode();
        return code == SQLiteErrorCode.SQLITE_FULL || (code.name().startsWith("SQLITE_IOERR") && noRoom());
    }

    private boolean noRoom() {
        try {
            return Files.getFileStore(file).getUsableSpace() < ROOM;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public int fetch() {
        return 0;
    }
}
