// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import weir.model.Address;
import weir.model.Attribute;

/**
 * Which addresses belong to one device. A hardware address and a network address are bound when the device says so (ARP,
 * DHCP, DCP), or when the network address is the only one ever seen with that hardware address. A hardware address that
 * carries many unclaimed network addresses is a router, and binds nothing it did not claim. Two hardware addresses that
 * claim the same network address stay two devices: that is a conflict to be looked at, not to be merged.
 */
final class Bindings {

    /** Global IPv6 addresses that one device may have. */
    private static final int MOST_OWN_IPV6 = 4;

    private final Map<Address, Address> parents = new HashMap<>();
    private final Map<Address, SortedSet<Address>> claimed = new TreeMap<>();
    private final Map<Address, SortedSet<Address>> carried = new TreeMap<>();
    private final Set<Address> bound = new HashSet<>();
    private final Map<Address, Integer> routers = new HashMap<>();

    Bindings(Collection<Presence> presences) {
        for (Presence presence : presences) {
            if (presence.subject.unit().isEmpty()) {
                read(presence);
            }
        }
        claimed.forEach((mac, ips) -> ips.forEach(ip -> bind(mac, ip)));
        carried.forEach(this::judge);
    }

    private void read(Presence presence) {
        Address own = presence.subject.address();
        for (Claim claim : presence.claims()) {
            if (claim.key.attribute() == Attribute.IP || claim.key.attribute() == Attribute.MAC) {
                Address said = Address.parse(claim.key.value());
                boolean mac = own.kind() == Address.Kind.MAC;
                if (said.isUnicast() && mac != (said.kind() == Address.Kind.MAC)) {
                    claimed.computeIfAbsent(mac ? own : said, m -> new TreeSet<>())
                            .add(mac ? said : own);
                }
            }
        }
        for (Address mac : presence.macs()) {
            carried.computeIfAbsent(mac, m -> new TreeSet<>()).add(own);
        }
    }

    private void judge(Address mac, SortedSet<Address> ips) {
        SortedSet<Address> unclaimed = new TreeSet<>(ips);
        unclaimed.removeAll(claimed.getOrDefault(mac, new TreeSet<>()));
        long ipv4 =
                unclaimed.stream().filter(a -> a.kind() == Address.Kind.IPV4).count();
        long ipv6 = unclaimed.stream().filter(a -> !isLinkLocal(a)).count() - ipv4;
        long claimedIpv4 = claimed.getOrDefault(mac, new TreeSet<>()).stream()
                .filter(a -> a.kind() == Address.Kind.IPV4)
                .count();
        if (ipv4 + Math.min(1, claimedIpv4) > 1 || ipv6 > MOST_OWN_IPV6) {
            routers.put(mac, unclaimed.size());
            unclaimed.stream().filter(Bindings::isLinkLocal).forEach(ip -> bind(mac, ip));
            return;
        }
        unclaimed.forEach(ip -> bind(mac, ip));
    }

    private static boolean isLinkLocal(Address address) {
        return address.kind() == Address.Kind.IPV6 && address.high() >>> 54 == 0x3fa;
    }

    private void bind(Address mac, Address ip) {
        if (bound.add(ip)) {
            parents.put(root(ip), root(mac));
        }
    }

    /** One address that stands for all of the device's. */
    Address root(Address address) {
        Address parent = parents.get(address);
        if (parent == null) {
            return address;
        }
        Address root = root(parent);
        parents.put(address, root);
        return root;
    }

    /** Network addresses that were claimed for a hardware address, spoken with or not. */
    SortedSet<Address> claimedBy(Address mac) {
        return claimed.getOrDefault(mac, new TreeSet<>());
    }

    /** How many addresses lie behind this hardware address as behind a router; 0 if it is none. */
    int behind(Address mac) {
        return routers.getOrDefault(mac, 0);
    }
}
