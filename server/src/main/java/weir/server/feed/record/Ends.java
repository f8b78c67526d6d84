// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import java.util.Locale;
import weir.model.Address;
import weir.model.Sighting;
import weir.model.Transport;

/**
 * When and between whom a record says that something was.
 *
 * @param fromClient the source is the side that asks
 */
record Ends(
        long time,
        Transport transport,
        Address source,
        int sourcePort,
        Address destination,
        int destinationPort,
        boolean fromClient) {

    /** A record that tells of one host alone. */
    static Ends at(long time, Address host) {
        return new Ends(time, Transport.IP, Address.NONE, 0, host, 0, true);
    }

    static Ends between(long time, String transport, Address source, String sourcePort, Address to, String toPort) {
        return new Ends(time, transport(transport), source, Numerals.port(sourcePort), to, Numerals.port(toPort), true);
    }

    /** The same, told by the side that answers. */
    Ends fromServer() {
        return new Ends(time, transport, source, sourcePort, destination, destinationPort, false);
    }

    /** The same, the other way round. */
    Ends back() {
        return new Ends(time, transport, destination, destinationPort, source, sourcePort, !fromClient);
    }

    Address client() {
        return fromClient ? source : destination;
    }

    Address server() {
        return fromClient ? destination : source;
    }

    void into(Sighting at) {
        at.between(transport, source, sourcePort, destination, destinationPort)
                .conversation(0, fromClient)
                .latency(-1)
                .detail(0);
    }

    private static Transport transport(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "tcp", "6" -> Transport.TCP;
            case "udp", "17" -> Transport.UDP;
            case "icmp", "icmp6", "ipv6-icmp", "1", "58" -> Transport.ICMP;
            default -> Transport.IP;
        };
    }
}
