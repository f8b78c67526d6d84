// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * Link-Local Multicast Name Resolution (RFC 4795): DNS messages on UDP port 5355, where the named device answers.
 *
 * <p>The question goes to a group, the answer comes from the device itself: what it says of its address is its own word.
 */
public final class Llmnr implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(5355));

    @Override
    public String name() {
        return "llmnr";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    /** Believed on its port alone: elsewhere the same bytes are DNS. */
    @Override
    public Likeness probe(Cursor in, Transport over) {
        return Dns.likeness(in) == Likeness.NO ? Likeness.NO : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Messages(Flavour.LLMNR);
    }
}
