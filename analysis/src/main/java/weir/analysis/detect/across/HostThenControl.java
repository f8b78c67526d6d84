// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.across;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import weir.analysis.detect.Detection;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Severity;

/** A host that is itself under attack, or attacks others, then commands a controller. */
final class HostThenControl implements Correlation.Rule {

    private static final Detection DETECTION = Detection.of("XC-01");

    /** How long after the first the second counts, nanoseconds. */
    private static final long WITHIN = 24 * Together.HOUR;

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public List<Finding> judge(List<Finding> findings) {
        List<Finding> added = new ArrayList<>();
        Set<Address> told = new HashSet<>();
        for (Finding control : findings) {
            if (told.contains(control.source()) || !Together.isControl(control) || !Together.matters(control)) {
                continue;
            }
            for (Finding threat : findings) {
                boolean before = threat.start() < control.start() && control.start() - threat.start() <= WITHIN;
                boolean same = threat.assets().contains(control.source());
                if (before && same && Together.isThreat(threat) && Together.matters(threat)) {
                    told.add(control.source());
                    added.add(Together.of(
                            DETECTION,
                            "A host under suspicion commands a controller: " + control.source(),
                            Severity.CRITICAL,
                            0.8,
                            "a host with findings of its own does not command controllers",
                            List.of(threat, control)));
                    break;
                }
            }
        }
        return added;
    }
}
