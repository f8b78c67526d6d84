// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Numbers up to {@value #MOST} and their names, from a data file that comes with the program: a heading, then
 * {@code number TAB name} a line.
 */
public final class NameTable {

    private static final int MOST = 1 << 15;

    private final @Nullable String[] names;
    private final Numbered others;

    /**
     * @param beside the class whose package has the file
     * @param others what a number without a name is called, before the number
     */
    public NameTable(Class<?> beside, String file, String others) {
        this.others = new Numbered(others);
        @Nullable String[] found = new @Nullable String[64];
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(beside.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            rows.readLine();
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                int tab = row.indexOf('\t');
                int number = Integer.parseInt(row.substring(0, tab));
                if (number >= found.length) {
                    found = Arrays.copyOf(found, Math.min(MOST, Math.max(number + 1, 2 * found.length)));
                }
                found[number] = row.substring(tab + 1);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        names = found;
    }

    /** Its name; where it has none, the word for such and the number. */
    public String name(long number) {
        String name = number >= 0 && number < names.length ? names[(int) number] : null;
        return name != null ? name : others.of(number);
    }
}
