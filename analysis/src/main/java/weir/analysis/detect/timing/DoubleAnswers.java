// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.timing;

import java.util.Set;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.inventory.Families;
import weir.model.Severity;
import weir.model.Subject;
import weir.model.Violation;

/**
 * Two answers where there can be one: the same place of a conversation is filled twice, with different bytes. The
 * receiver takes the one that comes first, which is how answers are forged.
 */
public final class DoubleAnswers implements Detector {

    private static final Detection DETECTION = Detection.of("TM-05");

    /** Once may be a broken frame. */
    private static final int MORE_THAN_CHANCE = 3;

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.VIOLATIONS);
    }

    @Override
    public void violation(Moment now, Violation violation) {
        if (!violation.name().equals("contradicting_segment") || now.stage() == Stage.LEARNING) {
            return;
        }
        Claim claim =
                now.claim(DETECTION, now.at().source(), new Subject(now.at().destination(), ""), "segment");
        boolean plant = now.hasEdge() && Families.isIndustrial(now.edge().protocol());
        if (claim.isNew()) {
            claim.title("Two different answers in the same place")
                    .severity(plant ? Severity.MEDIUM : Severity.LOW)
                    .confidence(plant ? 0.5 : 0.3)
                    .expected("a segment that comes again holds the same bytes")
                    .seen("segments said to be of " + now.at().source() + " came again with other bytes");
        } else if (plant && claim.count() == MORE_THAN_CHANCE) {
            claim.severity(Severity.HIGH).confidence(0.8);
        }
    }
}
