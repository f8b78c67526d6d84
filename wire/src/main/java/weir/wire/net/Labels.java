// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

/**
 * MPLS label stacks (RFC 3032). What follows is not named and must be guessed: IP by its version, else an Ethernet
 * pseudowire with or without a control word (RFC 4448), which begins with a nibble of 0.
 *
 * <pre>label 20 bits | class 3 | bottom of stack 1 | time to live 8</pre>
 */
final class Labels {

    private static final int MOST = 16;

    private Labels() {}

    static Next read(Packet p) {
        int after = 0;
        boolean bottom = false;
        for (int label = 0; label < MOST && !bottom; label++) {
            if (p.captured < after + 4) {
                return p.tooShort("mpls_label_short");
            }
            bottom = (p.data[p.payload + after + 2] & 1) != 0;
            after += 4;
        }
        if (!bottom) {
            return p.malformed("mpls_labels_endless");
        }
        return carried(p, after);
    }

    private static Next carried(Packet p, int after) {
        return switch (Internet.version(p, after)) {
            case 4 -> {
                p.skip(after);
                p.etherType = EtherTypes.IPV4;
                yield Internet.v4(p);
            }
            case 6 -> {
                p.skip(after);
                p.etherType = EtherTypes.IPV6;
                yield Internet.v6(p);
            }
            default -> {
                p.inner = after + (hasControlWord(p, after) ? 4 : 0);
                yield p.captured < p.inner + 14 ? Next.DONE : Next.ETHERNET;
            }
        };
    }

    /** A hardware address may begin with a nibble of 0 too: then a well-known EtherType in its place decides. */
    private static boolean hasControlWord(Packet p, int after) {
        int at = p.payload + after;
        if (p.captured <= after || (p.data[at] & 0xf0) != 0) {
            return false;
        }
        if (p.captured < after + 14) {
            return true;
        }
        return switch (Octets.u16(p.data, at + 12)) {
            case EtherTypes.IPV4, EtherTypes.IPV6, EtherTypes.ARP, EtherTypes.VLAN, EtherTypes.SERVICE_VLAN -> false;
            default -> true;
        };
    }
}
