// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Party;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Settings;
import weir.analysis.detect.Stage;
import weir.analysis.inventory.Families;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Severity;

/** Remote access to devices of the plant, or to the stations that command them. */
public final class RemoteAccess implements Detector {

    private static final Detection DETECTION = Detection.of("IT-06");

    /** Ways to sit before a screen or a shell that is elsewhere, and tunnels. */
    private static final Set<String> PROTOCOLS =
            Set.of("rdp", "vnc", "teamviewer", "anydesk", "ssh", "openvpn", "wireguard", "ike");

    private final Set<String> meant;

    public RemoteAccess(Settings settings) {
        meant = Set.copyOf(settings.remoteAccessHosts());
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
        if (!PROTOCOLS.contains(contact.protocol())
                || contact.state() == Contact.State.OPENED
                || contact.packetsBack() == 0
                || now.stage() == Stage.LEARNING) {
            return;
        }
        Edge edge = now.edge();
        if (edge.known() && now.knowsNormal()
                || meant.contains(edge.client().address().toString())) {
            return;
        }
        boolean outside = isApart(edge.client().address(), edge.server().address());
        boolean called =
                contact.protocol().equals("teamviewer") || contact.protocol().equals("anydesk");
        // a broker between the two is called by both of them
        Party touched = called && isOfPlant(edge.client()) ? edge.client() : edge.server();
        if (!isOfPlant(touched) || !outside && !now.knowsNormal()) {
            return;
        }
        Claim claim = now.claim(DETECTION, "", contact.protocol());
        if (claim.isNew()) {
            boolean direct = Exposure.isOutside(edge.client().address()) || called && outside;
            claim.title("Remote access into the plant in " + contact.protocol())
                    .severity(direct && now.knowsNormal() ? Severity.HIGH : Severity.MEDIUM)
                    .confidence(0.7)
                    .expected("remote access comes by the stations that are set up for it")
                    .seen(edge.client().address() + " to " + edge.server().address() + ", where " + touched.address()
                            + (touched.isDevice() ? " is a device of the plant" : " commands devices of the plant"));
        }
    }

    private static boolean isOfPlant(Party party) {
        return party.isDevice() || party.asked().stream().anyMatch(Families::isIndustrial);
    }

    /** Of different networks, as far as the addresses tell: one public, or another first half. */
    private static boolean isApart(Address one, Address other) {
        if (one.kind() != other.kind()) {
            return false;
        }
        boolean near =
                one.kind() == Address.Kind.IPV4 ? one.low() >>> 16 == other.low() >>> 16 : one.high() == other.high();
        return !near;
    }
}
