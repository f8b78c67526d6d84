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
 * Multicast DNS (RFC 6762): DNS messages on UDP port 5353, where each device answers for itself.
 *
 * <p>An answer is told as a notice, since it goes to all and names no question; a query is told question by question.
 */
public final class Mdns implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(5353));

    @Override
    public String name() {
        return "mdns";
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
        return new Messages(Flavour.MDNS);
    }
}
