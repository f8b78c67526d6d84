// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import weir.model.Severity;

/** Classes of rules, by which Suricata grades those that name no priority. */
final class SuricataClasses {

    private static final Map<String, Severity> BY_NAME = read();

    private SuricataClasses() {}

    /** Medium where the class is not known. */
    static Severity severity(String classtype) {
        return BY_NAME.getOrDefault(classtype, Severity.MEDIUM);
    }

    private static Map<String, Severity> read() {
        Map<String, Severity> classes = new HashMap<>();
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SuricataClasses.class.getResourceAsStream("classtypes.tsv")),
                StandardCharsets.UTF_8))) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                if (!row.startsWith("#")) {
                    String[] cells = row.split("\t", -1);
                    classes.put(cells[0], Severity.valueOf(cells[1]));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(classes);
    }
}
