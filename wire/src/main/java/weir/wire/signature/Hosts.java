// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

import java.util.List;
import weir.model.Address;
import weir.model.Network;

/**
 * Some addresses.
 *
 * @param in networks of which one has to hold it; empty for all
 * @param notIn networks of which none may
 */
public record Hosts(List<Network> in, List<Network> notIn) {

    public static final Hosts ANY = new Hosts(List.of(), List.of());

    public Hosts {
        in = List.copyOf(in);
        notIn = List.copyOf(notIn);
    }

    boolean has(Address address) {
        return (in.isEmpty() || isIn(in, address)) && !isIn(notIn, address);
    }

    private static boolean isIn(List<Network> networks, Address address) {
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
