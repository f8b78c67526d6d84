// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.behaviour;

import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.baseline.Party;
import weir.analysis.deed.Deed;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Wording;
import weir.analysis.inventory.Families;
import weir.analysis.state.OperationForm;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;
import weir.model.Subject;

/**
 * What was never there before: a device, a conversation, an operation, an object, a second master, a device that begins
 * to ask. One engine for all protocols; it needs to know what is normal and is silent until then.
 */
public final class Newcomers implements Detector {

    private static final Detection ASSET = Detection.of("BL-01");
    private static final Detection CONVERSATION = Detection.of("BL-02");
    private static final Detection OPERATION = Detection.of("BL-03");
    private static final Detection OBJECT = Detection.of("BL-04");
    private static final Detection MASTER = Detection.of("BL-05");
    private static final Detection ROLE = Detection.of("BL-12");

    /** Protocols by which devices find each other: that somebody speaks them says nothing. */
    private static final Set<String> HOUSEKEEPING = Set.of(
            "arp",
            "icmpv6",
            "igmp",
            "mdns",
            "llmnr",
            "nbns",
            "ssdp",
            "ws_discovery",
            "dhcp",
            "dhcpv6",
            "stp",
            "lldp",
            "cdp",
            "ntp",
            "ptp");

    @Override
    public Set<Detection> detections() {
        return Set.of(ASSET, CONVERSATION, OPERATION, OBJECT, MASTER, ROLE);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.CONTACTS, Interest.OPERATIONS);
    }

    @Override
    public void contact(Moment now, Contact contact) {
        Edge edge = now.edge();
        if (!now.knowsNormal() || edge.known() || contact.state() == Contact.State.COUNTED) {
            return;
        }
        boolean quiet = isHousekeeping(edge, contact.protocol());
        Party client = edge.client();
        if (!client.known() && client.address().isUnicast() && contact.state() == Contact.State.OPENED) {
            asset(now, client, quiet);
        }
        if (!quiet && edge.server().address().isUnicast()) {
            conversation(now, edge);
        }
    }

    private static boolean isHousekeeping(Edge edge, String protocol) {
        return HOUSEKEEPING.contains(protocol)
                || edge.port() == 5353
                || edge.port() == 5355
                || edge.port() == 137
                || edge.port() == 138
                || edge.port() == 1900
                || edge.port() == 67
                || edge.port() == 547
                || edge.port() == 123;
    }

    private static void asset(Moment now, Party client, boolean quiet) {
        Claim claim = now.claim(ASSET, client.address(), new Subject(client.address(), ""), "");
        if (claim.isNew()) {
            claim.title("New device " + client.address())
                    .severity(quiet ? Severity.LOW : Severity.MEDIUM)
                    .confidence(0.7)
                    .expected("only the " + now.baseline().knownParties() + " devices known here")
                    .seen(client.address() + " at hardware address "
                            + (now.at().source().equals(client.address())
                                    ? now.at().sourceMac()
                                    : now.at().destinationMac()));
        }
    }

    private static void conversation(Moment now, Edge edge) {
        Party client = edge.client();
        Party server = edge.server();
        boolean role = client.isDevice() && !client.isMaster() && client.known();
        Detection detection = role ? ROLE : CONVERSATION;
        Claim claim = now.claim(detection, client.address(), new Subject(server.address(), ""), "" + edge.port());
        if (!claim.isNew()) {
            return;
        }
        boolean plant = server.isDevice() || client.isDevice() || Families.isIndustrial(edge.protocol());
        String talk = Wording.talk(edge.protocol(), edge.port());
        claim.title(role ? "Device begins to ask: " + client.address() : "New conversation in " + talk)
                .severity(role ? Severity.HIGH : plant ? Severity.MEDIUM : Severity.LOW)
                .confidence(role ? 0.8 : 0.6)
                .expected(
                        role
                                ? client.address() + " only answers, in " + String.join(", ", client.served())
                                : "these two were never seen to talk in this way")
                .seen(client.address() + " asks " + server.address() + " in " + talk);
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        Edge edge = now.edge();
        if (!now.knowsNormal() || habit.known() || operation.phase() == Phase.RESPONSE) {
            return;
        }
        if (!Families.isIndustrial(operation.protocol())) {
            return;
        }
        if (!edge.known()) {
            master(now, edge, operation, habit);
            return;
        }
        if (habit.deed() == Deed.WRITE
                || habit.deed() == Deed.OPERATE
                || habit.deed().isEngineering()) {
            return; // judged by what it does
        }
        boolean sameService = edge.habits().stream()
                .anyMatch(h -> h.known()
                        && h.operation()
                                .service()
                                .equals(OperationForm.byValue(operation).service())
                        && h.operation().protocol().equals(operation.protocol()));
        Detection detection = sameService ? OBJECT : OPERATION;
        Claim claim = now.claim(
                detection,
                operation.target().unit(),
                sameService ? "" : operation.service().label());
        if (claim.isNew()) {
            claim.title(
                            sameService
                                    ? "New object read"
                                    : "New operation " + operation.service().label())
                    .severity(Severity.LOW)
                    .confidence(edge.isSettled(now.time()) ? 0.5 : 0.3)
                    .expected(
                            "the " + edge.habits().stream().filter(Habit::known).count()
                                    + " operations known of this client there")
                    .seen(edge.client().address() + " to " + edge.server().address());
        }
        claim.item(Wording.of(operation));
    }

    /** Somebody else commands a device that had one master. */
    private static void master(Moment now, Edge edge, Operation operation, Habit habit) {
        Address device = edge.server().address();
        if (!habit.deed().isChange() || !device.isUnicast()) {
            return;
        }
        long masters = edge.server().askedOn().stream()
                .filter(e -> Families.isIndustrial(e.protocol()))
                .limit(2)
                .count();
        if (masters != 1) {
            return;
        }
        Claim claim = now.claim(MASTER, operation.target().unit(), "");
        if (claim.isNew()) {
            claim.title("Second master of " + device)
                    .severity(Severity.CRITICAL)
                    .confidence(0.8)
                    .expected("one station commands this device")
                    .seen(edge.client().address() + " does so too");
        }
        claim.item(Wording.of(operation));
    }
}
