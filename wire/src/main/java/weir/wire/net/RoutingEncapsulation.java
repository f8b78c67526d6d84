// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

/**
 * GRE (RFC 2784, 2890) and the mirrored frames that ERSPAN carries in it (draft-foschiano-erspan). The enhanced GRE of
 * PPTP (version 1) stays closed: its PPP frames may be compressed and cut up.
 *
 * <pre>
 * GRE:        flags 13 bits (checksum 0x8000, routing 0x4000, key 0x2000, sequence 0x1000), version 3 | type 2 |
 *             [ checksum 2, reserved 2 ] | [ key 4 ] | [ sequence 4 ]
 * ERSPAN I:   no header, and no sequence in GRE
 * ERSPAN II:  version 4 bits (1), VLAN 12 | 6 more octets
 * ERSPAN III: version 4 bits (2), VLAN 12 | 9 more octets, the last bit: 8 octets of platform header follow
 * </pre>
 */
final class RoutingEncapsulation {

    private static final int ERSPAN = 0x88be;
    private static final int ERSPAN_III = 0x22eb;

    private static final int CHECKSUM = 0x8000;
    private static final int ROUTING = 0x4000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int VERSION = 0x0007;

    private RoutingEncapsulation() {}

    static Next read(Packet p) {
        if (p.captured < 4) {
            return p.tooShort("gre_header_short");
        }
        int flags = Octets.u16(p.data, p.payload);
        if ((flags & (ROUTING | VERSION)) != 0) {
            return Next.DONE;
        }
        int header = 4 + 4 * Integer.bitCount(flags & (CHECKSUM | KEY | SEQUENCE));
        if (p.captured < header) {
            return p.tooShort("gre_header_short");
        }
        p.inner = header;
        return switch (Octets.u16(p.data, p.payload + 2)) {
            case EtherTypes.IPV4 -> Next.IPV4;
            case EtherTypes.IPV6 -> Next.IPV6;
            case EtherTypes.BRIDGED_ETHERNET -> Next.ETHERNET;
            case ERSPAN -> (flags & SEQUENCE) == 0 ? Next.ETHERNET : mirrored(p);
            case ERSPAN_III -> mirrored(p);
            default -> Next.DONE;
        };
    }

    private static Next mirrored(Packet p) {
        int left = p.captured - p.inner;
        if (left < 8) {
            return p.tooShort("erspan_header_short");
        }
        int at = p.payload + p.inner;
        int version = p.data[at] >>> 4 & 15;
        if (version == 1) {
            p.inner += 8;
            return Next.ETHERNET;
        }
        if (version != 2) {
            return p.malformed("erspan_version");
        }
        if (left < 12) {
            return p.tooShort("erspan_header_short");
        }
        p.inner += (p.data[at + 11] & 1) == 0 ? 12 : 20;
        return Next.ETHERNET;
    }
}
