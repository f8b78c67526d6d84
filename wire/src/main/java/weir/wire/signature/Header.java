// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

import java.util.Set;
import weir.model.Sighting;
import weir.model.Transport;

/**
 * Between whom a packet has to go.
 *
 * @param transports what may carry it; empty for anything on IP
 * @param eitherWay the two ends may be the other way round
 */
public record Header(
        Set<Transport> transports, Hosts from, Ports fromPorts, Hosts to, Ports toPorts, boolean eitherWay) {

    public Header {
        transports = Set.copyOf(transports);
    }

    public boolean holds(Sighting at) {
        if (transports.isEmpty() ? at.transport() == Transport.LINK : !transports.contains(at.transport())) {
            return false;
        }
        boolean forth = from.has(at.source())
                && fromPorts.has(at.sourcePort())
                && to.has(at.destination())
                && toPorts.has(at.destinationPort());
        return forth
                || eitherWay
                        && from.has(at.destination())
                        && fromPorts.has(at.destinationPort())
                        && to.has(at.source())
                        && toPorts.has(at.sourcePort());
    }
}
