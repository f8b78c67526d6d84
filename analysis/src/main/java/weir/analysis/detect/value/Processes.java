// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Moment;
import weir.model.Address;
import weir.model.Severity;
import weir.model.Subject;

/**
 * Variables that no longer move together as they did: each station's view of the process is learned and judged by the
 * same models as exports of a historian are.
 */
final class Processes {

    static final Detection DETECTION = Detection.of("PV-05");

    /** Stations whose view is followed, each with up to {@link Group#MOST} variables. */
    private static final int MOST_GROUPS = 16;

    private final Map<Address, Group> groups = new LinkedHashMap<>(); // at most MOST_GROUPS

    /** A value was read by somebody. */
    void read(Moment now, Variable variable, double value) {
        Address reader = now.at().client();
        Group group = variable.group;
        if (group == null || group.reader != reader) {
            group = group(reader, now.time());
            if (group == null) {
                return;
            }
            variable.group = group;
            variable.column = group.column(variable);
        }
        if (variable.column >= 0) {
            group.take(variable.column, value);
        }
    }

    private @Nullable Group group(Address reader, long time) {
        Group group = groups.get(reader);
        if (group == null && groups.size() < MOST_GROUPS) {
            group = new Group(reader, time);
            groups.put(reader, group);
        }
        return group;
    }

    void second(Moment now) {
        for (Group group : groups.values()) {
            if (group.hasRow() && group.row(now.time(), now.knowsNormal())) {
                alarm(now, group.reader, group);
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
                    .seen("in the values that " + reader + " reads, " + Variable.number(group.score())
                            + " times the usual limit");
            group.contributors(3).forEach(claim::item);
        }
    }
}
