// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All rows of a store in a form of its own, which is that of no database: for each table its name, then for each row
 * a 1 and its columns, then a 0. A column is a number of 8 octets, or a length of 4 octets and so many octets.
 */
final class Dump {

    private static final int MOST_OCTETS = 1 << 24;
    private static final int BATCH = 64;

    private Dump() {}

    /** What a column holds. */
    enum Type {
        TEXT,
        OCTETS,
        NUMBER
    }

    /** A column of a table. */
    record Column(String name, Type type) {}

    /** A table. */
    record Table(String name, List<Column> columns) {

        private static Table of(String name, Column... columns) {
            return new Table(name, List.of(columns));
        }

        String names() {
            return columns.stream().map(Column::name).collect(Collectors.joining(", "));
        }

        String select() {
            return "SELECT " + names() + " FROM " + name;
        }

        String insert() {
            return "INSERT INTO " + name + " (" + names() + ") VALUES (?" + ", ?".repeat(columns.size() - 1) + ")";
        }
    }

    /** Their order and columns are the form of the file. */
    static final List<Table> TABLES = List.of(
            Table.of("kept", text("shelf"), octets("id"), number("version"), octets("body")),
            Table.of("snapshot", text("name"), number("part"), octets("content")),
            Table.of("log", text("name"), number("last")),
            Table.of("line", text("log"), number("number"), octets("body")));

    private static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    private static Column octets(String name) {
        return new Column(name, Type.OCTETS);
    }

    private static Column number(String name) {
        return new Column(name, Type.NUMBER);
    }

    static void write(Session session, DataOutputStream out) throws IOException {
        try {
            for (Table table : TABLES) {
                out.writeUTF(table.name());
                try (ResultSet rows = session.statement(table.select()).executeQuery()) {
                    while (rows.next()) {
                        out.writeByte(1);
                        writeRow(table, rows, out);
                    }
                }
                out.writeByte(0);
            }
        } catch (SQLException e) {
            throw session.failed(e);
        }
    }

    private static void writeRow(Table table, ResultSet row, DataOutputStream out) throws IOException, SQLException {
        for (int i = 0; i < table.columns().size(); i++) {
            switch (table.columns().get(i).type()) {
                case TEXT -> out.writeUTF(row.getString(i + 1));
                case NUMBER -> out.writeLong(row.getLong(i + 1));
                case OCTETS -> {
                    byte[] octets = row.getBytes(i + 1);
                    out.writeInt(octets.length);
                    out.write(octets);
                }
            }
        }
    }

    /** Into the empty tables of a store, in one transaction. */
    static void read(DataInputStream in, Dialect dialect) throws IOException {
        try (Session session = new Session(dialect, dialect.writer())) {
            boolean whole = false;
            try {
                session.own();
                refuseWhatIsThere(session, dialect);
                for (Table table : TABLES) {
                    readTable(table, in, session.connection().prepareStatement(table.insert()));
                }
                session.commit();
                whole = true;
            } catch (SQLException e) {
                throw session.failed(e);
            } finally {
                if (!whole) {
                    session.rollback();
                }
            }
        } catch (SQLException e) {
            throw new IOException("no connection to the store at " + dialect.where(), e);
        }
    }

    private static void refuseWhatIsThere(Session session, Dialect dialect) throws SQLException, IOException {
        for (Table table : TABLES) {
            PreparedStatement any = session.statement("SELECT 1 FROM " + table.name + " LIMIT 1");
            if (SqlView.first(any, row -> row.getInt(1)).isPresent()) {
                throw new IOException("the store at " + dialect.where() + " is not empty: restore into a new one");
            }
        }
    }

    private static void readTable(Table table, DataInputStream in, PreparedStatement insert)
            throws IOException, SQLException {
        if (!in.readUTF().equals(table.name())) {
            throw new IOException("the backup is of a form that this Weir does not read");
        }
        try (insert) {
            int waiting = 0;
            while (in.readByte() == 1) {
                readRow(table, in, insert);
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    private static void readRow(Table table, DataInputStream in, PreparedStatement insert)
            throws IOException, SQLException {
        for (int i = 0; i < table.columns().size(); i++) {
            switch (table.columns().get(i).type()) {
                case TEXT -> insert.setString(i + 1, in.readUTF());
                case NUMBER -> insert.setLong(i + 1, in.readLong());
                case OCTETS -> {
                    int length = in.readInt();
                    if (length < 0 || length > MOST_OCTETS) {
                        throw new IOException("the backup has a value of " + length + " octets");
                    }
                    insert.setBytes(i + 1, in.readNBytes(length));
                }
            }
        }
    }
}
