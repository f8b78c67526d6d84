// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import weir.model.Severity;

/**
 * A row of the catalogue of detectors.
 *
 * @param id {@code PR-01}
 * @param name what it finds
 * @param inputs what it looks at: T operations, F flows, A assets, V values, L logs, P policy
 * @param techniques ids of MITRE ATT&CK for ICS
 * @param severity before role and window are known
 * @param benignIf what would make its claim harmless
 */
public record Detection(
        String id, String name, String inputs, List<String> techniques, Severity severity, String benignIf) {

    private static final List<Detection> ALL = read();
    private static final Map<String, Detection> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Detection::id, Function.identity()));

    /** The whole catalogue, in its order. */
    public static List<Detection> all() {
        return ALL;
    }

    /** The row of an id that is in the catalogue. */
    public static Detection of(String id) {
        return Objects.requireNonNull(BY_ID.get(id), id);
    }

    private static List<Detection> read() {
        List<Detection> rows = new ArrayList<>();
        for (String[] cells : Table.rows("detectors.tsv")) {
            List<String> techniques = cells[3].isEmpty() ? List.of() : List.of(cells[3].split(" "));
            Severity severity = Severity.valueOf(cells[4].toUpperCase(Locale.ROOT));
            rows.add(new Detection(cells[0], cells[1], cells[2], techniques, severity, cells[5]));
        }
        return List.copyOf(rows);
    }
}
