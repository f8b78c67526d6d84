// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.policy;

import java.util.Set;
import weir.analysis.deed.Deed;

/**
 * What stations of one zone may ask of another.
 *
 * @param from zone of those who ask
 * @param to zone of those who are asked
 * @param protocols in which they may; empty for all
 * @param deeds what they may do; empty for all
 */
public record Conduit(String from, String to, Set<String> protocols, Set<Deed> deeds) {

    public Conduit {
        protocols = Set.copyOf(protocols);
        deeds = Set.copyOf(deeds);
    }

    boolean joins(String client, String server) {
        return from.equals(client) && to.equals(server);
    }

    boolean carries(String protocol) {
        return protocols.isEmpty() || protocol.isEmpty() || protocols.contains(protocol);
    }

    boolean allows(String protocol, Deed deed) {
        return carries(protocol) && (deeds.isEmpty() || deeds.contains(deed));
    }
}
