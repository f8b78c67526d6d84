// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.model.Address;

/**
 * Addresses by their bits, each made once: what is known allocates nothing. Holds at most {@value #MOST}; when full it
 * starts afresh.
 */
public final class Addresses {

    private static final int MOST = 1 << 17;
    private static final int MASK = 2 * MOST - 1;

    private final @Nullable Address[] table = new @Nullable Address[2 * MOST];
    private int count;

    public Address mac(long bits) {
        return find(Address.Kind.MAC, 0, bits & 0xffff_ffff_ffffL);
    }

    public Address ipv4(long bits) {
        return find(Address.Kind.IPV4, 0, bits & 0xffff_ffffL);
    }

    public Address ipv6(long high, long low) {
        return find(Address.Kind.IPV6, high, low);
    }

    private Address find(Address.Kind kind, long high, long low) {
        long mixed = (high * 31 ^ low) * 0x9e37_79b9_7f4a_7c15L;
        int slot = (int) (mixed >>> 40) & MASK;
        for (Address known = table[slot]; known != null; known = table[slot]) {
            if (known.low() == low && known.high() == high && known.kind() == kind) {
                return known;
            }
            slot = slot + 1 & MASK;
        }
        return keep(slot, kind, high, low);
    }

    private Address keep(int free, Address.Kind kind, long high, long low) {
        if (count == MOST) {
            Arrays.fill(table, null);
            count = 0;
        }
        Address made = switch (kind) {
            case NONE -> Address.NONE;
            case MAC -> Address.mac(low);
            case IPV4 -> Address.ipv4(low);
            case IPV6 -> Address.ipv6(high, low);
        };
        table[free] = made;
        count++;
        return made;
    }
}
