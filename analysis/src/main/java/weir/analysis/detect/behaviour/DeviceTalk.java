// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.behaviour;

import java.util.List;
import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Party;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Wording;
import weir.analysis.inventory.Families;
import weir.model.Contact;
import weir.model.Severity;
import weir.model.Subject;
import weir.model.Transport;

/**
 * A device that answers a master opens a conversation of its own with another such device, in no protocol of the plant
 * floor: that is how intruders move on. Needs roles only, and no learning.
 */
public final class DeviceTalk implements Detector {

    private static final Detection DETECTION = Detection.of("IT-11");

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
        Edge edge = now.edge();
        if (now.stage() == Stage.LEARNING
                || contact.state() == Contact.State.OPENED
                || edge.transport() != Transport.TCP
                || Families.isIndustrial(edge.protocol())
                || now.knowsNormal() && edge.known()
                || contact.packetsBack() == 0
                || !isSlave(edge.client())
                || !isSlave(edge.server())) {
            return;
        }
        Claim claim = now.claim(
                DETECTION, edge.client().address(), new Subject(edge.server().address(), ""), "");
        if (claim.isNew()) {
            claim.title("Devices talk behind their master's back")
                    .severity(Severity.HIGH)
                    .confidence(0.8)
                    .techniques(List.of("T0867", "T0869"))
                    .expected("both only answer, " + edge.client().address() + " in "
                            + String.join(", ", edge.client().served()) + ", "
                            + edge.server().address() + " in "
                            + String.join(", ", edge.server().served()))
                    .seen(edge.client().address() + " and " + edge.server().address() + " exchanged "
                            + (contact.bytesOut() + contact.bytesBack()) + " bytes in "
                            + Wording.talk(edge.protocol(), edge.port()))
                    .benignIf("the two were set up to exchange data, or an engineer works from one of them");
        }
    }

    private static boolean isSlave(Party party) {
        return party.isDevice() && !party.isMaster();
    }
}
