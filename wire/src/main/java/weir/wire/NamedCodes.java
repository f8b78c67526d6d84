// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Numbers and the words that a protocol has for them, from a table of {@link Rows}: number, word. */
public final class NamedCodes {

    private final long[] codes;
    private final String[] words;
    private final Numbered others;

    /** @param prefix begins the word of a number that the table does not have, then stands the number, in hexadecimal */
    public NamedCodes(String table, String prefix) {
        this(table, Numbered.hex(prefix));
    }

    private NamedCodes(String table, Numbered others) {
        List<String[]> rows = Rows.of(table).stream()
                .sorted(Comparator.comparingLong(row -> Long.decode(row[0])))
                .toList();
        codes = rows.stream().mapToLong(row -> Long.decode(row[0])).toArray();
        words = rows.stream().map(row -> row[1]).toArray(String[]::new);
        this.others = others;
    }

    /** One whose other numbers are written in decimal. */
    public static NamedCodes decimal(String table, String prefix) {
        return new NamedCodes(table, new Numbered(prefix));
    }

    public boolean has(long code) {
        return Arrays.binarySearch(codes, code) >= 0;
    }

    public String of(long code) {
        int row = Arrays.binarySearch(codes, code);
        return row >= 0 ? words[row] : others.of(code);
    }
}
