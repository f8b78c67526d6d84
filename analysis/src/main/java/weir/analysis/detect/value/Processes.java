// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.model.Address;
import weir.model.PointValue;
import weir.model.Reading;
import weir.model.Severity;
import weir.model.Subject;

/**
 * Variables that no longer move together as they did: each station's view of the process is learned and judged by the
 * same models as exports of a historian are.
 */
public final class Processes implements Detector {

    private static final Detection DETECTION = Detection.of("PV-05");

    /** Stations whose view is followed, each with up to {@link Group#MOST} variables. */
    private static final int MOST_GROUPS = 16;

    private final Map<Address, Group> groups = new LinkedHashMap<>(); // at most MOST_GROUPS

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.VALUES, Interest.SECONDS);
    }

    @Override
    public void value(Moment now, PointValue point) {
        Reading reading = now.at().reading();
        if (point.origin() == PointValue.Origin.WRITE
                || reading.kind() != Reading.Kind.INTEGER && reading.kind() != Reading.Kind.NUMBER) {
            return;
        }
        double value = reading.number();
        Address reader = now.at().client();
        Group group = groups.get(reader);
        if (group == null) {
            if (groups.size() == MOST_GROUPS) {
                return;
            }
            group = new Group(now.time());
            groups.put(reader, group);
        }
        if (Double.isFinite(value)) {
            group.take(point, value);
        }
    }

    @Override
    public void second(Moment now) {
        for (Map.Entry<Address, Group> entry : groups.entrySet()) {
            Group group = entry.getValue();
            if (group.hasRow() && group.row(now.time(), now.knowsNormal())) {
                alarm(now, entry.getKey(), group);
            }
        }
    }

    private static void alarm(Moment now, Address reader, Group group) {
        Claim claim = now.claim(DETECTION, reader, new Subject(reader, ""), "process");
        if (claim.isNew()) {
            claim.title("Process values no longer go together")
                    .severity(Severity.MEDIUM)
                    .confidence(0.6)
                    .expected("variables that move together as they did while learning")
                    .seen("in the values that " + reader + " reads, "
                            + Variable.number(group.score()) + " times the usual limit");
            group.contributors(3).forEach(claim::item);
        }
    }
}
