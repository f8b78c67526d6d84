// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.behaviour;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Limit;
import weir.analysis.detect.Limits;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;
import weir.model.Subject;

/**
 * Somebody who was not a gateway becomes one: packets of many addresses come from one hardware address, or a station
 * hands out addresses or says that it is the router.
 */
public final class Bridges implements Detector {

    private static final Detection DETECTION = Detection.of("BL-13");

    /** Kind of fact in the baseline: who hands out addresses, who routes. */
    private static final String GATEWAY = "gateway";

    /** Hardware addresses watched at once; the longest silent is forgotten first. */
    private static final int MOST = 4096;

    /** Network addresses kept of one hardware address. */
    private static final int MOST_BEHIND = 16;

    private static final class Fronted {
        final Set<Address> addresses = new HashSet<>(4); // at most MOST_BEHIND
        int known;
    }

    private final Map<Address, Fronted> stations = new Watched<>(MOST);

    private final int many;

    public Bridges() {
        this(Limits.USUAL);
    }

    public Bridges(Limits limits) {
        many = limits.of(Limit.GATEWAY_ADDRESSES);
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.CONTACTS, Interest.OPERATIONS);
    }

    @Override
    public void contact(Moment now, Contact contact) {
        Address mac = now.at().sourceMac();
        Address own = now.at().source();
        if (contact.state() != Contact.State.OPENED || mac.kind() != Address.Kind.MAC || !own.isPrivate()) {
            return;
        }
        Fronted fronted = stations.computeIfAbsent(mac, m -> new Fronted());
        if (fronted.addresses.size() < MOST_BEHIND) {
            fronted.addresses.add(own);
        }
        if (!now.knowsNormal()) {
            fronted.known = fronted.addresses.size();
        } else if (fronted.known > 0 && fronted.known <= 2 && fronted.addresses.size() >= fronted.known + many) {
            Claim claim = now.claim(DETECTION, mac, new Subject(own, ""), "forwards");
            if (claim.isNew()) {
                claim.title("A station forwards for others")
                        .severity(Severity.MEDIUM)
                        .confidence(0.6)
                        .expected(mac + " sends for " + fronted.known + " address" + (fronted.known == 1 ? "" : "es")
                                + " of the plant")
                        .seen("it sends for " + fronted.addresses.size() + " now, last for " + own);
            }
        }
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        String what = says(operation);
        if (what.isEmpty()) {
            return;
        }
        Address who = now.at().source();
        String before = now.baseline().known(GATEWAY, what + " " + who);
        if (!before.isEmpty()) {
            return;
        }
        if (now.knowsNormal()) {
            boolean others = now.baseline().facts(GATEWAY).keySet().stream().anyMatch(k -> k.startsWith(what));
            Claim claim = now.claim(DETECTION, who, new Subject(who, ""), what);
            if (claim.isNew()) {
                claim.title("New station " + what)
                        .severity(others ? Severity.MEDIUM : Severity.LOW)
                        .confidence(others ? 0.7 : 0.4)
                        .expected("only the gateways that were there while learning do so")
                        .seen(who + " " + what);
            }
        } else if (now.stage() != Stage.JUDGING) {
            now.baseline().fact(GATEWAY, what + " " + who, "1");
        }
    }

    private static String says(Operation operation) {
        return switch (operation.protocol()) {
            case "dhcp" ->
                operation.phase() == Phase.RESPONSE
                                && operation.service().label().contains("offer")
                        ? "hands out addresses"
                        : "";
            case "icmpv6" ->
                operation.service().label().contains("router_advertisement") ? "says that it is the router" : "";
            default -> "";
        };
    }
}
