// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * MQTT 3.1, 3.1.1 (OASIS 2014) and 5.0 (OASIS 2019) over TCP, numbers big-endian, texts behind a length u16.
 *
 * <pre>
 * type in bits 4 to 7, flags in 0 to 3 | length of the rest, 7 bits an octet, lowest first | what the type has
 * </pre>
 *
 * <p>What is published to a topic is told as values of the broker's point with this name, where it is a number, a word
 * or a flat JSON object; what the topics of Sparkplug B carry is told as metrics of the device that they name.
 */
public final class Mqtt implements Protocol {

    static final String NAME = "mqtt";

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(1883));

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
        return over == Transport.TCP ? Packet.likeness(in) : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
