// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Wording;
import weir.analysis.inventory.Families;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.Severity;

/** A device of the plant that talks with the internet: somebody out there asks it, or it asks somebody there. */
public final class Exposure implements Detector {

    private static final Detection DETECTION = Detection.of("IT-10");

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.CONTACTS);
    }

    @Override
    public void contact(Moment now, Contact contact) {
        if (contact.state() == Contact.State.OPENED
                || contact.packetsOut() == 0
                || contact.packetsBack() == 0
                || contact.grade() == Grade.ONE_WAY
                || now.stage() == Stage.LEARNING) {
            return;
        }
        Edge edge = now.edge();
        boolean inward =
                isOutside(edge.client().address()) && edge.server().address().isPrivate();
        boolean outward =
                isOutside(edge.server().address()) && edge.client().address().isPrivate();
        boolean plant = Families.isIndustrial(edge.protocol());
        if (inward && (plant || edge.server().isDevice())) {
            tell(now, edge, true, plant);
        } else if (outward && (plant || edge.client().isDevice())) {
            tell(now, edge, false, plant);
        }
    }

    /** Reached over the internet. */
    static boolean isOutside(Address address) {
        boolean network = address.kind() == Address.Kind.IPV4 || address.kind() == Address.Kind.IPV6;
        return network && address.isUnicast() && !address.isPrivate();
    }

    private static void tell(Moment now, Edge edge, boolean inward, boolean plant) {
        Claim claim = now.claim(DETECTION, "", inward ? "in" : "out");
        if (!claim.isNew()) {
            return;
        }
        Severity severity = inward && plant && now.knowsNormal() && !edge.known() ? Severity.HIGH : Severity.MEDIUM;
        claim.title(inward ? "Device reached from the internet" : "Device talks to the internet")
                .severity(edge.known() && now.knowsNormal() ? Severity.LOW : severity)
                .confidence(0.7)
                .expected("devices of the plant talk with addresses of the plant only")
                .seen(edge.client().address() + " asks " + edge.server().address() + " in "
                        + Wording.talk(edge.protocol(), edge.port()));
    }
}
