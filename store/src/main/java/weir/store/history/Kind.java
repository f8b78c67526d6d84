// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a row of the history is of. Each row has a time and a site, and then these columns. */
public enum Kind {
    /** What one party asked another to do. */
    OPERATIONS("client, server, unit, protocol, verb, service, target, value, outcome", "latency_us:whole, packet:whole"),
    /** Values of the process. */
    READINGS("asset, unit, point, tag, protocol, origin, text", "value:real, packet:whole"),
    /** Who spoke with whom, and how much. */
    FLOWS(
            "client, server, transport, protocol",
            "port:whole, bytes_out:whole, bytes_back:whole, packets_out:whole, packets_back:whole, duration_us:whole"),
    /** What was claimed. */
    FINDINGS("id, detector, severity, source, target, title, about, body", "confidence:real");

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
    record Column(String name, Type type) {
        private static Column of(String text) {
            String[] parts = text.strip().split(":");
            return new Column(
                    parts[0], parts.length == 1 ? Type.TEXT : Type.valueOf(parts[1].toUpperCase(Locale.ROOT)));
        }
    }

    private final List<Column> columns;

    Kind(String texts, String numbers) {
        columns = Arrays.stream((texts + "," + numbers).split(","))
                .map(Column::of)
                .toList();
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
