// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Baseline;
import weir.analysis.baseline.Edge;
import weir.analysis.inventory.Families;
import weir.model.Address;
import weir.model.Sighting;

/**
 * Devices that say nothing of themselves and still look alike: one station asks them in one protocol of the plant floor,
 * and their network interfaces are of one maker. A weaker likeness than what devices say.
 */
final class Kin {

    /** Devices whose hardware address is remembered; further ones have no kin. */
    private static final int MOST_DEVICES = 20_000;

    /** Likenesses kept at one look; further devices have no kin. */
    private static final int MOST_GROUPS = 2_000;

    /** Devices of one likeness; further ones are not compared. */
    private static final int MOST_ALIKE = 256;

    /** Network addresses of one device; a hardware address with more of them is a router, and says nothing of makers. */
    private static final int MOST_ADDRESSES = 2;

    private final Places places;
    /** Hardware addresses of servers; {@link Address#NONE} for one that has several. */
    private final Map<Address, Address> hardware = new HashMap<>();

    private final Map<Address, Integer> carries = new HashMap<>(); // no more than in the other

    Kin(Places places) {
        this.places = places;
    }

    /** A server was seen. */
    void met(Sighting at) {
        Address server = at.server();
        Address mac = server.equals(at.source()) ? at.sourceMac() : at.destinationMac();
        Address before = hardware.get(server);
        if (mac.kind() != Address.Kind.MAC) {
            return;
        }
        if (before != null) {
            hardware.put(server, before.equals(mac) ? mac : Address.NONE);
        } else if (hardware.size() < MOST_DEVICES) {
            hardware.put(server, mac);
            carries.merge(mac, 1, Integer::sum);
        }
    }

    /** Those that are alike and do not say themselves what they are, as long as there are so many of them. */
    Map<Likeness, List<Address>> groups(Baseline baseline, Answers answers, Set<Address> stated, int least) {
        Map<Likeness, List<Address>> groups = new LinkedHashMap<>();
        for (Edge edge : baseline.edges()) {
            Address device = edge.server().address();
            if (answers.on(edge) && Families.isIndustrial(edge.protocol()) && !stated.contains(device)) {
                String maker = maker(device);
                if (!maker.isEmpty()) {
                    add(groups, likeness(edge, maker), device);
                }
            }
        }
        groups.values().removeIf(alike -> alike.size() < least);
        return groups;
    }

    private static void add(Map<Likeness, List<Address>> groups, Likeness like, Address device) {
        List<Address> alike = groups.get(like);
        if (alike == null) {
            if (groups.size() >= MOST_GROUPS) {
                return;
            }
            alike = new ArrayList<>();
            groups.put(like, alike);
        }
        if (alike.size() < MOST_ALIKE && !alike.contains(device)) {
            alike.add(device);
        }
    }

    private Likeness likeness(Edge edge, String maker) {
        String asked = "asked in " + edge.protocol() + " by " + edge.client().address() + " and of one maker";
        Statements.Message none = new Statements.Message(edge.protocol(), "");
        return new Likeness(none, asked, maker, places.of(edge.server().address()));
    }

    /** First half of its hardware address; "" where that is not its own. */
    private String maker(Address device) {
        Address mac = hardware.getOrDefault(device, Address.NONE);
        return mac.kind() != Address.Kind.MAC || carries.getOrDefault(mac, 0) > MOST_ADDRESSES
                ? ""
                : mac.toString().substring(0, 8);
    }
}
