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
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Rows of one kind in the engine, on their way from blocks to files. A text is there as a number, since that is quicker
 * to hand over; it becomes a text again when the file is written.
 */
final class Staging implements AutoCloseable {

    private final Kind kind;
    private final String table;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    /** As many texts as the blocks of one round have. */
    private final Map<String, Integer> codes = new HashMap<>();

    private final List<String> texts = new ArrayList<>();

    /** The texts of a row: its site first. An array is handed over in half the time of its values. */
    private final int[] rowTexts;

    private final long[] rowWholes;
    private final double[] rowReals;

    Staging(Kind kind, DuckDBConnection connection) throws SQLException {
        this.kind = kind;
        this.connection = connection;
        table = "staged_" + kind.table();
        rowTexts = new int[1 + count(Kind.Type.TEXT)];
        rowWholes = new long[count(Kind.Type.WHOLE)];
        rowReals = new double[count(Kind.Type.REAL)];
        execute("CREATE OR REPLACE TABLE " + table + " (time TIMESTAMP, text INTEGER[" + rowTexts.length + "]"
                + (rowWholes.length > 0 ? ", whole BIGINT[" + rowWholes.length + "]" : "")
                + (rowReals.length > 0 ? ", real DOUBLE[" + rowReals.length + "]" : "") + ")");
        execute("CREATE OR REPLACE TABLE texts_" + kind.table() + " (code INTEGER, text VARCHAR)");
        appender = connection.createAppender("main", table);
    }

    private int count(Kind.Type type) {
        return (int) kind.columns().stream().filter(c -> c.type() == type).count();
    }

    void add(BlockRows block) throws SQLException {
        int[] code = codes(block.texts());
        List<Kind.Column> columns = kind.columns();
        while (block.next()) {
            read(block, code, columns);
            appender.beginRow();
            appender.appendEpochMicros(block.time());
            appender.append(rowTexts);
            if (rowWholes.length > 0) {
                appender.append(rowWholes);
            }
            if (rowReals.length > 0) {
                appender.append(rowReals);
            }
            appender.endRow();
        }
    }

    private void read(BlockRows block, int[] code, List<Kind.Column> columns) {
        int whole = 0;
        int real = 0;
        for (int i = 0; i < rowTexts.length; i++) {
            rowTexts[i] = code[block.code()];
        }
        for (int i = rowTexts.length - 1; i < columns.size(); i++) {
            if (columns.get(i).type() == Kind.Type.REAL) {
                rowReals[real++] = block.real();
            } else {
                rowWholes[whole++] = block.whole();
            }
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
                ResultSet row =
                        statement.executeQuery("SELECT DISTINCT text[1], CAST(CAST(time AS DATE) AS VARCHAR) FROM "
                                + table + " ORDER BY ALL")) {
            while (row.next()) {
                partitions.add(new Partition(kind, texts.get(row.getInt(1)), LocalDate.parse(row.getString(2))));
            }
        }
        return partitions;
    }

    /** Writes the rows of one site and day to a file; how many they are. */
    long write(Partition partition, Path file) throws SQLException {
        StringBuilder columns = new StringBuilder("SELECT s.time");
        StringBuilder joins = new StringBuilder();
        int text = 1;
        int whole = 0;
        int real = 0;
        for (Kind.Column column : kind.columns()) {
            String name = column.name();
            switch (column.type()) {
                case TEXT -> {
                    columns.append(", t_" + name + ".text AS " + name);
                    joins.append(" JOIN texts_" + kind.table() + " t_" + name + " ON s.text[" + ++text + "] = t_" + name
                            + ".code");
                }
                case WHOLE -> columns.append(", s.whole[" + ++whole + "] AS " + name);
                case REAL -> columns.append(", s.real[" + ++real + "] AS " + name);
            }
        }
        return ParquetFile.write(connection, columns + " FROM " + table + " s" + joins + where(partition), file);
    }

    private String where(Partition partition) {
        long day = TimeUnit.DAYS.toMicros(partition.day().toEpochDay());
        return " WHERE s.text[1] = " + codes.get(partition.site()) + " AND s.time >= make_timestamp(" + day
                + ") AND s.time < make_timestamp(" + (day + TimeUnit.DAYS.toMicros(1)) + ")";
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
        execute("DROP TABLE IF EXISTS " + table);
        execute("DROP TABLE IF EXISTS texts_" + kind.table());
    }
}
