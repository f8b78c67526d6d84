// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * EtherNet/IP: CIP explicit messages on port 44818, cyclic data on UDP 2222. CIP volume 2, chapter 2; the layouts stand
 * with their readers:
 *
 * <pre>
 * {@link Encapsulation} header | {@link CommonPacket} items | {@link Requests} or {@link Answers} | {@link Pccc}
 * </pre>
 */
public final class EtherNetIp implements Protocol {

    private static final int EXPLICIT = 44818;
    private static final int CYCLIC = 2222;

    @Override
    public String name() {
        return "enip";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.tcp(EXPLICIT), Carrier.udp(EXPLICIT), Carrier.udp(CYCLIC));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return Encapsulation.probe(in, over);
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
