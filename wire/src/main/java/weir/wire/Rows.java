// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table of facts that comes with the program: a row a line, cells between tabs, remarks behind {@code #}. */
public final class Rows {

    private Rows() {}

    /**
     * The cells of each row.
     *
     * @param table protocol and file: {@code fins/commands}
     */
    public static List<String[]> of(String table) {
        try (InputStream in = Rows.class.getResourceAsStream("/weir/wire/protocol/" + table + ".tsv")) {
            byte[] octets = Objects.requireNonNull(in, table).readAllBytes();
            return new String(octets, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(table, unreadable);
        }
    }
}
