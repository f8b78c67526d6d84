// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.Locale;
import weir.model.Address;
import weir.model.Transport;

/** Between whom a line says that something happened; what it does not say is {@link Address#NONE} and 0. */
record Ends(Transport transport, Address source, int sourcePort, Address destination, int destinationPort) {

    static final Ends NONE = new Ends(Transport.IP, Address.NONE, 0, Address.NONE, 0);

    static Ends of(String transport, String source, String sourcePort, String destination, String destinationPort) {
        return new Ends(
                transport(transport),
                address(source),
                Texts.port(sourcePort),
                address(destination),
                Texts.port(destinationPort));
    }

    static Ends from(String source, String port) {
        return of("", source, port, "", "");
    }

    /** The other way round where the number of the port says that the second is the one that asked. */
    Ends asked() {
        boolean turned = sourcePort > 0 && sourcePort < destinationPort && sourcePort < 1024;
        return turned ? turned() : this;
    }

    Ends turned() {
        return new Ends(transport, destination, destinationPort, source, sourcePort);
    }

    boolean known() {
        return source != Address.NONE && destination != Address.NONE;
    }

    /** An address, without the zone (RFC 4007); of the IPv4 that is written as IPv6 (RFC 4291, 2.5.5.2), the IPv4. */
    static Address address(String text) {
        String bare = text.strip();
        if (bare.length() > 64) {
            return Address.NONE;
        }
        int zone = bare.indexOf('%');
        bare = zone < 0 ? bare : bare.substring(0, zone);
        String low = bare.toLowerCase(Locale.ROOT);
        return Address.parse(low.startsWith("::ffff:") && low.indexOf('.') > 0 ? low.substring(7) : low);
    }

    /** By name or by number (IANA protocol numbers). */
    static Transport transport(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "tcp", "6" -> Transport.TCP;
            case "udp", "17" -> Transport.UDP;
            case "icmp", "1", "icmp6", "icmpv6", "ipv6-icmp", "icmp-ipv6", "58" -> Transport.ICMP;
            default -> Transport.IP;
        };
    }
}
