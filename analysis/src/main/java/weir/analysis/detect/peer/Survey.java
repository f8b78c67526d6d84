// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.analysis.baseline.Baseline;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.baseline.Party;
import weir.analysis.deed.Deed;
import weir.analysis.detect.Watch;
import weir.analysis.detect.behaviour.StackChanges;
import weir.analysis.inventory.Families;
import weir.model.Address;
import weir.model.Phase;
import weir.model.Transport;

/** One look at all conversations of the plant, for the profiles of some devices. */
final class Survey {

    /** Operations of one edge that are looked at. */
    private static final int MOST_OF_EDGE = 256;

    /** Network addresses of one device; a hardware address with more of them is a gateway. */
    private static final int MOST_ADDRESSES = 2;

    private final Baseline baseline;
    private final Answers answers;
    private final Map<Address, Profile> profiles = new HashMap<>();
    /** Profiles of hardware addresses, by the network addresses on them. */
    private final Map<Address, Profile> carried = new HashMap<>();

    /** @param groups the devices whose profiles are wanted */
    Survey(Baseline baseline, Answers answers, Iterable<List<Address>> groups) {
        this.baseline = baseline;
        this.answers = answers;
        for (List<Address> group : groups) {
            group.forEach(device -> profiles.computeIfAbsent(device, Profile::new));
        }
    }

    Map<Address, Profile> profiles() {
        carry();
        List<Edge> asking = new ArrayList<>();
        for (Edge edge : baseline.edges()) {
            if (isOfOne(edge.client()) && edge.server().address().isUnicast()) {
                of(edge.client()).forEach(p -> opens(p, edge));
            }
            if (isOfOne(edge.server())) {
                of(edge.server()).forEach(p -> asked(p, edge));
                asking.add(edge);
            }
        }
        // who reads must be known of all edges first
        asking.forEach(edge -> of(edge.server()).forEach(p -> changed(p, edge)));
        profiles.values().forEach(p -> stack(p, p.device()));
        carried.forEach((network, profile) -> stack(profile, network));
        return profiles;
    }

    private void carry() {
        if (profiles.keySet().stream().noneMatch(a -> a.kind() == Address.Kind.MAC)) {
            return;
        }
        Map<String, List<String>> networks = new HashMap<>();
        baseline.facts(Watch.BINDING)
                .forEach((network, hardware) -> networks.computeIfAbsent(hardware, h -> new ArrayList<>())
                        .add(network));
        profiles.forEach((device, profile) -> {
            List<String> on = networks.getOrDefault(device.toString(), List.of());
            if (on.size() <= MOST_ADDRESSES) {
                on.forEach(network -> carried.put(Address.parse(network), profile));
            }
        });
    }

    private boolean isOfOne(Party party) {
        return profiles.containsKey(party.address()) || carried.containsKey(party.address());
    }

    private List<Profile> of(Party party) {
        List<Profile> both = new ArrayList<>(2);
        Profile own = profiles.get(party.address());
        if (own != null) {
            both.add(own);
        }
        Profile carrier = carried.get(party.address());
        if (carrier != null) {
            both.add(carrier);
        }
        return both;
    }

    private void opens(Profile profile, Edge edge) {
        boolean unnamed = edge.protocol().isEmpty();
        if (answers.on(edge) && !(unnamed && edge.port() == 0)) {
            profile.add(Aspect.OUTWARD, unnamed ? port(edge) : edge.protocol(), edge.known());
        }
    }

    private void asked(Profile profile, Edge edge) {
        if (answers.on(edge)) {
            if (Families.isIndustrial(edge.protocol())) {
                profile.watched(Aspect.SERVICES);
                profile.watched(Aspect.OUTWARD);
                profile.watched(Aspect.DEEDS);
            }
            if (edge.port() > 0) {
                profile.add(Aspect.SERVICES, port(edge), edge.known());
            }
        }
        int looked = 0;
        for (Habit habit : edge.habits()) {
            if (++looked > MOST_OF_EDGE) {
                break;
            }
            if (habit.deed() == Deed.READ && habit.operation().phase() != Phase.RESPONSE) {
                profile.readBy(edge.client().address());
                if (habit.isPeriodic()) {
                    profile.polledEvery(habit.meanGap());
                }
            }
        }
    }

    private static String port(Edge edge) {
        return (edge.transport() == Transport.TCP ? "TCP port " : "UDP port ") + edge.port();
    }

    private static void changed(Profile profile, Edge edge) {
        int looked = 0;
        for (Habit habit : edge.habits()) {
            if (++looked > MOST_OF_EDGE) {
                break;
            }
            Deed deed = habit.deed();
            if (habit.operation().phase() != Phase.RESPONSE && (deed.isChange() || deed.isEngineering())) {
                boolean known = edge.known() && habit.known();
                profile.add(Aspect.DEEDS, deed.label().replace('_', ' '), known);
                profile.add(Aspect.WRITERS, edge.client().address().toString(), known);
                profile.add(Aspect.WRITER_ROLES, role(profile, edge.client()), known);
            }
        }
    }

    private static String role(Profile profile, Party writer) {
        if (writer.isDevice()) {
            return "a device of the plant floor";
        }
        return profile.isReadBy(writer.address()) ? "a station that reads it" : "a station that does not read it";
    }

    private void stack(Profile profile, Address address) {
        String way = baseline.known(StackChanges.WAY, address.toString());
        if (!way.isEmpty() && !way.equals(StackChanges.SEVERAL)) {
            profile.add(Aspect.STACK, way, true);
        }
    }
}
