// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.deed.Deed;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Wording;
import weir.analysis.inventory.Families;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;

/** Writes and commands to the process by somebody who is not their usual writer. */
public final class Writes implements Detector {

    private static final Detection DETECTION = Detection.of("PR-06");

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
        Deed deed = habit.deed();
        if (deed != Deed.WRITE && deed != Deed.OPERATE
                || operation.phase() == Phase.RESPONSE
                || habit.known()
                || now.stage() == Stage.LEARNING
                || !Families.isIndustrial(operation.protocol())) {
            return;
        }
        Edge edge = now.edge();
        Claim claim = now.claim(DETECTION, operation.target().unit(), deed.label());
        if (claim.isNew()) {
            judge(claim, edge, deed, now);
        }
        claim.item(Wording.of(operation));
    }

    private static void judge(Claim claim, Edge edge, Deed deed, Moment now) {
        String who = edge.client().address() + " to " + edge.server().address();
        String what = deed == Deed.WRITE ? "wrote" : "commanded";
        boolean reads = edge.habits().stream().anyMatch(h -> h.deed() == Deed.READ && h.count() > 2);
        if (edge.knows(deed) || edge.known() && edge.client().isUsedTo(deed)) {
            boolean settled = now.knowsNormal() && edge.client().changesAreKnown(now.time());
            claim.title("Usual writer " + what + " something new")
                    .severity(settled ? Severity.MEDIUM : Severity.LOW)
                    .confidence(settled ? 0.5 : 0.3)
                    .expected("this station writes to such devices, but was not seen to write this"
                            + (settled ? " in all the time since it last wrote something new" : ""))
                    .seen(who);
        } else if (now.knowsNormal()) {
            claim.title("Process " + what + " by an unusual station")
                    .severity(Severity.HIGH)
                    .confidence(edge.known() ? 0.7 : 0.9)
                    .expected(edge.known() ? "this station only reads there" : "these two were never seen to talk")
                    .seen(who);
        } else if (reads) {
            claim.title("Process " + what)
                    .severity(Severity.INFO)
                    .confidence(0.2)
                    .expected(
                            "nothing is known yet of what is normal here; the station reads there too, as its operator does")
                    .seen(who);
        } else {
            claim.title("Process " + what + " by a station that does not read it")
                    .severity(Severity.MEDIUM)
                    .confidence(0.5)
                    .expected("an operator's station reads what it writes")
                    .seen(who);
        }
    }
}
