// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import weir.model.Address;
import weir.model.Level;
import weir.model.Role;

/** Which level the devices of a network stand at whose role tells it: what shares their network stands near them. */
final class Neighbourhood {

    /** Most plants give a cell a network of 256 addresses; where they do not, neighbours by number still belong together. */
    private static final int HOST_BITS = 8;

    private final Map<Long, Map<Level, Integer>> levels = new HashMap<>();

    void add(Device device, Role role) {
        Level level = levelOf(role);
        if (level != Level.UNKNOWN) {
            networks(device)
                    .forEach(network -> levels.computeIfAbsent(network, n -> new EnumMap<>(Level.class))
                            .merge(level, 1, Integer::sum));
        }
    }

    /** Nothing but a controller stands at level 1, so its neighbours are no lower than those who look after it. */
    private static Level levelOf(Role role) {
        return switch (role) {
            case PLC, RTU, GATEWAY, IO_DEVICE, DRIVE, HMI, SCADA_SERVER, ENGINEERING_WORKSTATION -> Level.SUPERVISION;
            case HISTORIAN -> Level.OPERATIONS;
            case SWITCH, ROUTER, FIREWALL, SERVER, WORKSTATION, PRINTER, CAMERA, PHONE, GROUP, UNKNOWN -> Level.UNKNOWN;
        };
    }

    /** The level of most of its neighbours, the lowest of equals; not known where none of them tells. */
    Level of(Device device) {
        Map<Level, Integer> near = new EnumMap<>(Level.class);
        networks(device)
                .forEach(network -> levels.getOrDefault(network, Map.of())
                        .forEach((level, count) -> near.merge(level, count, Integer::sum)));
        Level most = Level.UNKNOWN;
        for (Map.Entry<Level, Integer> level : near.entrySet()) {
            if (level.getValue() > near.getOrDefault(most, 0)) {
                most = level.getKey();
            }
        }
        return most;
    }

    private static Stream<Long> networks(Device device) {
        return device.addresses().stream()
                .filter(a -> a.kind() == Address.Kind.IPV4 && a.isPrivate())
                .map(a -> a.low() >>> HOST_BITS)
                .distinct();
    }
}
