// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kafka;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * Apache Kafka (kafka.apache.org/protocol) over TCP, numbers big-endian. An answer names its request by number alone.
 *
 * <pre>
 * request  size u32 | key u16 | version u16 | number u32 | client: length i16, text | tagged fields (later) | body
 * answer   size u32 | number u32 | tagged fields (later) | body
 * later    texts behind a length + 1, 7 bits an octet, arrays too, tagged fields behind each struct
 * </pre>
 *
 * <p>Records are passed over; messages longer than {@link Header#LONGEST} are not told.
 */
public final class Kafka implements Protocol {

    static final String NAME = "kafka";

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(9092));

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
        return over == Transport.TCP ? Header.likeness(in) : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
