// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.policy;

import java.time.Instant;
import java.util.Set;
import weir.analysis.baseline.Habit;
import weir.analysis.deed.Deed;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Wording;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;

/** Engineering at an hour at which nobody is expected to do any. */
public final class OutsideHours implements Detector {

    private static final Detection DETECTION = Detection.of("BL-11");

    private final PlantPolicy policy;

    public OutsideHours(PlantPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return policy.hours().isEmpty() ? Set.of() : Set.of(Interest.OPERATIONS);
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        Deed deed = habit.deed();
        if (operation.phase() == Phase.RESPONSE
                || !deed.isChange()
                || deed == Deed.WRITE
                || deed == Deed.OPERATE
                || now.stage() == Stage.LEARNING
                || policy.expectsEngineering(now.time())) {
            return;
        }
        Claim claim = now.claim(DETECTION, operation.target().unit(), "hours");
        if (claim.isNew()) {
            claim.title("Engineering outside working hours")
                    .severity(Severity.MEDIUM)
                    .confidence(0.7)
                    .expected("engineering within the hours that the policy names")
                    .seen(now.at().client() + " to " + now.at().server() + " at "
                            + Instant.ofEpochSecond(now.time() / 1_000_000_000L));
        }
        claim.item(Wording.of(operation));
    }
}
