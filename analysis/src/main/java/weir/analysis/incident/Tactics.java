// SPDX-License-Identifier: Apache-2.0
package weir.analysis.incident;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import weir.analysis.detect.Technique;

/** How far along the tactics of ATT&CK for ICS something came. */
final class Tactics {

    private static final List<String> ORDER = List.of(
            "Initial Access",
            "Execution",
            "Persistence",
            "Privilege Escalation",
            "Evasion",
            "Discovery",
            "Lateral Movement",
            "Collection",
            "Command and Control",
            "Inhibit Response Function",
            "Impair Process Control",
            "Impact");

    private Tactics() {}

    /** The furthest tactic of these techniques, each taken at its earliest; "" where none is known. */
    static String furthest(Collection<String> techniques) {
        int furthest =
                different(techniques).isEmpty() ? -1 : different(techniques).last();
        return furthest < 0 ? "" : ORDER.get(furthest);
    }

    /** Positions of the different tactics of these techniques. */
    static TreeSet<Integer> different(Collection<String> techniques) {
        TreeSet<Integer> tactics = new TreeSet<>();
        for (String id : techniques) {
            Technique technique = Technique.byId(id);
            if (technique != null && !technique.tactics().isEmpty()) {
                tactics.add(ORDER.indexOf(technique.tactics().getFirst()));
            }
        }
        return tactics;
    }
}
