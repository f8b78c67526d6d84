// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

/**
 * Ethernet frames (IEEE 802.3): VLAN tags (802.1Q, 802.1ad), HSR tags and PRP trailers (IEC 62439-3), LLC (802.2) and
 * SNAP (RFC 1042).
 *
 * <pre>
 * destination 6 | source 6 | [ TPID 2 | TCI 2 ]* | EtherType or length 2 | payload | [ RCT 6 ]
 * HSR tag:  0x892F | path 4 bits, LSDU size 12 bits | sequence 2 | EtherType 2
 * PRP RCT:  sequence 2 | LAN 4 bits (0xA, 0xB), LSDU size 12 bits | 0x88FB
 * SNAP:     AA AA 03 | organisation 3 | type 2
 * </pre>
 */
final class Ethernet {

    private static final int HEADER = 14;
    private static final int MOST_TAGS = 8;
    private static final int TRAILER = 6;
    private static final int SNAP = 0xaaaa;

    private Ethernet() {}

    static Next read(Packet p) {
        if (p.captured < HEADER) {
            return p.tooShort("ethernet_header_short");
        }
        byte[] data = p.data;
        int at = p.payload;
        p.destinationMac = Octets.i64(data, at) >>> 16;
        p.sourceMac = Octets.i64(data, at + 6) >>> 16;
        int type = Octets.u16(data, at + 12);
        p.skip(HEADER);
        if (p.captured == p.length && p.length >= TRAILER) {
            cutTrailer(p);
        }
        return typed(p, type);
    }

    /** What follows an EtherType or length, which may be tags and another. */
    static Next typed(Packet p, int outermost) {
        int type = outermost;
        for (int tags = 0; tags < MOST_TAGS; tags++) {
            switch (type) {
                case EtherTypes.VLAN, EtherTypes.SERVICE_VLAN, EtherTypes.OLD_SERVICE_VLAN -> {
                    if (p.captured < 4) {
                        return p.tooShort("vlan_tag_short");
                    }
                    p.tag(Octets.u16(p.data, p.payload) & 0xfff);
                    type = Octets.u16(p.data, p.payload + 2);
                    p.skip(4);
                }
                case EtherTypes.HSR -> {
                    if (p.captured < 6) {
                        return p.tooShort("hsr_tag_short");
                    }
                    p.redundancy = Octets.u16(p.data, p.payload + 2);
                    type = Octets.u16(p.data, p.payload + 4);
                    p.skip(6);
                }
                default -> {
                    // 0 is no length that a frame with something in it has
                    return type < EtherTypes.LOWEST && type != 0 ? logicalLink(p, type) : carried(p, type);
                }
            }
        }
        return p.malformed("vlan_tags_endless");
    }

    private static Next carried(Packet p, int type) {
        p.etherType = type;
        return switch (type) {
            case EtherTypes.IPV4 -> Internet.v4(p);
            case EtherTypes.IPV6 -> Internet.v6(p);
            case EtherTypes.MPLS, EtherTypes.MPLS_MULTICAST -> Labels.read(p);
            case EtherTypes.PPPOE_SESSION -> PointToPoint.overEthernet(p);
            default -> Next.DONE;
        };
    }

    static Next logicalLink(Packet p, int length) {
        if (length < p.length) {
            p.end(length);
        }
        if (p.captured < 3) {
            return p.tooShort("llc_header_short");
        }
        p.llc = Octets.u16(p.data, p.payload);
        int control = Octets.u8(p.data, p.payload + 2);
        if (p.llc != SNAP || control != 3) {
            // I and S frames have a second octet of control, U frames have not (802.2 clause 5.2)
            int header = (control & 3) == 3 ? 3 : 4;
            if (p.captured < header) {
                return p.tooShort("llc_header_short");
            }
            p.skip(header);
            return Next.DONE;
        }
        if (p.captured < 8) {
            return p.tooShort("snap_header_short");
        }
        p.snap = Octets.i64(p.data, p.payload) & 0xff_ffff_ffffL;
        p.skip(8);
        int type = (int) p.snap & 0xffff;
        return p.snap >>> 16 == 0 && type >= EtherTypes.LOWEST ? carried(p, type) : Next.DONE;
    }

    /** The size in the trailer counts the trailer, and not the header; whether it counts VLAN tags differs. */
    private static void cutTrailer(Packet p) {
        int end = p.payload + p.captured;
        if (Octets.u16(p.data, end - 2) != EtherTypes.PRP) {
            return;
        }
        int lanAndSize = Octets.u16(p.data, end - 4);
        int lan = lanAndSize >>> 12;
        int tags = p.length - (lanAndSize & 0xfff);
        if ((lan == 0xa || lan == 0xb) && (tags == 0 || tags == 4 || tags == 8)) {
            p.redundancy = Octets.u16(p.data, end - TRAILER);
            p.end(p.length - TRAILER);
        }
    }
}
