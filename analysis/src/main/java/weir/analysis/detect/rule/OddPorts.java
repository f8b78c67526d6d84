// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Table;
import weir.analysis.inventory.Families;
import weir.model.Contact;
import weir.model.Severity;

/** A protocol of the plant where it does not belong, and another protocol where one of the plant belongs. */
public final class OddPorts implements Detector {

    private static final Detection DETECTION = Detection.of("PR-24");

    private final Map<String, Set<Integer>> ports = new HashMap<>();
    private final Map<Integer, String> owners = new HashMap<>();

    public OddPorts() {
        for (String[] cells : Table.rows("ports.tsv")) {
            Set<Integer> own = new HashSet<>();
            for (String port : cells[1].split(" ")) {
                own.add(Integer.parseInt(port));
                owners.putIfAbsent(Integer.parseInt(port), cells[0]);
            }
            ports.put(cells[0], own);
        }
    }

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
        String protocol = contact.protocol();
        int port = now.at().serverPort();
        if (protocol.isEmpty() || port == 0 || contact.state() == Contact.State.OPENED) {
            return;
        }
        Edge edge = now.edge();
        if (now.stage() == Stage.LEARNING || edge.known() && now.knowsNormal()) {
            return;
        }
        Set<Integer> own = ports.get(protocol);
        if (own != null) {
            if (!own.contains(port) && !own.contains(now.at().clientPort())) {
                tell(now, protocol, port, "it belongs on port " + own.iterator().next(), Severity.LOW);
            }
            return;
        }
        String owner = owners.get(port);
        if (owner != null && !Families.isIndustrial(protocol)) {
            tell(now, protocol, port, owner + " belongs there", now.knowsNormal() ? Severity.MEDIUM : Severity.LOW);
        }
    }

    private static void tell(Moment now, String protocol, int port, String expected, Severity severity) {
        Claim claim = now.claim(DETECTION, "", protocol + " " + port);
        if (claim.isNew()) {
            claim.title("Port " + port + " speaks " + protocol)
                    .severity(severity)
                    .confidence(0.6)
                    .expected(expected)
                    .seen(now.at().client() + " and " + now.at().server() + " speak " + protocol + " on port " + port);
        }
    }
}
