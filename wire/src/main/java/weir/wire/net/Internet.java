// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import weir.model.Transport;

/**
 * IPv4 (RFC 791) and IPv6 (RFC 8200) with its extension headers. A length of 0 comes from a network card that cuts the
 * packet up later; then the frame's length counts.
 *
 * <pre>
 * IPv4: version 4 bits, header length 4 | class 1 | length 2 | identification 2 | flags 3 bits, offset 13 |
 *       time to live 1 | protocol 1 | checksum 2 | source 4 | destination 4 | options
 * IPv6: version 4 bits, class 8, flow 20 | payload length 2 | next header 1 | hop limit 1 | source 16 | destination 16
 * </pre>
 */
final class Internet {

    private static final int V4_HEADER = 20;
    private static final int V6_HEADER = 40;
    private static final int MOST_EXTENSIONS = 16;

    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int NOTHING = 59;
    private static final int DESTINATION = 60;
    private static final int MOBILITY = 135;
    private static final int HOST_IDENTITY = 139;
    private static final int SHIM6 = 140;

    private Internet() {}

    static Next v4(Packet p) {
        if (p.captured < V4_HEADER) {
            return p.tooShort("ipv4_header_short");
        }
        byte[] data = p.data;
        int at = p.payload;
        long first = Octets.i64(data, at);
        long second = Octets.i64(data, at + 8);
        int header = (int) (first >>> 54) & 0x3c;
        int total = (int) (first >>> 32) & 0xffff;
        if (first >>> 60 != 4) {
            return p.malformed("ipv4_version");
        }
        if (header < V4_HEADER || header > p.length) {
            return p.malformed("ipv4_header_short");
        }
        if (total != 0) {
            if (total < header) {
                return p.malformed("ipv4_length_short");
            }
            p.end(total);
        }
        p.ipVersion = 4;
        p.ipLength = p.length;
        p.transport = Transport.IP;
        p.identification = first >>> 16 & 0xffff;
        p.ttl = (int) (second >>> 56);
        p.ipProtocol = (int) (second >>> 48) & 0xff;
        p.sourceHigh = 0;
        p.sourceLow = second & 0xffff_ffffL;
        p.destinationHigh = 0;
        p.destinationLow = Octets.u32(data, at + 16);
        p.skip(header);
        return (first & 0x3fff) == 0 ? above(p) : part(p, (int) first);
    }

    /** The flags of IPv4, reserved, not to be cut up, more fragments, and an offset in units of 8. */
    private static Next part(Packet p, int flagsAndOffset) {
        p.fragmentOffset = (flagsAndOffset & 0x1fff) << 3;
        p.moreFragments = (flagsAndOffset & 0x2000) != 0;
        return Next.FRAGMENT;
    }

    static Next v6(Packet p) {
        if (p.captured < V6_HEADER) {
            return p.tooShort("ipv6_header_short");
        }
        byte[] data = p.data;
        int at = p.payload;
        if ((data[at] & 0xf0) != 0x60) {
            return p.malformed("ipv6_version");
        }
        int length = Octets.u16(data, at + 4);
        p.ipVersion = 6;
        p.ipLength = V6_HEADER + length;
        p.identification = -1;
        p.transport = Transport.IP;
        p.ipProtocol = data[at + 6] & 0xff;
        p.ttl = data[at + 7] & 0xff;
        p.sourceHigh = Octets.i64(data, at + 8);
        p.sourceLow = Octets.i64(data, at + 16);
        p.destinationHigh = Octets.i64(data, at + 24);
        p.destinationLow = Octets.i64(data, at + 32);
        p.skip(V6_HEADER);
        if (length != 0 || p.ipProtocol == NOTHING) {
            p.end(length);
        }
        return above(p);
    }

    /** What IP carries: the transport, after such extension headers as there are. */
    static Next above(Packet p) {
        int protocol = p.ipProtocol;
        if (protocol == Transports.TCP) {
            return Transports.tcp(p);
        }
        if (p.ipVersion == 6 || protocol == AUTHENTICATION) {
            return extensions(p);
        }
        return Transports.read(p);
    }

    private static Next extensions(Packet p) {
        for (int count = 0; count < MOST_EXTENSIONS; count++) {
            int unit;
            switch (p.ipProtocol) {
                case HOP_BY_HOP, ROUTING, DESTINATION, MOBILITY, HOST_IDENTITY, SHIM6 -> unit = 8;
                case AUTHENTICATION -> unit = 4;
                case FRAGMENT -> {
                    if (p.captured < 8) {
                        return p.tooShort("ipv6_fragment_short");
                    }
                    if (isPart(p)) {
                        return Next.FRAGMENT;
                    }
                    continue;
                }
                default -> {
                    return Transports.read(p);
                }
            }
            if (p.captured < 8) {
                return p.tooShort("ipv6_extension_short");
            }
            // in units of 8 octets without the first (RFC 8200), or of 4 without the first two (RFC 4302)
            int size = Octets.u8(p.data, p.payload + 1) * unit + 8;
            if (size > p.captured) {
                return p.tooShort("ipv6_extension_short");
            }
            p.sourceRouted |= p.ipProtocol == ROUTING && isSourceRoute(p);
            p.ipProtocol = Octets.u8(p.data, p.payload);
            p.skip(size);
        }
        return p.malformed("ipv6_extensions_endless");
    }

    /** Type 0 with a way still to go (RFC 5095): next 1 | size 1 | type 1 | segments left 1. */
    private static boolean isSourceRoute(Packet p) {
        return p.data[p.payload + 2] == 0 && p.data[p.payload + 3] != 0;
    }

    /**
     * Reads a fragment header: next 1 | reserved 1 | offset 13 bits, 2, more 1 | identification 4. False for a whole
     * datagram that has one nevertheless (RFC 6946).
     */
    private static boolean isPart(Packet p) {
        int fragment = Octets.u16(p.data, p.payload + 2);
        p.ipProtocol = Octets.u8(p.data, p.payload);
        p.identification = Octets.u32(p.data, p.payload + 4);
        p.fragmentOffset = fragment & 0xfff8;
        p.moreFragments = (fragment & 1) != 0;
        p.skip(8);
        return (fragment & 0xfff9) != 0;
    }

    /** 4 or 6 where an IP header stands {@code distance} further on whose lengths fit what there is, else 0. */
    static int version(Packet p, int distance) {
        int left = p.length - distance;
        int at = p.payload + distance;
        if (p.captured - distance < V4_HEADER) {
            return 0;
        }
        int first = p.data[at] & 0xff;
        int second = Octets.u16(p.data, at + 2);
        if (first >>> 4 == 4) {
            return (first & 15) >= 5 && second >= V4_HEADER && second <= left ? 4 : 0;
        }
        boolean six = first >>> 4 == 6 && left >= V6_HEADER;
        return six && Octets.u16(p.data, at + 4) + V6_HEADER <= left ? 6 : 0;
    }
}
