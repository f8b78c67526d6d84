// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/** The engine that writes and reads files of Parquet. It holds nothing itself, and reaches no file but the history. */
final class Duck implements AutoCloseable {

    /** What it may hold at once; what is more it writes to a folder of its own beside the files. */
    private static final String MEMORY = "512MiB";

    private final DuckDBConnection connection;

    private Duck(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** @param threads how many work on one statement: one is cheapest, several answer sooner */
    static Duck open(Path folder, int threads) throws IOException {
        Path spill = Files.createDirectories(folder.resolve("spill"));
        try {
            DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET memory_limit = '" + MEMORY + "'");
                statement.execute("SET threads = " + threads);
                statement.execute("SET temp_directory = " + quoted(spill.toString()));
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute("SET autoload_known_extensions = false");
                statement.execute("SET allowed_directories = [" + quoted(folder.toString()) + "]");
                statement.execute("SET enable_external_access = false");
                statement.execute("SET lock_configuration = true");
            }
            return new Duck(connection);
        } catch (SQLException e) {
            throw new IOException("the engine of the history does not start: " + e.getMessage(), e);
        }
    }

    /** A further connection, whose temporary tables and views are its own. */
    DuckDBConnection connection() throws SQLException {
        return connection.duplicate();
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
