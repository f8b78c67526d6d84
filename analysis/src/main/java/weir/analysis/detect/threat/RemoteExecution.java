// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

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

/** Programs, services and jobs started on a host from afar. */
public final class RemoteExecution implements Detector {

    private static final Detection DETECTION = Detection.of("IT-03");

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.OPERATIONS);
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        if (habit.deed() != Deed.EXECUTE
                || habit.known()
                || operation.phase() == Phase.RESPONSE
                || now.stage() == Stage.LEARNING) {
            return;
        }
        Claim claim = now.claim(DETECTION, "", operation.protocol());
        if (claim.isNew()) {
            claim.title("Command run on a host from afar")
                    .severity(now.knowsNormal() ? Severity.HIGH : Severity.MEDIUM)
                    .confidence(0.6)
                    .expected("only management servers do so")
                    .seen(now.at().client() + " to " + now.at().server() + " in " + operation.protocol());
        }
        claim.item(Wording.of(operation));
    }
}
