// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.behaviour;

import java.util.Set;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watch;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Identity;
import weir.model.Severity;
import weir.model.Subject;

/** A network address that moves to another hardware address: somebody stands in for another. */
public final class AddressConflicts implements Detector {

    private static final Detection DETECTION = Detection.of("BL-07");
    static final String BINDING = Watch.BINDING;

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.IDENTITIES);
    }

    @Override
    public void identity(Moment now, Identity identity) {
        if (identity.attribute() != Attribute.IP
                || !identity.protocol().equals("arp")
                || identity.subject().address().kind() != Address.Kind.MAC) {
            return;
        }
        String mac = identity.subject().address().toString();
        String before = now.baseline().known(BINDING, identity.value());
        if (before.isEmpty() || now.stage() == Stage.LEARNING) {
            now.baseline().fact(BINDING, identity.value(), mac);
            return;
        }
        if (!before.equals(mac)) {
            Claim claim = now.claim(DETECTION, identity.subject().address(), target(now), identity.value());
            if (claim.isNew()) {
                claim.title("Address " + identity.value() + " claimed by another device")
                        .severity(Severity.CRITICAL)
                        .confidence(0.9)
                        .expected(identity.value() + " at " + before)
                        .seen(mac + " says that it has this address");
            }
            claim.item(identity.source());
        }
    }

    private static Subject target(Moment now) {
        return new Subject(now.at().destination(), "");
    }
}
