// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Rows of one kind in the engine, on their way from blocks to files. A text is there as a number, since that is quicker
 * to hand over; it becomes a text again when the file is written.
 */
final class Staging implements AutoCloseable {

    private final Kind kind;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    /** As many texts as the blocks of one round have. */
    private final Map<String, Integer> codes = new HashMap<>();

    private final List<String> texts = new ArrayList<>();
    private long rows;

    Staging(Kind kind, DuckDBConnection connection) throws SQLException {
        this.kind = kind;
        this.connection = connection;
        String columns = kind.columns().stream()
                .map(c -> c.name() + " " + (c.type() == Kind.Type.TEXT ? "INTEGER" : c.type().sql))
                .collect(Collectors.joining(", "));
        execute("CREATE OR REPLACE TABLE staged_" + kind.table() + " (time TIMESTAMP, site INTEGER, " + columns + ")");
        execute("CREATE OR REPLACE TABLE texts_" + kind.table() + " (code INTEGER, text VARCHAR)");
        appender = connection.createAppender("main", "staged_" + kind.table());
    }

    long rows() {
        return rows;
    }

    void add(BlockRows block) throws SQLException {
        int[] code = codes(block.texts());
        rows += block.rows();
        List<Kind.Column> columns = kind.columns();
        int count = columns.size();
        while (block.next()) {
            appender.beginRow();
            appender.appendEpochMicros(block.time());
            appender.append(code[block.code()]);
            for (int i = 0; i < count; i++) {
                switch (columns.get(i).type()) {
                    case TEXT -> appender.append(code[block.code()]);
                    case WHOLE -> appender.append(block.whole());
                    case REAL -> appender.append(block.real());
                }
            }
            appender.endRow();
        }
    }

    private int[] codes(String[] own) {
        int[] code = new int[own.length];
        for (int i = 0; i < own.length; i++) {
            Integer known = codes.putIfAbsent(own[i], texts.size());
            if (known == null) {
                texts.add(own[i]);
            }
            code[i] = known == null ? texts.size() - 1 : known;
        }
        return code;
    }

    /** All rows are handed over: afterwards they can be written. */
    void finish() throws SQLException {
        appender.close();
        try (DuckDBAppender dictionary = connection.createAppender("main", "texts_" + kind.table())) {
            for (int i = 0; i < texts.size(); i++) {
                dictionary.beginRow();
                dictionary.append(i);
                dictionary.append(texts.get(i));
                dictionary.endRow();
            }
        }
    }

    /** The sites and days that the rows are of. */
    List<Partition> partitions() throws SQLException {
        List<Partition> partitions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT DISTINCT site, CAST(CAST(time AS DATE) AS VARCHAR) FROM staged_" + kind.table()
                                + " ORDER BY ALL")) {
            while (row.next()) {
                partitions.add(new Partition(kind, texts.get(row.getInt(1)), LocalDate.parse(row.getString(2))));
            }
        }
        return partitions;
    }

    /** Writes the rows of one site and day to a file; how many they are. */
    long write(Partition partition, Path file) throws SQLException {
        StringBuilder columns = new StringBuilder("s.time");
        StringBuilder joins = new StringBuilder(" FROM staged_" + kind.table() + " s");
        for (Kind.Column column : kind.columns()) {
            String name = column.name();
            if (column.type() == Kind.Type.TEXT) {
                columns.append(", t_" + name + ".text AS " + name);
                joins.append(" JOIN texts_" + kind.table() + " t_" + name + " ON s." + name + " = t_" + name + ".code");
            } else {
                columns.append(", s." + name);
            }
        }
        long day = TimeUnit.DAYS.toMicros(partition.day().toEpochDay());
        String where = " WHERE s.site = " + codes.get(partition.site()) + " AND s.time >= make_timestamp(" + day
                + ") AND s.time < make_timestamp(" + (day + TimeUnit.DAYS.toMicros(1)) + ")";
        return ParquetFile.write(connection, "SELECT " + columns + joins + where, file);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        if (!appender.isClosed()) {
            appender.close();
        }
        execute("DROP TABLE IF EXISTS staged_" + kind.table());
        execute("DROP TABLE IF EXISTS texts_" + kind.table());
    }
}
