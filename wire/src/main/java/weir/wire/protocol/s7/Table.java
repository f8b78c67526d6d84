// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Facts kept as rows of text beside the classes; a line that begins with {@code #} is a remark. */
final class Table {

    private static final String HOME = "/weir/wire/protocol/s7/";

    private Table() {}

    /** The cells of each row. */
    static List<String[]> rows(String file) {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = Table.class.getResourceAsStream(HOME + file)) {
            if (in == null) {
                throw new IllegalStateException("no table " + file);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(line.split("\t", -1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }
}
