// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.deed.Deed;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Limit;
import weir.analysis.detect.Limits;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.analysis.detect.Wording;
import weir.analysis.inventory.Families;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;

/** Somebody asks a device who it is, in which state it is, and what it has, in many ways. */
public final class Interrogations implements Detector {

    private static final Detection IDENTITY = Detection.of("PR-20");
    private static final Detection POINTS = Detection.of("PR-19");

    /** Edges watched at once; the longest silent is forgotten first. */
    private static final int MOST_EDGES = 1024;

    private static final class Asked {
        final Set<String> identity = new HashSet<>();
        final Set<String> points = new HashSet<>();
    }

    private final Map<Edge, Asked> asked = new Watched<>(MOST_EDGES);

    private final int many;

    public Interrogations() {
        this(Limits.USUAL);
    }

    public Interrogations(Limits limits) {
        many = limits.of(Limit.QUESTIONS);
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(IDENTITY, POINTS);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.OPERATIONS);
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        Deed deed = habit.deed();
        boolean identity = deed == Deed.IDENTIFY || deed == Deed.STATUS;
        if (!identity && deed != Deed.ENUMERATE
                || habit.known()
                || operation.phase() != Phase.REQUEST
                || now.stage() == Stage.LEARNING
                || !Families.isIndustrial(operation.protocol())) {
            return;
        }
        Asked so = asked.computeIfAbsent(now.edge(), e -> new Asked());
        Set<String> questions = identity ? so.identity : so.points;
        String question = Wording.of(operation);
        if (questions.size() < 256) {
            questions.add(question);
        }
        boolean stranger = now.knowsNormal() && !now.edge().known();
        if (questions.size() < many && !stranger) {
            return;
        }
        Claim claim = now.claim(identity ? IDENTITY : POINTS, "", identity ? "" : "points");
        if (claim.isNew()) {
            claim.title(identity ? "Device asked for its identity and state" : "Points of a device listed")
                    .severity(Severity.MEDIUM)
                    .confidence(stranger ? 0.8 : 0.5)
                    .expected("only engineering and inventory tools ask so")
                    .seen(now.edge().client().address() + " asked "
                            + now.edge().server().address() + " in " + operation.protocol());
        }
        claim.item(question);
    }
}
