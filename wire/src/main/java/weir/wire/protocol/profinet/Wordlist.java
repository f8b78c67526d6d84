// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Numbers and their names, kept as rows of text beside the classes; a line that begins with {@code #} is a remark. */
final class Wordlist {

    private final int[] numbers;
    private final String[] names;

    /** @param file rows of a number and a name, in ascending order */
    Wordlist(String file) {
        List<String[]> rows = rows(file);
        numbers = rows.stream().mapToInt(row -> Integer.decode(row[0])).toArray();
        names = rows.stream().map(row -> row[1]).toArray(String[]::new);
    }

    /** "" for a number that is not listed. */
    String of(int number) {
        int at = Arrays.binarySearch(numbers, number);
        return at < 0 ? "" : names[at];
    }

    static List<String[]> rows(String file) {
        try (InputStream in = Wordlist.class.getResourceAsStream("/weir/wire/protocol/profinet/" + file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
