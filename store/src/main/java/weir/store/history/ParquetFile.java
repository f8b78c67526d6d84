// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** How files of Parquet are written and read in SQL. */
final class ParquetFile {

    private static final String FORM = "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)";

    private ParquetFile() {}

    /** Writes what a query finds to a new file; how many rows. */
    static long write(DuckDBConnection connection, String query, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("COPY (" + query + ") TO " + Duck.quoted(file.toString()) + " " + FORM);
        }
    }

    /** What stands in SQL for the rows of these files, of which there is at least one. */
    static String rows(List<Path> files) {
        return "read_parquet(["
                + files.stream().map(file -> Duck.quoted(file.toString())).collect(Collectors.joining(", "))
                + "], hive_partitioning = true, hive_types = {'site': VARCHAR, 'day': DATE})";
    }

    /** A query without rows, with the columns of the kind. */
    static String none(Kind kind) {
        return kind.columns().stream()
                .map(c -> "CAST(NULL AS " + c.type().sql + ") AS " + c.name())
                .collect(Collectors.joining(
                        ", ",
                        "SELECT CAST(NULL AS TIMESTAMP) AS time, ",
                        ", CAST(NULL AS DATE) AS day, CAST(NULL AS VARCHAR) AS site WHERE false"));
    }
}
