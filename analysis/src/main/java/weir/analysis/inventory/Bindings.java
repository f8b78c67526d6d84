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
 *
 * <p>A switch announces itself on each port with the port's own hardware address. These are one device where they name
 * the same chassis, or the same system and the same network address.
 */
final class Bindings {

    /** Global IPv6 addresses that one device may have. */
    private static final int MOST_OWN_IPV6 = 4;

    /** How a device announces itself to its neighbours. */
    private static final Set<String> ANNOUNCING = Set.of("lldp", "cdp");

    private final Map<Address, Address> parents = new HashMap<>();
    private final Map<Announcement, Address> announcements = new HashMap<>();
    private final Map<Address, SortedSet<Address>> claimed = new TreeMap<>();
    private final Map<Address, SortedSet<Address>> carried = new TreeMap<>();
    private final Set<Address> bound = new HashSet<>();
    private final Map<Address, Integer> routers = new HashMap<>();

    private record Announcement(String system, String address) {}

    Bindings(Collection<Presence> presences) {
        for (Presence presence : presences) {
            if (presence.subject.unit().isEmpty() && presence.subject.address().kind() == Address.Kind.MAC) {
                join(presence);
            }
        }
        for (Presence presence : presences) {
            if (presence.subject.unit().isEmpty()) {
                read(presence);
            }
        }
        claimed.forEach((mac, ips) -> ips.forEach(ip -> bind(mac, ip)));
        carried.forEach(this::judge);
    }

    /** Joins a port to its chassis, and to other ports that announce the same. */
    private void join(Presence port) {
        Address own = port.subject.address();
        for (Claim claim : port.claims()) {
            Address chassis = claim.key.attribute() == Attribute.MAC ? Address.parse(claim.key.value()) : Address.NONE;
            if (chassis.kind() == Address.Kind.MAC && chassis.isUnicast()) {
                join(chassis, own);
            }
        }
        for (Claim system : port.claims()) {
            for (Claim address : port.claims()) {
                if (announces(system, Attribute.NAME) && announces(address, Attribute.IP)) {
                    Announcement said = new Announcement(system.key.value(), address.key.value());
                    join(announcements.computeIfAbsent(said, first -> own), own);
                }
            }
        }
    }

    private static boolean announces(Claim claim, Attribute attribute) {
        return claim.key.attribute() == attribute && ANNOUNCING.contains(claim.key.protocol());
    }

    private void join(Address chassis, Address port) {
        Address one = root(chassis);
        Address other = root(port);
        if (!one.equals(other)) {
            parents.put(other, one);
        }
    }

    private void read(Presence presence) {
        Address own = presence.subject.address();
        for (Claim claim : presence.claims()) {
            if (claim.key.attribute() == Attribute.IP || claim.key.attribute() == Attribute.MAC) {
                Address said = Address.parse(claim.key.value());
                boolean mac = own.kind() == Address.Kind.MAC;
                if (said.isUnicast() && mac != (said.kind() == Address.Kind.MAC)) {
                    claimed.computeIfAbsent(root(mac ? own : said), m -> new TreeSet<>())
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
        unclaimed.removeAll(claimedBy(mac));
        long ipv4 =
                unclaimed.stream().filter(a -> a.kind() == Address.Kind.IPV4).count();
        long ipv6 = unclaimed.stream().filter(a -> !isLinkLocal(a)).count() - ipv4;
        long claimedIpv4 = claimedBy(mac).stream()
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

    /** Network addresses that were claimed for the device with a hardware address, spoken with or not. */
    SortedSet<Address> claimedBy(Address mac) {
        return claimed.getOrDefault(root(mac), new TreeSet<>());
    }

    /** How many addresses lie behind this hardware address as behind a router; 0 if it is none. */
    int behind(Address mac) {
        return routers.getOrDefault(mac, 0);
    }
}
