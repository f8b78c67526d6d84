// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * OPC UA binary over TCP (OPC 10000-6, clauses 5.2, 6.7 and 7.1), all numbers little-endian.
 *
 * <pre>
 * "HEL" "ACK" "ERR" "RHE" 'F' | size u32 | see {@link Connection}
 * "OPN" 'F' | size u32 | channel u32 | policy string | certificate of the sender | thumbprint | sequence u32 | request u32 | body
 * "MSG" "CLO" 'F' 'C' 'A' | size u32 | channel u32 | token u32 | sequence u32 | request u32 | body
 * body: NodeId of what it is | header of the request or answer | parameters
 * </pre>
 *
 * <p>'F' is the last chunk of a message, 'C' one before it, 'A' gives the message up. What a channel encrypts is told as
 * {@code encrypted}; a channel that only signs is read.
 */
public final class OpcUa implements Protocol {

    static final String NAME = "opcua";

    private static final List<Carrier> CARRIERS = List.of(
            Carrier.tcp(4840),
            Carrier.tcp(4841),
            Carrier.tcp(48010),
            Carrier.tcp(49320),
            Carrier.tcp(53530),
            Carrier.tcp(62541));

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
        return over == Transport.TCP ? Chunk.likeness(in) : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
