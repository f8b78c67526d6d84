// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.behaviour;

import java.util.EnumSet;
import java.util.Set;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Identity;
import weir.model.Severity;

/** A device says something else of itself than before: another firmware, model, serial number, program. */
public final class IdentityDrift implements Detector {

    private static final Detection DETECTION = Detection.of("BL-06");

    /** What a device keeps as long as it is the same, in the same words. */
    private static final Set<Attribute> LASTING = EnumSet.of(
            Attribute.FIRMWARE, Attribute.MODEL, Attribute.ORDER_NUMBER, Attribute.SERIAL, Attribute.PROJECT);

    /** Least confidence of what is compared: guesses differ without reason. */
    private static final int SURE = 4;

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
        if (!LASTING.contains(identity.attribute()) || identity.confidence() < SURE) {
            return;
        }
        // the same message says the same thing in the same words; another may put it otherwise
        String kind = identity.attribute().label() + " in " + identity.protocol() + " " + identity.source();
        String about = identity.subject().address() + " " + identity.subject().unit();
        String before = now.baseline().known(kind, about);
        if (before.isEmpty() || now.stage() == Stage.LEARNING) {
            now.baseline().fact(kind, about, identity.value());
            return;
        }
        if (before.equals(identity.value()) || !identity.subject().address().isUnicast()) {
            return;
        }
        if (!now.knowsNormal()) {
            now.baseline().fact(kind, about, identity.value());
        }
        Claim claim = now.claim(
                DETECTION,
                Address.NONE,
                identity.subject(),
                identity.attribute().label());
        if (claim.isNew()) {
            claim.title("Device is another than before: "
                            + identity.attribute().label().replace('_', ' '))
                    .severity(now.knowsNormal() ? Severity.HIGH : Severity.LOW)
                    .confidence(0.7)
                    .expected(before)
                    .seen(identity.value() + " in " + identity.source());
        }
    }
}
