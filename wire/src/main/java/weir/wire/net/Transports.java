// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import weir.model.Transport;

/**
 * TCP (RFC 9293), UDP (RFC 768) and ICMP; from them, and from IP, the ways into tunnels.
 *
 * <pre>
 * TCP: source 2 | destination 2 | sequence 4 | acknowledgement 4 | header length 4 bits, 4, flags 8 | window 2 |
 *      checksum 2 | urgent 2 | options
 * UDP: source 2 | destination 2 | length 2 | checksum 2
 * </pre>
 */
final class Transports {

    static final int TCP = 6;

    private static final int ICMP = 1;
    private static final int IPV4 = 4;
    private static final int UDP = 17;
    private static final int IPV6 = 41;
    private static final int GRE = 47;
    private static final int ICMPV6 = 58;

    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;

    private Transports() {}

    static Next read(Packet p) {
        return switch (p.ipProtocol) {
            case TCP -> tcp(p);
            case UDP -> udp(p);
            case ICMP, ICMPV6 -> icmp(p);
            case IPV4 -> {
                p.inner = 0;
                yield Next.IPV4;
            }
            case IPV6 -> {
                p.inner = 0;
                yield Next.IPV6;
            }
            case GRE -> RoutingEncapsulation.read(p);
            default -> Next.DONE;
        };
    }

    static Next tcp(Packet p) {
        if (p.captured < TCP_HEADER) {
            return p.tooShort("tcp_header_short");
        }
        byte[] data = p.data;
        int at = p.payload;
        long first = Octets.i64(data, at);
        long second = Octets.i64(data, at + 8);
        int header = (int) (second >>> 26) & 0x3c;
        if (header < TCP_HEADER || header > p.length) {
            return p.malformed("tcp_header_short");
        }
        p.sourcePort = (int) (first >>> 48);
        p.destinationPort = (int) (first >>> 32) & 0xffff;
        p.sequence = first & 0xffff_ffffL;
        p.acknowledgement = second >>> 32;
        p.flags = (int) (second >>> 16) & 0xff;
        p.window = (int) second & 0xffff;
        p.checksum = Octets.u16(data, at + 16);
        p.transport = Transport.TCP;
        p.options = at + TCP_HEADER;
        p.skip(header);
        p.length = Math.min(p.length, p.wireEnd - p.payload);
        return Next.DONE;
    }

    private static Next udp(Packet p) {
        if (p.captured < UDP_HEADER) {
            return p.tooShort("udp_header_short");
        }
        byte[] data = p.data;
        int at = p.payload;
        int length = Octets.u16(data, at + 4);
        if (length < UDP_HEADER && length != 0) {
            return p.malformed("udp_length_short");
        }
        p.sourcePort = Octets.u16(data, at);
        p.destinationPort = Octets.u16(data, at + 2);
        p.checksum = Octets.u16(data, at + 6);
        p.transport = Transport.UDP;
        if (length != 0 && length < p.length) {
            p.end(length);
        }
        p.skip(UDP_HEADER);
        return DatagramTunnels.read(p);
    }

    private static Next icmp(Packet p) {
        if (p.captured < 4) {
            return p.tooShort("icmp_header_short");
        }
        p.checksum = Octets.u16(p.data, p.payload + 2);
        p.transport = Transport.ICMP;
        return Next.DONE;
    }
}
