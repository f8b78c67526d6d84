// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.deed.Deed;
import weir.analysis.deed.Deeds;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Table;
import weir.analysis.detect.Wording;
import weir.analysis.inventory.Families;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Severity;

/**
 * Deeds that change what a device is or does. One claim gathers all that one station does of one kind to one device, so
 * that a download of fourteen blocks is one finding. How much it matters depends on who does it: for a station that is
 * used to do so it is a record, for one that never did it is what the table says.
 */
public final class DeedRules implements Detector {

    /**
     * What a deed means.
     *
     * @param unknown severity while nobody knows what is normal here
     * @param novel severity where it is known that this station does not do so
     */
    private record Rule(Detection detection, String title, Severity unknown, Severity novel, List<String> techniques) {}

    private final Map<Deed, Rule> rules = new EnumMap<>(Deed.class);
    private final Set<Detection> detections = new HashSet<>();

    public DeedRules() {
        for (String[] cells : Table.rows("deed-rules.tsv")) {
            Detection detection = Detection.of(cells[1]);
            List<String> techniques = cells[5].isEmpty() ? detection.techniques() : List.of(cells[5].split(" "));
            Rule rule = new Rule(detection, cells[2], severity(cells[3]), severity(cells[4]), techniques);
            rules.put(Deed.valueOf(cells[0].toUpperCase(Locale.ROOT)), rule);
            detections.add(detection);
        }
    }

    private static Severity severity(String name) {
        return Severity.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public Set<Detection> detections() {
        return detections;
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.OPERATIONS);
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        @Nullable Rule rule = rules.get(habit.deed());
        if (rule == null || now.stage() == Stage.LEARNING || !Families.isIndustrial(operation.protocol())) {
            return;
        }
        boolean refused = operation.outcome().kind() == Outcome.Kind.REFUSED;
        if (operation.phase() == Phase.RESPONSE && !refused) {
            return;
        }
        Edge edge = now.edge();
        Claim claim = now.claim(
                rule.detection, operation.target().unit(), habit.deed().label());
        if (claim.isNew()) {
            claim.title(rule.title)
                    .techniques(rule.techniques)
                    .severity(severity(rule, edge, habit, now))
                    .confidence(edge.knows(habit.deed()) ? 0.5 : 0.9)
                    .expected(expected(edge, habit, now))
                    .seen(edge.client().address() + " did so to "
                            + edge.server().address() + " in " + operation.protocol());
        }
        claim.alsoTechniques(Deeds.techniques(operation)).item(Wording.of(operation));
        if (refused && claim.severity().compareTo(Severity.HIGH) >= 0 && claim.count() <= 2) {
            claim.severity(claim.severity().less(1));
        }
    }

    private static Severity severity(Rule rule, Edge edge, Habit habit, Moment now) {
        if (edge.knows(habit.deed()) && now.knowsNormal()) {
            return Severity.INFO;
        }
        if (!now.knowsNormal()) {
            return rule.unknown;
        }
        return edge.client().isUsedTo(habit.deed()) ? rule.novel.less(2) : rule.novel;
    }

    private static String expected(Edge edge, Habit habit, Moment now) {
        if (!now.knowsNormal()) {
            return "nothing is known yet of what is normal here; this is judged by what it does alone";
        }
        if (edge.knows(habit.deed())) {
            return "this station is used to do so to this device";
        }
        return edge.client().isUsedTo(habit.deed())
                ? "this station does so to other devices, and never did to this one"
                : "this station was never seen to do so";
    }
}
