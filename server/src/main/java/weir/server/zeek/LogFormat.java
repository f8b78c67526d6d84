// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of a log, in their order: a table that comes with the program, a line each, name and type between tabs.
 * A third cell makes it a log with one line for each connection, and says how the rows of one become that line.
 *
 * @param name of the log, which is its path in Zeek: {@code conn}
 * @param columns what a line holds
 */
public record LogFormat(String name, List<Column> columns) {

    /**
     * One column.
     *
     * @param name as in Zeek: {@code id.orig_h}
     * @param type as in Zeek: {@code addr}
     * @param join how what several rows say becomes one value: {@code set}, {@code least}, {@code most}, {@code sum},
     *     {@code behind}; "" for what the first row says
     */
    public record Column(String name, String type, String join) {

        /** Whether it holds several values. */
        boolean isList() {
            return type.endsWith("]");
        }
    }

    /** The format of a log; empty for a name that has none. */
    public static Optional<LogFormat> of(String log) {
        try (InputStream in = LogFormat.class.getResourceAsStream(log + ".tsv")) {
            return in == null ? Optional.empty() : Optional.of(new LogFormat(log, columns(in.readAllBytes())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(log, unreadable);
        }
    }

    private static List<Column> columns(byte[] table) {
        return new String(table, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Column(cells[0], cells[1], cells.length > 2 ? cells[2] : ""))
                .toList();
    }

    /** Whether it has one line for each connection. */
    boolean isOfConnections() {
        return columns.stream().anyMatch(column -> !column.join().isEmpty());
    }

    /** The names, or the types, behind each other. */
    String line(Function<Column, String> part) {
        return columns.stream().map(part).collect(Collectors.joining("\t"));
    }
}
