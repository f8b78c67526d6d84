// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * All rows of a store in a form of its own, which is that of no database: for each table its number, then for each row
 * a 1 and its columns, then a 0. A column is a number of 8 octets, or a length of 4 octets and so many octets.
 */
final class Dump {

    private static final int MOST_OCTETS = 1 << 24;
    private static final int BATCH = 64;

    private Dump() {}

    /** What a column holds. */
    private enum Type {
        TEXT,
        OCTETS,
        NUMBER
    }

    /** The tables; their order and columns are the form of the file. */
    private enum Table {
        KEPT("kept", List.of("shelf", "id", "version", "body"), Type.TEXT, Type.OCTETS, Type.NUMBER, Type.OCTETS),
        SNAPSHOT("snapshot", List.of("name", "part", "content"), Type.TEXT, Type.NUMBER, Type.OCTETS),
        LOG("log", List.of("name", "last"), Type.TEXT, Type.NUMBER),
        LINE("line", List.of("log", "number", "body"), Type.TEXT, Type.NUMBER, Type.OCTETS);

        private final String name;
        private final List<String> columns;
        private final List<Type> types;

        Table(String name, List<String> columns, Type... types) {
            this.name = name;
            this.columns = columns;
            this.types = List.of(types);
        }

        String select() {
            return "SELECT " + String.join(", ", columns) + " FROM " + name;
        }

        String insert() {
            return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES (?"
                    + ", ?".repeat(columns.size() - 1) + ")";
        }
    }

    static void write(Session session, DataOutputStream out) throws IOException {
        try {
            for (Table table : Table.values()) {
                out.writeByte(table.ordinal());
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
        for (int i = 0; i < table.types.size(); i++) {
            switch (table.types.get(i)) {
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
                for (Table table : Table.values()) {
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
        for (Table table : Table.values()) {
            PreparedStatement any = session.statement("SELECT 1 FROM " + table.name + " LIMIT 1");
            if (SqlView.first(any, row -> row.getInt(1)).isPresent()) {
                throw new IOException("the store at " + dialect.where() + " is not empty: restore into a new one");
            }
        }
    }

    private static void readTable(Table table, DataInputStream in, PreparedStatement insert)
            throws IOException, SQLException {
        if (in.readUnsignedByte() != table.ordinal()) {
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
        for (int i = 0; i < table.types.size(); i++) {
            switch (table.types.get(i)) {
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
