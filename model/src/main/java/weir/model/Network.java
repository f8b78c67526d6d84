// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * A range of addresses that begin with the same bits: {@code 10.1.0.0/16}, {@code fd00::/8}, or one address.
 *
 * @param first its first address
 * @param bits how many leading bits are the same: 0 to 32 in IPv4, 0 to 128 in IPv6
 */
public record Network(Address first, int bits) {

    public Network {
        int most = first.kind() == Address.Kind.IPV4 ? 32 : 128;
        boolean isNetwork = first.kind() == Address.Kind.IPV4 || first.kind() == Address.Kind.IPV6;
        if (!isNetwork || bits < 0 || bits > most) {
            throw new IllegalArgumentException(first + "/" + bits + " is no network");
        }
    }

    /** @throws IllegalArgumentException if the text is neither a network nor an address */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        Address first = Address.parse(slash < 0 ? text : text.substring(0, slash));
        int most = first.kind() == Address.Kind.IPV4 ? 32 : 128;
        try {
            return new Network(first, slash < 0 ? most : Integer.parseInt(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is no network; write it as 10.1.0.0/16", e);
        }
    }

    public boolean contains(Address address) {
        if (address.kind() != first.kind()) {
            return false;
        }
        if (first.kind() == Address.Kind.IPV4) {
            return bits == 0 || (address.low() ^ first.low()) >>> 32 - bits == 0;
        }
        if (bits <= 64) {
            return bits == 0 || (address.high() ^ first.high()) >>> 64 - bits == 0;
        }
        return address.high() == first.high() && (address.low() ^ first.low()) >>> 128 - bits == 0;
    }
}
