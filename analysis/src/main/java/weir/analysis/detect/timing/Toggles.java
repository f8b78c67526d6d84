// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.timing;

import java.util.Map;
import java.util.Set;
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

/** One output is commanded again and again, faster than anything in a plant is meant to switch. */
public final class Toggles implements Detector {

    private static final Detection DETECTION = Detection.of("TM-07");

    /** Within this many nanoseconds: more than one a second. */
    private static final long WINDOW = 60 * 1_000_000_000L;

    /** Outputs watched at once; the longest silent is forgotten first. */
    private static final int MOST = 4096;

    private static final class Count {
        long since;
        int commands;
    }

    private final Map<Habit, Count> counts = new Watched<>(MOST);

    private final int many;

    public Toggles() {
        this(Limits.USUAL);
    }

    public Toggles(Limits limits) {
        many = limits.of(Limit.COMMANDS_A_MINUTE);
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
        boolean command = habit.deed() == Deed.OPERATE || habit.deed() == Deed.WRITE;
        if (!command
                || operation.phase() != Phase.REQUEST
                || now.stage() == Stage.LEARNING
                || habit.known() && now.knowsNormal()
                || !Families.isIndustrial(operation.protocol())) {
            return;
        }
        Count count = counts.computeIfAbsent(habit, h -> new Count());
        if (now.time() - count.since > WINDOW) {
            count.since = now.time();
            count.commands = 0;
        }
        if (++count.commands >= many) {
            Claim claim = now.claim(
                    DETECTION, operation.target().unit(), operation.target().label());
            if (claim.isNew()) {
                claim.title("An output commanded again and again")
                        .severity(now.knowsNormal() ? Severity.HIGH : Severity.MEDIUM)
                        .confidence(0.7)
                        .expected("less than one command of it a second")
                        .seen(now.at().client() + " sent " + count.commands + " times " + Wording.of(operation) + " to "
                                + now.at().server() + " within a minute");
            }
        }
    }
}
