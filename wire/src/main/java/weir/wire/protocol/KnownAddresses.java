// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Address;

/**
 * Addresses that stand inside the messages of one conversation, each made once while it repeats. Holds at most {@value
 * #MOST}; a further one takes another's place.
 */
public final class KnownAddresses {

    private static final int MOST = 16;
    private static final int NEAR = 4;

    private @Nullable Address @Nullable [] known;
    private int turn;

    /** From the low 48 bits. */
    public Address mac(long bits) {
        return of(Address.Kind.MAC, 0, bits & 0xffff_ffff_ffffL);
    }

    /** From the low 32 bits. */
    public Address ipv4(long bits) {
        return of(Address.Kind.IPV4, 0, bits & 0xffff_ffffL);
    }

    public Address ipv6(long high, long low) {
        return of(Address.Kind.IPV6, high, low);
    }

    private Address of(Address.Kind kind, long high, long low) {
        @Nullable Address[] table = known;
        if (table == null) {
            table = new @Nullable Address[MOST];
            known = table;
        }
        int home = (int) ((high * 31 + low) * 0x9e37_79b9_7f4a_7c15L >>> 40);
        int free = -1;
        for (int i = 0; i < NEAR; i++) {
            int slot = home + i & MOST - 1;
            Address address = table[slot];
            if (address == null) {
                free = slot;
                break;
            }
            if (address.low() == low && address.high() == high && address.kind() == kind) {
                return address;
            }
        }
        Address made = make(kind, high, low);
        table[free >= 0 ? free : home + (turn++ & NEAR - 1) & MOST - 1] = made;
        return made;
    }

    private static Address make(Address.Kind kind, long high, long low) {
        return switch (kind) {
            case NONE -> Address.NONE;
            case MAC -> Address.mac(low);
            case IPV4 -> Address.ipv4(low);
            case IPV6 -> Address.ipv6(high, low);
        };
    }
}
