// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Facts kept as rows of text beside the classes; a line that begins with {@code #} is a remark. */
final class Table {

    private Table() {}

    /** The cells of each row. */
    static List<String[]> rows(String file) {
        try (InputStream in = Table.class.getResourceAsStream("/weir/wire/protocol/dcerpc/" + file)) {
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
