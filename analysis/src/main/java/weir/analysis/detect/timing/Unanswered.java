// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.timing;

import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Limit;
import weir.analysis.detect.Limits;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Wording;
import weir.analysis.inventory.Families;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;

/** A device that used to answer answers no more, though it is still asked. */
public final class Unanswered implements Detector {

    private static final Detection DETECTION = Detection.of("TM-04");

    /** For at least so long, nanoseconds. */
    private static final long LONG = 30 * 1_000_000_000L;

    private final int many;

    public Unanswered() {
        this(Limits.USUAL);
    }

    public Unanswered(Limits limits) {
        many = limits.of(Limit.UNANSWERED_REQUESTS);
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.EVERY_OPERATION);
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        Edge edge = now.edge();
        if (edge.unanswered() < many
                || operation.phase() != Phase.REQUEST
                || !edge.answers()
                || now.time() - edge.unansweredSince() < LONG
                || now.stage() == Stage.LEARNING
                || !Families.isIndustrial(operation.protocol())) {
            return;
        }
        Claim claim = now.claim(DETECTION, "", operation.protocol());
        if (claim.isNew()) {
            claim.title("Device answers no more")
                    .severity(Severity.MEDIUM)
                    .confidence(0.6)
                    .expected("an answer to each request, as before")
                    .seen(edge.server().address() + " left " + edge.unanswered() + " requests of "
                            + edge.client().address() + " unanswered within "
                            + Wording.duration(now.time() - edge.unansweredSince()));
        }
    }
}
