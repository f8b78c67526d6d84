// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Evidence;

/** One device put together from everything known of its addresses. */
final class Device {

    /** The best claim first: surest, then most often made, then first made, then by its text. */
    private static final Comparator<Evidence> BEST = Comparator.comparingInt(Evidence::confidence)
            .thenComparingLong(Evidence::count)
            .reversed()
            .thenComparingLong(Evidence::firstPacket)
            .thenComparing(Evidence::value)
            .thenComparing(Evidence::protocol)
            .thenComparing(Evidence::source);

    private final String unit;
    private final SortedSet<Address> addresses = new TreeSet<>();
    private final SortedSet<Address> macs = new TreeSet<>();
    private final SortedSet<String> serves = new TreeSet<>();
    private final SortedSet<String> uses = new TreeSet<>();
    private final List<Evidence> claims = new ArrayList<>();
    private final Map<Attribute, Evidence> best = new EnumMap<>(Attribute.class);
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long packets;
    private long bytes;
    private int unitsBehind;
    private int routes;

    Device(String unit) {
        this.unit = unit;
    }

    void add(Presence presence) {
        if (unit.isEmpty()) {
            has(presence.subject.address());
        }
        serves.addAll(presence.serves());
        uses.addAll(presence.uses());
        seen(presence.first(), presence.last());
        packets += presence.packets();
        bytes += presence.bytes();
        for (Claim claim : presence.claims()) {
            Evidence evidence = claim.evidence(false);
            claims.add(evidence);
            best.merge(evidence.attribute(), evidence, (a, b) -> BEST.compare(a, b) <= 0 ? a : b);
        }
    }

    /** The only device that answers at this one's address, told from it by a unit number: it is this one. */
    void join(Device only) {
        serves.addAll(only.serves);
        uses.addAll(only.uses);
        seen(only.first, only.last);
        claims.addAll(only.claims);
        only.best.forEach((attribute, theirs) ->
                best.merge(attribute, theirs, (a, b) -> BEST.compare(a, b) <= 0 ? a : b));
    }

    void has(Address address) {
        if (address.kind() == Address.Kind.MAC) {
            macs.add(address);
        } else {
            addresses.add(address);
        }
    }

    void seen(long from, long to) {
        first = Math.min(first, from);
        last = Math.max(last, to);
    }

    void serves(String protocol) {
        serves.add(protocol);
    }

    void oneMoreBehind() {
        unitsBehind++;
    }

    void routes(int others) {
        routes += others;
    }

    /** Its lowest IPv4 address, else its lowest IPv6 that is not link-local, else any, else its hardware address. */
    String id() {
        return addresses.stream()
                .min(Comparator.<Address>comparingInt(a -> a.kind() == Address.Kind.IPV6 && a.isPrivate() ? 1 : 0)
                        .thenComparing(Comparator.naturalOrder()))
                .or(() -> macs.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(macs.first()))
                .map(Address::toString)
                .orElse("");
    }

    String unit() {
        return unit;
    }

    String known(Attribute attribute) {
        Evidence evidence = best.get(attribute);
        return evidence == null ? "" : evidence.value();
    }

    Map<Attribute, String> known() {
        Map<Attribute, String> known = new EnumMap<>(Attribute.class);
        best.forEach((attribute, evidence) -> known.put(attribute, evidence.value()));
        return known;
    }

    /** All claims in order of attribute, the best first; the best of each marked as chosen. */
    List<Evidence> evidence() {
        return claims.stream()
                .sorted(Comparator.comparing(Evidence::attribute).thenComparing(BEST))
                .map(e -> e.equals(best.get(e.attribute())) ? chosen(e) : e)
                .toList();
    }

    private static Evidence chosen(Evidence e) {
        return new Evidence(
                e.attribute(),
                e.value(),
                e.protocol(),
                e.source(),
                e.confidence(),
                e.first(),
                e.last(),
                e.firstPacket(),
                e.lastPacket(),
                e.count(),
                true);
    }

    List<Address> addresses() {
        return List.copyOf(addresses);
    }

    List<Address> macs() {
        return List.copyOf(macs);
    }

    SortedSet<String> serves() {
        return serves;
    }

    SortedSet<String> uses() {
        return uses;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    long packets() {
        return packets;
    }

    long bytes() {
        return bytes;
    }

    int unitsBehind() {
        return unitsBehind;
    }

    int routes() {
        return routes;
    }
}
