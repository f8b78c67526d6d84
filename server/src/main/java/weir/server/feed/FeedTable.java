// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Knowledge of a product that comes with the program: a row a line, cells between tabs, remarks behind {@code #}. */
final class FeedTable {

    private FeedTable() {}

    static List<String[]> rows(String name) {
        try (InputStream in = FeedTable.class.getResourceAsStream("/weir/server/feed/" + name + ".tsv")) {
            byte[] octets = Objects.requireNonNull(in, name).readAllBytes();
            return new String(octets, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
