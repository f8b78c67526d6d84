// SPDX-License-Identifier: Apache-2.0
package weir.analysis.triage;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Sighting;

/** Alerts about one host without a long silence between them. */
final class Episode {

    /** So many rules are told apart, further ones only counted: one host has hundreds at the most. */
    private static final int RULES = 512;

    /** So many other ends are kept. */
    private static final int PEERS = 64;

    private final String host;
    private final Address address;
    private final long start;
    private long end;
    private long alerts;
    private double surprise;
    private long firstPacket;
    private long lastPacket;
    private final Map<String, RuleCount> counts = new LinkedHashMap<>();
    private final Set<Address> peers = new LinkedHashSet<>();

    /** The incident that it belongs to; none while it is nothing unusual. */
    private @Nullable Campaign campaign;

    Episode(String host, Address address, long start) {
        this.host = host;
        this.address = address;
        this.start = start;
        this.end = start;
    }

    void add(Sighting at, Alert alert, Usual usual) {
        end = Math.max(end, at.time());
        alerts++;
        firstPacket = firstPacket == 0 ? at.packet() : firstPacket;
        lastPacket = at.packet();
        meet(at.source());
        meet(at.destination());
        RuleCount rule = counts.get(alert.rule());
        if (rule == null) {
            if (counts.size() >= RULES) {
                return;
            }
            rule = new RuleCount(alert, at.time());
            counts.put(alert.rule(), rule);
        }
        if (rule.add(alert.severity())) {
            surprise += rule.judge(usual, host, at.time());
        }
    }

    private void meet(Address other) {
        if (other.kind() != Address.Kind.NONE && !other.equals(address) && peers.size() < PEERS) {
            peers.add(other);
        }
    }

    /** Judges all of it again by what is known now. */
    void judge(Usual usual) {
        surprise = 0;
        for (RuleCount rule : counts.values()) {
            rule.judge(usual, host, end);
            surprise += rule.surprise();
        }
    }

    String host() {
        return host;
    }

    Address address() {
        return address;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    long alerts() {
        return alerts;
    }

    long firstPacket() {
        return firstPacket;
    }

    long lastPacket() {
        return lastPacket;
    }

    /** Nats: that of its rules, and that their tactics came in the order of an attack. */
    double surprise() {
        return surprise + Tactic.inOrder(counts.values());
    }

    Collection<RuleCount> counts() {
        return counts.values();
    }

    /** The rules, those that surprise most first. */
    List<RuleCount> bySurprise() {
        return counts.values().stream()
                .sorted(Comparator.comparingDouble(RuleCount::surprise)
                        .reversed()
                        .thenComparing(RuleCount::rule))
                .toList();
    }

    /** The other ends of its alerts, as far as these tell them. */
    Set<Address> peers() {
        return peers;
    }

    @Nullable
    Campaign campaign() {
        return campaign;
    }

    void belongTo(Campaign other) {
        campaign = other;
    }
}
