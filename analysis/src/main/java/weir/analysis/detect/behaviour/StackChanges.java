// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.behaviour;

import java.util.Set;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Identity;

/**
 * A host that opens connections in another way than it always did: another system speaks for its address. A host that
 * was seen with several ways is left alone, for it is several behind one address.
 */
public final class StackChanges implements Detector {

    private static final Detection DETECTION = Detection.of("TM-06");

    /** Kind of fact in the baseline: how an address opens connections. */
    public static final String WAY = "opens TCP connections with";

    /** Instead of a way: it has several. */
    public static final String SEVERAL = "several";

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
        if (!identity.protocol().equals("tcp") || identity.attribute() != Attribute.FINGERPRINT) {
            return;
        }
        String host = identity.subject().address().toString();
        String before = now.baseline().known(WAY, host);
        if (before.equals(identity.value()) || before.equals(SEVERAL)) {
            return;
        }
        if (before.isEmpty() || !now.knowsNormal()) {
            now.baseline().fact(WAY, host, before.isEmpty() ? identity.value() : SEVERAL);
            return;
        }
        Claim claim = now.claim(DETECTION, Address.NONE, identity.subject(), "");
        if (claim.isNew()) {
            claim.title("Another system speaks for " + host)
                    .confidence(0.5)
                    .expected(before)
                    .seen("it opened a connection to " + now.at().destination());
        }
        claim.item(identity.value());
    }
}
