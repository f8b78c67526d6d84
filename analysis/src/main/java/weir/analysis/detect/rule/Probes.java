// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

import java.util.Map;
import java.util.Set;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.model.Severity;
import weir.model.Violation;

/** Requests that no master of a plant has a use for, only somebody who finds out what a device is and heeds. */
public final class Probes implements Detector {

    private record Probe(Detection detection, String title, String expected) {}

    private static final Map<String, Probe> PROBES = Map.of(
            "read_of_nothing",
                    new Probe(
                            Detection.of("PR-20"),
                            "Device asked for nothing but its state",
                            "a master reads objects; who reads none learns the state of the device by its answer"),
            "many_masters",
                    new Probe(
                            Detection.of("PR-18"),
                            "Addresses of a master tried out",
                            "one master, or one and its standby, on one connection"));

    /** Whether a message of this kind is judged here. */
    static boolean judges(Violation violation) {
        return PROBES.containsKey(violation.name());
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(Detection.of("PR-18"), Detection.of("PR-20"));
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.VIOLATIONS);
    }

    @Override
    public void violation(Moment now, Violation violation) {
        Probe probe = PROBES.get(violation.name());
        if (probe == null || now.stage() == Stage.LEARNING) {
            return;
        }
        Claim claim = now.claim(probe.detection, "", violation.name());
        if (claim.isNew()) {
            claim.title(probe.title)
                    .severity(Severity.MEDIUM)
                    .confidence(0.6)
                    .expected(probe.expected)
                    .seen(now.at().client() + " did so to " + now.at().server() + " in " + violation.protocol());
        }
    }
}
