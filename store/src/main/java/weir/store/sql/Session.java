// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import weir.store.StoreFull;

/** A connection with the statements prepared on it. */
final class Session implements AutoCloseable {

    private final Dialect dialect;
    private final Connection connection;
    /** As many as there are texts of SQL in this package. */
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /** The statement with these in place of its question marks: texts, octets and numbers. */
    PreparedStatement statement(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statement.setFetchSize(dialect.fetch());
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case byte[] octets -> statement.setBytes(i + 1, octets);
                case String text -> statement.setString(i + 1, text);
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                default -> throw new IllegalArgumentException("no value of SQL: " + values[i]);
            }
        }
        return statement;
    }

    /** How many rows it changed. */
    int update(String sql, Object... values) throws SQLException {
        return statement(sql, values).executeUpdate();
    }

    Connection connection() {
        return connection;
    }

    /** Begins a transaction that changes. */
    void own() throws SQLException {
        execute(dialect.own());
    }

    /** Begins a transaction that looks. */
    void begin() throws SQLException {
        if (!dialect.begin().isEmpty()) {
            execute(dialect.begin());
        }
    }

    void commit() throws SQLException {
        execute("COMMIT");
    }

    /** Marks where the transaction is, to go back to. */
    void mark() throws SQLException {
        execute("SAVEPOINT mark");
    }

    void unmark() throws SQLException {
        execute("RELEASE SAVEPOINT mark");
    }

    void backToMark() throws SQLException {
        execute("ROLLBACK TO SAVEPOINT mark");
        unmark();
    }

    private void execute(String sql) throws SQLException {
        statement(sql).execute();
    }

    IOException failed(SQLException failure) {
        return dialect.full(failure)
                ? new StoreFull(dialect.where(), failure)
                : new IOException("the store at " + dialect.where() + " failed: " + failure.getMessage(), failure);
    }

    /** Ends the transaction without its changes; says whether the connection can be used on. */
    boolean rollback() {
        try {
            execute("ROLLBACK");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
