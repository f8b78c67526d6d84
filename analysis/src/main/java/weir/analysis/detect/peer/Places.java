// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import weir.analysis.detect.policy.PlantPolicy;
import weir.model.Address;

/** Where devices stand. */
record Places(PlantPolicy policy) {

    /** Zone of the policy, else the network; "" for hardware addresses that are in no zone. */
    String of(Address device) {
        String zone = policy.zone(device);
        if (!zone.isEmpty()) {
            return zone;
        }
        return switch (device.kind()) {
            case MAC, NONE -> "";
            case IPV4 -> Address.ipv4(device.low() & ~0xffL) + "/24";
            case IPV6 -> Address.ipv6(device.high(), 0) + "/64";
        };
    }
}
