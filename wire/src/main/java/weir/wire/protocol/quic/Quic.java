// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.quic;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * QUIC over UDP on any port (RFC 9000): headers, see {@link LongHeader}. The first packets of both sides are protected by
 * keys that all can make, so the hellos of TLS in them are read; what follows is encrypted and said to be so.
 *
 * <p>A packet is told with the version as space, the connection id that it goes to as symbol and the one that it comes
 * from as qualifier.
 */
public final class Quic implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(443));
    private static final int MOST_VERSIONS = 64;

    @Override
    public String name() {
        return "quic";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (!LongHeader.isLong(in.peek(0)) || in.left() < 7) {
            return Likeness.NO;
        }
        if (in.peek32(1) == 0) {
            return negotiation(in);
        }
        if (!Version.isListed(in.peek32(1))) {
            return Likeness.NO;
        }
        LongHeader header = new LongHeader();
        if (!header.read(in)) {
            return Likeness.NO;
        }
        boolean fits = header.length < 0 || header.length >= 20 && header.length <= in.left();
        return !fits ? Likeness.NO : header.type == PacketType.UNKNOWN_VERSION ? Likeness.MAYBE : Likeness.SURE;
    }

    /** All versions that are offered must be known ones. */
    private static Likeness negotiation(Cursor in) {
        LongHeader header = new LongHeader();
        if (!header.read(in) || in.left() < 4 || in.left() % 4 != 0 || in.left() > 4 * MOST_VERSIONS) {
            return Likeness.NO;
        }
        while (in.left() > 0) {
            if (!Version.isListed(in.u32())) {
                return Likeness.NO;
            }
        }
        return Likeness.SURE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
