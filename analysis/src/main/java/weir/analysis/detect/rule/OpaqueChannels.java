// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.inventory.Families;
import weir.model.Contact;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;

/** A channel that could be read and no longer can, or the reverse. */
public final class OpaqueChannels implements Detector {

    private static final Detection DETECTION = Detection.of("PR-28");

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.OPERATIONS, Interest.CONTACTS);
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        Edge edge = now.edge();
        if (!now.knowsNormal()
                || habit.known()
                || operation.phase() == Phase.RESPONSE
                || !edge.known()
                || !Families.isIndustrial(operation.protocol())) {
            return;
        }
        boolean opaque = isOpaque(operation);
        boolean knownOpaque = false;
        boolean knownPlain = false;
        for (Habit other : edge.habits()) {
            if (other.known() && other.operation().protocol().equals(operation.protocol())) {
                knownOpaque |= isOpaque(other.operation());
                knownPlain |= !isOpaque(other.operation()) && other.deed().isChange();
            }
        }
        if (opaque && !knownOpaque) {
            tell(now, operation.protocol(), "Channel became opaque", "what is said could be read", "it no longer can");
        } else if (!opaque && knownOpaque && !knownPlain && habit.deed().isChange()) {
            tell(now, operation.protocol(), "Channel became plain", "what is said was hidden", "it is in the clear");
        }
    }

    private static boolean isOpaque(Operation operation) {
        String service = operation.service().label();
        return service.equals("opaque") || service.equals("encrypted");
    }

    @Override
    public void contact(Moment now, Contact contact) {
        if (now.knowsNormal()
                && contact.protocol().equals("tls")
                && contact.state() != Contact.State.OPENED
                && now.edge().known()
                && Families.isIndustrial(now.edge().protocol())) {
            String protocol = now.edge().protocol();
            tell(now, protocol, "Channel became opaque", protocol + " in the clear", "TLS on the same port");
        }
    }

    private static void tell(Moment now, String about, String title, String expected, String seen) {
        Claim claim = now.claim(DETECTION, "", about);
        if (claim.isNew()) {
            claim.title(title)
                    .severity(Severity.MEDIUM)
                    .confidence(0.7)
                    .expected(expected)
                    .seen(seen);
        }
    }
}
