// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

import java.util.Set;
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

/** One command to all devices at once. */
public final class BroadcastControl implements Detector {

    private static final Detection DETECTION = Detection.of("PR-21");

    /** Protocols that work by telling all: nothing is commanded there. */
    private static final Set<String> PUBLISHED = Set.of("goose", "sv", "profinet_rt", "ethercat", "mrp", "trdp");

    /** Units that mean everybody: DNP3 (IEEE 1815, 9.2.5.2), IEC 60870-5-101/104, 7.2.4, BACnet (135, 6.2). */
    private static final Set<String> EVERYBODY = Set.of(
            "address 65533",
            "address 65534",
            "address 65535",
            "ca 65535",
            "ca 255",
            "network 65535",
            "net 65535",
            "broadcast",
            "global broadcast");

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
        if (operation.phase() == Phase.RESPONSE
                || now.stage() == Stage.LEARNING
                || !habit.deed().isChange()
                || habit.deed() == Deed.SET_CLOCK
                || !Families.isIndustrial(operation.protocol())
                || PUBLISHED.contains(operation.protocol())
                || !isToAll(now, operation)) {
            return;
        }
        Claim claim = now.claim(DETECTION, operation.target().unit(), operation.protocol());
        if (claim.isNew()) {
            boolean usual = now.knowsNormal() && now.edge().knows(habit.deed());
            claim.title("All devices commanded at once")
                    .severity(usual ? Severity.INFO : Severity.MEDIUM) // what is commanded is judged by its own rule
                    .confidence(0.8)
                    .expected("each device is commanded by itself")
                    .seen(now.at().client() + " to all in " + operation.protocol());
        }
        claim.item(Wording.of(operation));
    }

    private static boolean isToAll(Moment now, Operation operation) {
        String unit = operation.target().unit();
        if (!now.at().server().isUnicast() || EVERYBODY.contains(unit)) {
            return true;
        }
        // the address of a device without units behind it is 0 too
        return operation.protocol().equals("modbus")
                && unit.equals("unit 0")
                && now.edge().habits().stream()
                        .anyMatch(h -> !h.operation().target().unit().equals("unit 0"));
    }
}
