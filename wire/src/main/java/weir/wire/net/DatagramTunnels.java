// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

/**
 * Tunnels in UDP, known by their port and believed only where their headers hold.
 *
 * <pre>
 * VXLAN (RFC 7348):  08 00 00 00 | network 3 | 00
 * Geneve (RFC 8926): version 2 bits (0), options length 6 in units of 4 | flags 1 | type 2 | network 3 | 00 | options
 * Teredo (RFC 4380): [ 00 01 | client 1 | value 1 | both of them | nonce 8 | confirmation 1 ] | [ 00 00 | origin 6 ] | IPv6
 * GTP-U (3GPP TS 29.281): version 3 bits (1), 1, 0, E, S, PN | FF | length 2 | tunnel 4 |
 *                    [ sequence 2 | N-PDU 1 | next extension 1 ] | [ extension length 1 in units of 4 ... next 1 ]* | IP
 * </pre>
 */
final class DatagramTunnels {

    private static final int GTP_USER = 2152;
    private static final int TEREDO = 3544;
    private static final int VXLAN = 4789;
    private static final int GENEVE = 6081;
    private static final int OLD_VXLAN = 8472;

    private static final int MOST_EXTENSIONS = 8;

    private DatagramTunnels() {}

    static Next read(Packet p) {
        return switch (p.destinationPort) {
            case VXLAN, OLD_VXLAN -> vxlan(p);
            case GENEVE -> geneve(p);
            case GTP_USER -> gtp(p);
            case TEREDO -> teredo(p);
            default -> p.sourcePort == TEREDO ? teredo(p) : Next.DONE;
        };
    }

    private static Next vxlan(Packet p) {
        if (p.captured < 8 + 14 || Octets.i32(p.data, p.payload) != 0x0800_0000 || p.data[p.payload + 7] != 0) {
            return Next.DONE;
        }
        p.inner = 8;
        return Next.ETHERNET;
    }

    private static Next geneve(Packet p) {
        if (p.captured < 8 || (p.data[p.payload] & 0xc0) != 0 || p.data[p.payload + 7] != 0) {
            return Next.DONE;
        }
        int header = 8 + (p.data[p.payload] & 0x3f) * 4;
        if (p.captured < header) {
            return Next.DONE;
        }
        p.inner = header;
        return switch (Octets.u16(p.data, p.payload + 2)) {
            case EtherTypes.BRIDGED_ETHERNET -> Next.ETHERNET;
            case EtherTypes.IPV4 -> Next.IPV4;
            case EtherTypes.IPV6 -> Next.IPV6;
            default -> Next.DONE;
        };
    }

    private static Next teredo(Packet p) {
        int header = 0;
        if (p.captured >= 13 && Octets.u16(p.data, p.payload) == 1) {
            header = 13 + Octets.u8(p.data, p.payload + 2) + Octets.u8(p.data, p.payload + 3);
        }
        if (p.captured >= header + 8 && Octets.u16(p.data, p.payload + header) == 0) {
            header += 8;
        }
        p.inner = header;
        return Internet.version(p, header) == 6 ? Next.IPV6 : Next.DONE;
    }

    private static Next gtp(Packet p) {
        if (p.captured < 12 || (p.data[p.payload] & 0xf8) != 0x30 || p.data[p.payload + 1] != (byte) 0xff) {
            return Next.DONE;
        }
        int flags = p.data[p.payload] & 7;
        int header = flags == 0 ? 8 : 12;
        int extension = (flags & 4) == 0 ? 0 : p.data[p.payload + 11];
        for (int count = 0; extension != 0 && count < MOST_EXTENSIONS; count++) {
            int size = header < p.captured ? Octets.u8(p.data, p.payload + header) * 4 : 0;
            header += size;
            if (size == 0 || header > p.captured) {
                return Next.DONE;
            }
            extension = p.data[p.payload + header - 1];
        }
        p.inner = header;
        return switch (Internet.version(p, header)) {
            case 4 -> Next.IPV4;
            case 6 -> Next.IPV6;
            default -> Next.DONE;
        };
    }
}
