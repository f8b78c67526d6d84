// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

/**
 * Link headers other than Ethernet, by the LINKTYPE numbers of capture files (tcpdump.org/linktypes.html).
 *
 * <pre>
 * null, loop: address family 4, in the byte order of the capturing machine or of the network
 * cooked:     packet type 2 | ARP hardware type 2 | address length 2 | address 8 | EtherType 2
 * cooked v2:  EtherType 2 | reserved 2 | interface 4 | hardware type 2 | packet type 1 | address length 1 | address 8
 * Cisco HDLC: address 1 (0F, 8F) | control 1 | EtherType 2
 * </pre>
 */
final class Links {

    static final int NULL = 0;
    static final int ETHERNET = 1;
    static final int PPP = 9;
    static final int RAW_BSD = 12;
    static final int RAW_OPENBSD = 14;
    static final int PPP_HDLC = 50;
    static final int PPP_ETHERNET = 51;
    static final int RAW = 101;
    static final int CISCO_HDLC = 104;
    static final int LOOP = 108;
    static final int COOKED = 113;
    static final int RAW_IPV4 = 228;
    static final int RAW_IPV6 = 229;
    static final int COOKED_2 = 276;

    /** Protocol of a cooked frame that begins with LLC. */
    private static final int COOKED_LLC = 4;

    private Links() {}

    static Next read(Packet p, int linkType) {
        return switch (linkType) {
            case NULL, LOOP -> family(p);
            case RAW, RAW_BSD, RAW_OPENBSD -> raw(p);
            case RAW_IPV4 -> v4(p);
            case RAW_IPV6 -> v6(p);
            case COOKED -> cooked(p);
            case COOKED_2 -> cooked2(p);
            case PPP -> PointToPoint.onLine(p);
            case PPP_ETHERNET -> PointToPoint.overEthernet(p);
            case CISCO_HDLC -> ciscoHdlc(p);
            case PPP_HDLC ->
                p.captured > 0 && (p.data[p.payload] & 0x7f) == 0x0f ? ciscoHdlc(p) : PointToPoint.onLine(p);
            default -> Next.UNKNOWN_LINK;
        };
    }

    private static Next family(Packet p) {
        if (p.captured < 4) {
            return p.tooShort("null_header_short");
        }
        int read = Octets.i32(p.data, p.payload);
        int family = read >>> 16 == 0 ? read : Integer.reverseBytes(read);
        p.skip(4);
        return switch (family) {
            case 2 -> v4(p);
            // Linux, Windows, the BSDs, and Darwin each have a number of their own for IPv6
            case 10, 23, 24, 28, 30 -> v6(p);
            default -> Next.DONE;
        };
    }

    private static Next raw(Packet p) {
        if (p.captured == 0) {
            return p.tooShort("ip_header_short");
        }
        return switch (p.data[p.payload] >>> 4 & 15) {
            case 4 -> v4(p);
            case 6 -> v6(p);
            default -> p.malformed("ip_version");
        };
    }

    private static Next v4(Packet p) {
        p.etherType = EtherTypes.IPV4;
        return Internet.v4(p);
    }

    private static Next v6(Packet p) {
        p.etherType = EtherTypes.IPV6;
        return Internet.v6(p);
    }

    private static Next cooked(Packet p) {
        if (p.captured < 16) {
            return p.tooShort("cooked_header_short");
        }
        int protocol = Octets.u16(p.data, p.payload + 14);
        boolean mac = Octets.u16(p.data, p.payload + 4) == 6;
        p.sourceMac = mac ? Octets.u48(p.data, p.payload + 6) : 0;
        p.skip(16);
        return cookedPayload(p, protocol);
    }

    private static Next cooked2(Packet p) {
        if (p.captured < 20) {
            return p.tooShort("cooked_header_short");
        }
        int protocol = Octets.u16(p.data, p.payload);
        boolean mac = p.data[p.payload + 11] == 6;
        p.sourceMac = mac ? Octets.u48(p.data, p.payload + 12) : 0;
        p.skip(20);
        return cookedPayload(p, protocol);
    }

    private static Next cookedPayload(Packet p, int protocol) {
        if (protocol >= EtherTypes.LOWEST) {
            return Ethernet.typed(p, protocol);
        }
        return protocol == COOKED_LLC ? Ethernet.logicalLink(p, p.length) : Next.DONE;
    }

    private static Next ciscoHdlc(Packet p) {
        if (p.captured < 4) {
            return p.tooShort("hdlc_header_short");
        }
        int type = Octets.u16(p.data, p.payload + 2);
        p.skip(4);
        if (type >= EtherTypes.LOWEST) {
            return Ethernet.typed(p, type);
        }
        p.etherType = type;
        return Next.DONE;
    }
}
