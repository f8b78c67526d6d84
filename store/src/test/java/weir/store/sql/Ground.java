// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import weir.store.Store;

/** Where a new store can be made, of either kind. */
enum Ground {
    SQLITE {
        @Override
        String fresh(Path folder) throws IOException {
            return Files.createTempDirectory(folder, "store").resolve("weir.db").toString();
        }
    },
    POSTGRES {
        @Override
        String fresh(Path folder) throws IOException {
            String name = "weir_" + Server.MADE.incrementAndGet();
            try (Connection connection = server().getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IOException(e);
            }
            return "postgresql://postgres@localhost:" + server().getPort() + "/" + name;
        }
    };

    static final Map<String, String> ENVIRONMENT = Map.of("WEIR_STORE_PASSWORD", "postgres");

    /** The address of a store that is not there yet. */
    abstract String fresh(Path folder) throws IOException;

    static Store open(String where) throws IOException {
        return Stores.open(where, ENVIRONMENT);
    }

    /** One server for all tests of a run, which ends with it. */
    private static final class Server {
        static final AtomicInteger MADE = new AtomicInteger();
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException | IllegalStateException e) {
                System.err.println("NO POSTGRESQL STARTS HERE, so nothing is tested on it: " + e);
                throw new org.opentest4j.TestAbortedException("no PostgreSQL starts here", e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static EmbeddedPostgres server() {
        try {
            return Server.RUNNING;
        } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
            Assumptions.abort("no PostgreSQL starts here");
            throw e;
        }
    }
}
