// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Names of the techniques of MITRE ATT&amp;CK for ICS by their id ({@code techniques.tsv}). */
final class TechniqueNames {

    private static final Map<String, String> NAMES = read();

    private TechniqueNames() {}

    /** The id itself where it has no name. */
    static String of(String id) {
        return NAMES.getOrDefault(id, id);
    }

    /** Where it is described: {@code T1692.001} is {@code .../T1692/001/}. */
    static String link(String id) {
        return "https://attack.mitre.org/techniques/" + id.replace('.', '/') + "/";
    }

    private static Map<String, String> read() {
        try (InputStream in = TechniqueNames.class.getResourceAsStream("techniques.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
