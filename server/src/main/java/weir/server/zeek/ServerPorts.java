// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Protocol;

/** Ports that servers usually have: who has one answers, in a connection whose beginning was not seen. */
final class ServerPorts {

    private final Set<Integer> tcp = new HashSet<>();
    private final Set<Integer> udp = new HashSet<>();

    ServerPorts(List<Protocol> protocols) {
        for (Protocol protocol : protocols) {
            for (Carrier carrier : protocol.carriers()) {
                switch (carrier.kind()) {
                    case TCP -> tcp.add((int) carrier.number());
                    case UDP -> udp.add((int) carrier.number());
                    case ETHER_TYPE, SNAP, IP -> {}
                }
            }
        }
    }

    boolean serves(Transport transport, int port) {
        return switch (transport) {
            case TCP -> tcp.contains(port);
            case UDP -> udp.contains(port);
            case LINK, IP, ICMP -> false;
        };
    }
}
