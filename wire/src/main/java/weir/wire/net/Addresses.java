// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import weir.model.Address;

/** placeholder */
public final class Addresses {
    private final java.util.HashMap<Address, Address> all = new java.util.HashMap<>();

    public Address mac(long bits) {
        return bits == 0 ? Address.NONE : keep(Address.mac(bits));
    }

    public Address ipv4(long bits) {
        return keep(Address.ipv4(bits));
    }

    public Address ipv6(long high, long low) {
        return keep(Address.ipv6(high, low));
    }

    private Address keep(Address a) {
        return all.computeIfAbsent(a, x -> x);
    }
}
