// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

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

/** Messages that break the rules of their protocol. */
public final class Malformed implements Detector {

    private static final Detection BROKEN = Detection.of("PR-17");
    private static final Detection UNKNOWN = Detection.of("PR-16");
    private static final Detection REPORTS = Detection.of("PR-23");

    @Override
    public Set<Detection> detections() {
        return Set.of(BROKEN, UNKNOWN, REPORTS);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.VIOLATIONS);
    }

    @Override
    public void violation(Moment now, Violation violation) {
        if (now.stage() == Stage.LEARNING || !Families.isIndustrial(violation.protocol()) || Probes.judges(violation)) {
            return;
        }
        boolean report =
                violation.protocol().equals("goose") || violation.protocol().equals("sv");
        boolean unknown =
                violation.name().startsWith("unknown") || violation.name().startsWith("reserved");
        Detection detection = report
                        && (violation.name().contains("number")
                                || violation.name().contains("revision"))
                ? REPORTS
                : unknown ? UNKNOWN : BROKEN;
        Subject target = new Subject(now.at().destination(), "");
        Claim claim = now.claim(detection, now.at().source(), target, violation.protocol() + " " + violation.name());
        if (claim.isNew()) {
            claim.title("Message of " + violation.protocol() + " breaks a rule: "
                            + violation.name().replace('_', ' '))
                    .severity(Severity.MEDIUM)
                    .confidence(0.5)
                    .expected("messages as the standard of " + violation.protocol() + " has them")
                    .seen(now.at().source() + " sent one that does not: "
                            + violation.name().replace('_', ' '));
        }
    }
}
