// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.across;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import weir.analysis.detect.Detection;
import weir.model.Finding;
import weir.model.Severity;

/** Somebody comes in from afar, and from where he came in a session to the plant floor begins. */
final class PivotChain implements Correlation.Rule {

    private static final Detection DETECTION = Detection.of("XC-02");
    private static final Set<String> ENTRIES = Set.of("IT-06", "IT-03", "IT-04");
    private static final Set<String> SESSIONS = Set.of("BL-02", "BL-03", "PR-27", "PR-06", "PR-01", "PR-02");

    /** How long after he came in, nanoseconds. */
    private static final long WITHIN = 8 * Together.HOUR;

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public List<Finding> judge(List<Finding> findings) {
        List<Finding> added = new ArrayList<>();
        for (Finding entry : findings) {
            if (!ENTRIES.contains(entry.detector()) || !Together.matters(entry)) {
                continue;
            }
            for (Finding session : findings) {
                boolean after = session.start() >= entry.start() && session.start() - entry.start() <= WITHIN;
                boolean on = session.source().equals(entry.target().address());
                if (after && on && SESSIONS.contains(session.detector()) && Together.matters(session)) {
                    added.add(Together.of(
                            DETECTION,
                            "From " + entry.source() + " through " + session.source() + " to "
                                    + session.target().address(),
                            Severity.CRITICAL,
                            0.7,
                            "sessions to the plant floor do not begin where somebody just came in from afar",
                            List.of(entry, session)));
                    break;
                }
            }
        }
        return added;
    }
}
