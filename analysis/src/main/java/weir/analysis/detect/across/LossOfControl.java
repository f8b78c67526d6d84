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

/** Several things that take the plant out of its operators' hands, of different kinds, close together. */
final class LossOfControl implements Correlation.Rule {

    private static final Detection DETECTION = Detection.of("XC-05");

    /** Kinds of things: which detectors tell each. */
    private static final Map<String, String> KINDS = Map.of(
            "PR-01", "mode",
            "PR-10", "mode",
            "PR-15", "erased",
            "PR-08", "silenced",
            "BL-09", "silent",
            "TM-04", "silent",
            "IT-15", "logs",
            "PR-07", "forced",
            "PR-05", "restarted");

    /** Different kinds of them. */
    private static final int MANY = 3;

    /** Within so long, nanoseconds. */
    private static final long WITHIN = Together.HOUR;

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public List<Finding> judge(List<Finding> findings) {
        Map<String, Finding> lately = new LinkedHashMap<>();
        List<Finding> added = new ArrayList<>();
        for (Finding finding : findings) {
            String kind = KINDS.get(finding.detector());
            if (kind == null || !Together.matters(finding)) {
                continue;
            }
            lately.values().removeIf(f -> finding.start() - f.start() > WITHIN);
            lately.remove(kind);
            lately.put(kind, finding);
            if (lately.size() == MANY) {
                added.add(Together.of(
                        DETECTION,
                        "Control over the plant is being lost",
                        Severity.CRITICAL,
                        0.7,
                        "one such thing at a time, and each announced",
                        List.copyOf(lately.values())));
                lately.clear();
            }
        }
        return added;
    }
}
