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
        switch (Internet.version(p, after)) {
            case 4 -> {
                p.skip(after);
                p.etherType = EtherTypes.IPV4;
                return Internet.v4(p);
            }
            case 6 -> {
                p.skip(after);
                p.etherType = EtherTypes.IPV6;
                return Internet.v6(p);
            }
            default -> {
                boolean control = p.captured > after && (p.data[p.payload + after] & 0xf0) == 0;
                p.inner = after + (control ? 4 : 0);
                return p.captured < p.inner + 14 ? Next.DONE : Next.ETHERNET;
            }
        }
    }
}
