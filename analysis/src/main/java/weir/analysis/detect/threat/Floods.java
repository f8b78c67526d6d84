// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

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
import weir.model.Severity;

/** Requests that pour in on a device faster than it answers. */
public final class Floods implements Detector {

    private static final Detection DETECTION = Detection.of("IT-18");

    /** In so short a time, nanoseconds. */
    private static final long SHORT = 10 * 1_000_000_000L;

    private final int many;

    public Floods() {
        this(Limits.USUAL);
    }

    public Floods(Limits limits) {
        many = limits.of(Limit.FLOOD_REQUESTS);
    }

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
        Edge edge = now.edge();
        if (edge.unanswered() < many
                || now.time() - edge.unansweredSince() > SHORT
                || now.stage() == Stage.LEARNING
                || !edge.server().address().isUnicast()
                || !Families.isIndustrial(operation.protocol())) {
            return;
        }
        Claim claim = now.claim(DETECTION, "", operation.protocol());
        if (claim.isNew()) {
            claim.title("Flood of requests")
                    .severity(Severity.MEDIUM)
                    .confidence(0.7)
                    .expected("a client waits for answers")
                    .seen(edge.client().address() + " sent " + edge.unanswered() + " requests to "
                            + edge.server().address() + " within "
                            + Wording.duration(now.time() - edge.unansweredSince()) + ", and none was answered: "
                            + Wording.of(operation));
        }
    }
}
