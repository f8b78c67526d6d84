// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.across;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Technique;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Severity;

/** One source that goes from looking around to doing harm, through several tactics of ATT&CK for ICS in their order. */
final class TacticProgress implements Correlation.Rule {

    private static final Detection DETECTION = Detection.of("XC-10");

    /** Different tactics from which on it is a plan. */
    private static final int MANY = 4;

    /** Between two steps at the most, nanoseconds. */
    private static final long WITHIN = 24 * Together.HOUR;

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public List<Finding> judge(List<Finding> findings) {
        Map<Address, List<Finding>> steps = new LinkedHashMap<>();
        List<Finding> added = new ArrayList<>();
        for (Finding finding : findings) {
            if (!Together.matters(finding) || !finding.source().isUnicast()) {
                continue;
            }
            List<Finding> so = steps.computeIfAbsent(finding.source(), s -> new ArrayList<>());
            if (!so.isEmpty() && finding.start() - so.getLast().start() > WITHIN) {
                so.clear();
            }
            boolean enough = tactics(so) >= MANY;
            so.add(finding);
            if (!enough && tactics(so) >= MANY) {
                added.add(Together.atLast(
                        DETECTION,
                        "Attack in steps by " + finding.source(),
                        Severity.MEDIUM,
                        0.7,
                        "no station goes through so many tactics",
                        List.copyOf(so)));
            }
        }
        return added;
    }

    private static int tactics(List<Finding> findings) {
        Set<String> tactics = new TreeSet<>();
        for (Finding finding : findings) {
            Technique technique = finding.techniques().isEmpty()
                    ? null
                    : Technique.byId(finding.techniques().getFirst());
            if (technique != null) {
                tactics.add(technique.tactics().getFirst());
            }
        }
        return tactics.size();
    }
}
