// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.wire.Sink;

/** Addresses that were answered lately, so that an answer that repeats makes none. */
final class AnsweredAddresses {

    private static final int MOST = 16;

    private final @Nullable Address[] addresses = new @Nullable Address[MOST];

    /** The address of these bits: the sender's own where they are the same. */
    Address of(Address.Kind kind, long high, long low, Sink out) {
        Address source = out.at().source();
        if (source.kind() == kind && source.low() == low && source.high() == high) {
            return source;
        }
        int slot = (int) ((low * 31 + high) * 0x9e37_79b9_7f4a_7c15L >>> 60) & MOST - 1;
        Address known = addresses[slot];
        if (known == null || known.kind() != kind || known.low() != low || known.high() != high) {
            known = kind == Address.Kind.IPV4 ? Address.ipv4(low) : Address.ipv6(high, low);
            addresses[slot] = known;
        }
        return known;
    }
}
