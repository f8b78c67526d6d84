// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import org.jspecify.annotations.Nullable;
import weir.model.Address;

/** The value is an address in a network: {@code 10.0.0.0/8}, {@code fe80::/10}. */
public final class Cidr implements Comparison {

    private final Address network;
    private final int bits;

    private Cidr(Address network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    static Cidr of(String text) throws Unsupported {
        int slash = text.indexOf('/');
        Address network = Address.parse(slash < 0 ? text : text.substring(0, slash));
        int most = switch (network.kind()) {
            case IPV4 -> 32;
            case IPV6 -> 128;
            case MAC, NONE -> -1;
        };
        int bits = slash < 0 ? most : bits(text.substring(slash + 1));
        if (most < 0 || bits < 0 || bits > most) {
            throw new Unsupported("rules with a network that is none:", text);
        }
        return new Cidr(network, bits);
    }

    private static int bits(String text) {
        boolean sane = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return sane ? Integer.parseInt(text) : -1;
    }

    @Override
    public boolean holds(@Nullable String value, Evidence on) {
        if (value == null) {
            return false;
        }
        Address address =
                Address.parse(value.startsWith("::ffff:") && value.contains(".") ? value.substring(7) : value);
        if (address.kind() != network.kind()) {
            return false;
        }
        return switch (network.kind()) {
            case IPV4 -> same(address.low() << 32, network.low() << 32, bits);
            case IPV6 ->
                same(address.high(), network.high(), Math.min(bits, 64))
                        && same(address.low(), network.low(), Math.max(0, bits - 64));
            case MAC, NONE -> false;
        };
    }

    private static boolean same(long one, long other, int leading) {
        return leading == 0 || (one ^ other) >>> 64 - leading == 0;
    }
}
