// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.amqp;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * AMQP over TCP, numbers big-endian: 0-9-1 (2.3.5 of its specification) and 1.0 (OASIS 2012, part 2, 2.2 and 2.3),
 * whose frames begin differently.
 *
 * <pre>
 * both   "AMQP" | 0 or what protects u8 | version, 3 octets
 * 0-9-1  type u8: 1 method, 2 header, 3 body, 8 heartbeat | channel u16 | size u32 | contents | 0xCE
 * 1.0    size u32 | words before the body u8 | type u8: 0 AMQP, 1 SASL | channel u16 | performative, contents
 * </pre>
 *
 * <p>The contents that are published are passed over.
 */
public final class Amqp implements Protocol {

    static final String NAME = "amqp";

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(5672));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return over == Transport.TCP ? Frame.likeness(in) : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
