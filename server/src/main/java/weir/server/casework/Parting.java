// SPDX-License-Identifier: Apache-2.0
package weir.server.casework;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import weir.server.json.Json;

/**
 * Findings that somebody took out of an incident.
 *
 * @param from id of the incident
 * @param findings their ids
 */
record Parting(String from, SortedSet<String> findings) {

    private static final int DIGITS = 12;

    /** The same for the same findings: {@code I-} and twelve hexadecimal digits. */
    String id() {
        byte[] name = (from + findings).getBytes(StandardCharsets.UTF_8);
        return "I-" + UUID.nameUUIDFromBytes(name).toString().replace("-", "").substring(0, DIGITS);
    }

    String text() {
        return Json.text(Map.of("from", from, "findings", List.copyOf(findings)));
    }

    static Parting of(String text) throws IOException {
        Map<String, @Nullable Object> fields = Json.read(text);
        SortedSet<String> findings = new TreeSet<>();
        if (fields.get("findings") instanceof List<?> list) {
            list.forEach(id -> findings.add(String.valueOf(id)));
        }
        return new Parting(String.valueOf(fields.get("from")), findings);
    }
}
