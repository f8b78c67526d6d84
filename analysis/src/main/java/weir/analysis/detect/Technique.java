// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A technique of MITRE ATT&CK for ICS.
 *
 * @param id {@code T0858}
 * @param tactics names of the tactics it serves, in the order of the matrix
 * @param visibility how it can be seen: N on the wire, P partly, L in logs of hosts, C concluded, X not at all
 */
public record Technique(String id, String name, List<String> tactics, char visibility) {

    private static final List<Technique> ALL = read();
    private static final Map<String, Technique> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Technique::id, Function.identity()));

    /** All of the matrix, by id. */
    public static List<Technique> all() {
        return ALL;
    }

    public static @Nullable Technique byId(String id) {
        return BY_ID.get(id);
    }

    private static List<Technique> read() {
        List<Technique> all = new ArrayList<>();
        for (String[] cells : Table.rows("techniques.tsv")) {
            all.add(new Technique(cells[0], cells[1], List.of(cells[2].split(",")), cells[3].charAt(0)));
        }
        return List.copyOf(all);
    }
}
