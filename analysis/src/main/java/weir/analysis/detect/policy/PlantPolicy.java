// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.policy;

import java.util.List;
import weir.model.Address;
import weir.model.Network;

/**
 * What is laid down for a plant. Between zones everything is forbidden that no conduit allows; within a zone, and with
 * addresses that are in none, nothing is.
 *
 * @param hours at which engineering is expected; none: always
 * @param zones parts of the plant; an address belongs to the one with the smallest network that holds it
 * @param conduits what may pass between zones
 */
public record PlantPolicy(List<WorkHours> hours, List<Zone> zones, List<Conduit> conduits) {

    /** Nothing is laid down. */
    public static final PlantPolicy NONE = new PlantPolicy(List.of(), List.of(), List.of());

    /** A part of the plant. */
    public record Zone(String name, List<Network> networks) {
        public Zone {
            networks = List.copyOf(networks);
        }
    }

    public PlantPolicy {
        hours = List.copyOf(hours);
        zones = List.copyOf(zones);
        conduits = List.copyOf(conduits);
    }

    /** Name of the zone of an address, or "". */
    public String zone(Address address) {
        String name = "";
        int bits = -1;
        for (Zone zone : zones) {
            for (Network network : zone.networks()) {
                if (network.bits() > bits && network.contains(address)) {
                    name = zone.name();
                    bits = network.bits();
                }
            }
        }
        return name;
    }

    boolean expectsEngineering(long time) {
        return hours.isEmpty() || hours.stream().anyMatch(h -> h.hold(time));
    }
}
