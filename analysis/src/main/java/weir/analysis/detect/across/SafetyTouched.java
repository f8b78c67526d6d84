// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.across;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import weir.analysis.detect.Detection;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Severity;

/** Somebody changes the safety system; worse while the process is being changed too. */
final class SafetyTouched implements Correlation.Rule {

    private static final Detection DETECTION = Detection.of("XC-06");

    /** How near a change of the process must be to be one plan with it, nanoseconds. */
    private static final long WITHIN = 24 * Together.HOUR;

    private final Set<Address> safety;

    SafetyTouched(Set<Address> safety) {
        this.safety = safety;
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public List<Finding> judge(List<Finding> findings) {
        List<Finding> added = new ArrayList<>();
        Finding told = null;
        for (Finding finding : findings) {
            boolean touched = Together.isControl(finding)
                    && Together.matters(finding)
                    && safety.contains(finding.target().address());
            if (!touched || told != null && finding.start() - told.start() <= WITHIN) {
                continue;
            }
            told = finding;
            Finding other = findings.stream()
                    .filter(f -> Together.isControl(f)
                            && Together.matters(f)
                            && !safety.contains(f.target().address())
                            && Math.abs(f.start() - finding.start()) <= WITHIN)
                    .findFirst()
                    .orElse(null);
            added.add(Together.of(
                    DETECTION,
                    other == null ? "Safety system changed" : "Safety system and process changed together",
                    Severity.CRITICAL,
                    other == null ? 0.8 : 0.9,
                    "the safety system is changed only while the plant is stopped, with a permit",
                    other == null ? List.of(finding) : List.of(other, finding)));
        }
        return added;
    }
}
