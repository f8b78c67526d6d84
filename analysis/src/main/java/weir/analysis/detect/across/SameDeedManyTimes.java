// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.across;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.analysis.detect.Detection;
import weir.model.Finding;
import weir.model.Severity;

/** One station does the same dangerous thing to several controllers. */
final class SameDeedManyTimes implements Correlation.Rule {

    private static final Detection DETECTION = Detection.of("XC-04");
    private static final Set<String> DEEDS = Set.of("PR-01", "PR-02", "PR-04", "PR-05", "PR-15");

    /** Controllers from which on it is more than work on one machine. */
    private static final int MANY = 3;

    /** Within so long, nanoseconds. */
    private static final long WITHIN = Together.HOUR;

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public List<Finding> judge(List<Finding> findings) {
        Map<String, List<Finding>> same = new LinkedHashMap<>();
        List<Finding> added = new ArrayList<>();
        for (Finding finding : findings) {
            if (!DEEDS.contains(finding.detector()) || !Together.matters(finding)) {
                continue;
            }
            List<Finding> so = same.computeIfAbsent(
                    finding.source() + " " + finding.detector() + " " + finding.about(), k -> new ArrayList<>());
            so.removeIf(f -> finding.start() - f.start() > WITHIN || f.target().equals(finding.target()));
            so.add(finding);
            if (so.size() == MANY) {
                added.add(Together.of(
                        DETECTION,
                        "The same to " + MANY + " controllers: " + finding.title(),
                        Severity.CRITICAL,
                        0.9,
                        "work on one controller at a time",
                        List.copyOf(so)));
            }
        }
        return added;
    }
}
