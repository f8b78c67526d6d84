// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.across;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import weir.analysis.detect.Detection;
import weir.model.Finding;
import weir.model.Severity;

/** Firmware or program of a device are others than before, and nobody was seen to bring them. */
final class UnexplainedDrift implements Correlation.Rule {

    private static final Detection DETECTION = Detection.of("XC-08");
    private static final Set<String> BRINGING = Set.of("PR-02", "PR-04", "PR-15");

    /** How long before, nanoseconds. */
    private static final long WITHIN = 24 * Together.HOUR;

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public List<Finding> judge(List<Finding> findings) {
        List<Finding> added = new ArrayList<>();
        for (Finding drift : findings) {
            if (!drift.detector().equals("BL-06") || !Together.matters(drift)) {
                continue;
            }
            boolean explained = findings.stream()
                    .anyMatch(f -> BRINGING.contains(f.detector())
                            && f.target().address().equals(drift.target().address())
                            && f.start() <= drift.start()
                            && drift.start() - f.start() <= WITHIN);
            if (!explained) {
                added.add(Together.of(
                        DETECTION,
                        "Device is another than before, and nobody was seen to change it",
                        Severity.HIGH,
                        0.6,
                        "an update or a download before the change",
                        List.of(drift)));
            }
        }
        return added;
    }
}
