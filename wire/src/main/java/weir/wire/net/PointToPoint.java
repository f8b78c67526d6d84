// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

/**
 * PPP (RFC 1661), on a line with or without the HDLC address and control octets (RFC 1662), and over Ethernet (RFC
 * 2516).
 *
 * <pre>
 * PPPoE: version 4 bits, type 4 bits (0x11) | code (0 = session) | session 2 | length 2 | PPP
 * PPP:   [ FF 03 ] | protocol 2, or 1 where the first octet is odd | payload
 * </pre>
 */
final class PointToPoint {

    private static final int IPV4 = 0x0021;
    private static final int IPV6 = 0x0057;
    private static final int MPLS = 0x0281;

    private PointToPoint() {}

    static Next overEthernet(Packet p) {
        if (p.captured < 8) {
            return p.tooShort("pppoe_header_short");
        }
        if (Octets.u16(p.data, p.payload) != 0x1100) {
            return p.malformed("pppoe_version");
        }
        int length = Octets.u16(p.data, p.payload + 4);
        if (length + 6 < p.length) {
            p.end(length + 6);
        }
        return carried(p, 6, 0);
    }

    static Next onLine(Packet p) {
        if (p.captured < 4) {
            return p.tooShort("ppp_header_short");
        }
        int header = Octets.u16(p.data, p.payload) == 0xff03 ? 2 : 0;
        return carried(p, header, header + 2);
    }

    /** @param unopened distance to the payload of a frame whose protocol is not opened here */
    private static Next carried(Packet p, int header, int unopened) {
        if (p.captured < header + 2) {
            return p.tooShort("ppp_header_short");
        }
        int at = p.payload + header;
        boolean compressed = (p.data[at] & 1) != 0;
        int protocol = compressed ? Octets.u8(p.data, at) : Octets.u16(p.data, at);
        int whole = header + (compressed ? 1 : 2);
        return switch (protocol) {
            case IPV4 -> {
                p.skip(whole);
                p.etherType = EtherTypes.IPV4;
                yield Internet.v4(p);
            }
            case IPV6 -> {
                p.skip(whole);
                p.etherType = EtherTypes.IPV6;
                yield Internet.v6(p);
            }
            case MPLS -> {
                p.skip(whole);
                p.etherType = EtherTypes.MPLS;
                yield Labels.read(p);
            }
            default -> {
                p.skip(unopened);
                yield Next.DONE;
            }
        };
    }
}
