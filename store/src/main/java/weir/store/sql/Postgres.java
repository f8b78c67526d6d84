// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A database of PostgreSQL. */
final class Postgres implements Dialect {

    private static final int READERS = 8;
    /** Rows that are held at once: of 1 MiB each at most. */
    private static final int FETCH = 32;
    /** Whoever changes a store holds this lock of its database: "weir" in ASCII. */
    private static final long LOCK = 0x77656972;

    private final PostgresAddress address;

    Postgres(PostgresAddress address) {
        this.address = address;
    }

    @Override
    public String where() {
        return address.shown();
    }

    @Override
    public String octets() {
        return "BYTEA";
    }

    @Override
    public int readers() {
        return READERS;
    }

    @Override
    public Connection writer() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on"); // also where the server's own setting says otherwise
        }
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public Connection reader() throws SQLException {
        Connection connection = connect();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    private Connection connect() throws SQLException {
        Properties properties = address.properties();
        properties.setProperty("ApplicationName", "weir");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(address.jdbc(), properties);
    }

    @Override
    public String own() {
        return "SELECT pg_advisory_xact_lock(" + LOCK + ")";
    }

    @Override
    public String begin() {
        return "";
    }

    @Override
    public boolean full(SQLException failure) {
        return "53100".equals(failure.getSQLState()); // disk_full
    }

    @Override
    public int fetch() {
        return FETCH;
    }
}
