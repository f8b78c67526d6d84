// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a row of the history is of. Each row has a time and a site, and then these columns. */
public enum Kind {
    /** What one party asked another to do. */
    OPERATIONS(
            1,
            text("client", "server", "unit", "protocol", "verb", "service", "target", "value", "outcome"),
            whole("latency_us", "packet")),
    /** Values of the process. */
    READINGS(
            2,
            text("asset", "unit", "point", "tag", "protocol", "origin", "text"),
            List.of(new Column("value", Type.REAL), new Column("packet", Type.WHOLE))),
    /** Who spoke with whom, and how much. */
    FLOWS(
            3,
            text("client", "server", "transport", "protocol"),
            whole("port", "bytes_out", "bytes_back", "packets_out", "packets_back", "duration_us")),
    /** What was claimed. */
    FINDINGS(
            4,
            text("id", "detector", "severity", "source", "target", "title", "about", "body"),
            List.of(new Column("confidence", Type.REAL)));

    /** What a column holds. */
    enum Type {
        TEXT("VARCHAR"),
        WHOLE("BIGINT"),
        REAL("DOUBLE");

        final String sql;

        Type(String sql) {
            this.sql = sql;
        }
    }

    /** A column. */
    record Column(String name, Type type) {}

    private final int code;

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can alter
    private final List<Column> columns;

    Kind(int code, List<Column> texts, List<Column> numbers) {
        this.code = code;
        columns = Stream.concat(texts.stream(), numbers.stream()).toList();
    }

    private static List<Column> text(String... names) {
        return Stream.of(names).map(name -> new Column(name, Type.TEXT)).toList();
    }

    private static List<Column> whole(String... names) {
        return Stream.of(names).map(name -> new Column(name, Type.WHOLE)).toList();
    }

    /** What stands for it in a block. */
    int code() {
        return code;
    }

    static Kind of(int code) throws IOException {
        for (Kind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IOException("a block of the history is of kind " + code + ", which this Weir does not know");
    }

    /** Texts first, then numbers. */
    List<Column> columns() {
        return columns;
    }

    /** The name of its table and of its folder. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
