// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.analysis.detect.Wording;
import weir.model.Address;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Severity;

/**
 * Commands in two steps: an output is selected, then operated, by the same station and with the same command. DNP3 has
 * a function of its own for the second step; IEC 104 executes both with and without, so there only a point counts that
 * is known to be selected first.
 */
public final class SelectBeforeOperate implements Detector {

    private static final Detection DETECTION = Detection.of("PR-22");

    /** A selection is over after this many nanoseconds in any outstation. */
    private static final long LONGEST = 60 * 1_000_000_000L;

    /** What is seen sooner after the first message of an edge may have been selected before the sensor looked. */
    private static final long BLIND = 30 * 1_000_000_000L;

    /** Points remembered; the longest unseen is forgotten first. */
    private static final int MOST = 8192;

    private record Point(Address device, String unit, String space, long first) {}

    private record Selection(Address by, String command, long time) {}

    private final Map<Point, Selection> selections = new Watched<>(MOST);

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
        switch (operation.protocol()) {
            case "dnp3" -> dnp3(now, operation);
            case "iec104" -> iec104(now, operation);
            default -> {}
        }
    }

    private void dnp3(Moment now, Operation operation) {
        String service = operation.service().label();
        if (operation.phase() == Phase.RESPONSE) {
            if (service.equals("operate") && operation.outcome().label().equals("no_select")) {
                tell(now, operation, "the outstation was asked to operate what nobody had selected");
            }
            return;
        }
        switch (service) {
            case "select" -> selections.put(point(now, operation), selection(now, operation.qualifier()));
            case "operate" -> operate(now, operation, operation.qualifier(), true);
            default -> {}
        }
    }

    private void iec104(Moment now, Operation operation) {
        if (operation.phase() == Phase.RESPONSE) {
            return;
        }
        switch (operation.qualifier()) {
            case "activation select" -> selections.put(point(now, operation), selection(now, ""));
            case "deactivation select" -> selections.remove(point(now, operation));
            case "activation execute" -> operate(now, operation, "", false);
            default -> {}
        }
    }

    private void operate(Moment now, Operation operation, String command, boolean always) {
        @Nullable Selection selection = selections.get(point(now, operation));
        if (selection == null) {
            if (always && now.time() - now.edge().first() > BLIND) {
                tell(now, operation, "nobody had selected it");
            }
        } else if (now.time() - selection.time > LONGEST) {
            tell(
                    now,
                    operation,
                    "it was selected " + Wording.duration(now.time() - selection.time)
                            + " before, which is over by then");
        } else if (!selection.by.equals(now.at().client())) {
            tell(now, operation, selection.by + " had selected it");
        } else if (!selection.command.equals(command)) {
            tell(now, operation, "it was selected for " + selection.command + " and operated with " + command);
        }
    }

    private static Point point(Moment now, Operation operation) {
        return new Point(
                now.at().server(),
                operation.target().unit(),
                operation.target().space().startsWith("ioa")
                        ? ""
                        : operation.target().space(),
                operation.target().first());
    }

    private static Selection selection(Moment now, String command) {
        return new Selection(now.at().client(), command, now.time());
    }

    private static void tell(Moment now, Operation operation, String how) {
        if (now.stage() == Stage.LEARNING) {
            return;
        }
        Claim claim = now.claim(DETECTION, operation.target().unit(), "");
        if (claim.isNew()) {
            boolean refused = operation.outcome().kind() == Outcome.Kind.REFUSED;
            claim.title("Operated without a proper selection")
                    .severity(now.knowsNormal() && !refused ? Severity.HIGH : Severity.MEDIUM)
                    .confidence(0.7)
                    .expected("the same station selects an output, then operates it with the same command")
                    .seen(how);
        }
        claim.item(Wording.of(operation));
    }
}
