// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.behaviour;

import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.inventory.Families;
import weir.model.Contact;
import weir.model.Severity;
import weir.model.Transport;

/** A device of the plant answers on a port on which it never did. */
public final class NewServices implements Detector {

    private static final Detection DETECTION = Detection.of("BL-08");
    private static final String PORTS = "answers on port";

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
        if (contact.packetsBack() == 0
                || contact.state() == Contact.State.OPENED
                || edge.transport() != Transport.TCP
                || edge.port() == 0) {
            return;
        }
        String about = edge.server().address() + " " + edge.port();
        boolean known = !now.baseline().known(PORTS, about).isEmpty();
        if (known) {
            return;
        }
        if (!now.knowsNormal()) {
            now.baseline().fact(PORTS, about, "yes");
            return;
        }
        if (!edge.server().known() || edge.server().served().stream().noneMatch(Families::isIndustrial)) {
            return;
        }
        Claim claim = now.claim(DETECTION, "", "" + edge.port());
        if (claim.isNew()) {
            claim.title("New service of a device on port " + edge.port())
                    .severity(Severity.MEDIUM)
                    .confidence(0.7)
                    .expected(edge.server().address() + " answers in "
                            + String.join(", ", edge.server().served()))
                    .seen("it answered " + edge.client().address() + " on port " + edge.port());
        }
    }
}
