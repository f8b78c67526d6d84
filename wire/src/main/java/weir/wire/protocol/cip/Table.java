// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A table of facts that comes with the program: a heading line, then a row a line, cells between tabs. */
final class Table {

    private Table() {}

    /** Rows of a table, the heading left out. */
    static List<String[]> rows(String name) {
        String text;
        try (InputStream in = Table.class.getResourceAsStream("/weir/wire/protocol/cip/" + name)) {
            text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        List<String[]> rows = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isEmpty()) {
                rows.add(lines[i].split("\t", -1));
            }
        }
        return rows;
    }

    /** A table of numbers and their names, as an array indexed by the number. */
    static String[] names(String name, int size) {
        String[] names = new String[size];
        java.util.Arrays.fill(names, "");
        for (String[] row : rows(name)) {
            names[number(row[0])] = row[1];
        }
        return names;
    }

    static int number(String cell) {
        return Integer.decode(cell);
    }
}
