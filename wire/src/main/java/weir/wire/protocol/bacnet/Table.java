// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.wire.Numbered;

/** Numbers and their names, from a data file: a heading, then {@code number TAB name} a line. */
final class Table {

    private static final int MOST = 2048;

    private final @Nullable String[] names = new @Nullable String[MOST];
    private final Numbered others;

    /** @param others what a number without a name is called, before the number */
    Table(String file, String others) {
        this.others = new Numbered(others);
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Table.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            rows.readLine();
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                int tab = row.indexOf('\t');
                names[Integer.parseInt(row.substring(0, tab))] = row.substring(tab + 1);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name(long number) {
        String name = number >= 0 && number < MOST ? names[(int) number] : null;
        return name != null ? name : others.of(number);
    }
}
