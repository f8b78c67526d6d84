// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * EtherCAT (IEC 61158-4-12), under its EtherType or over UDP: {@code length 11 bits, 0 1 bit, kind 4 bits}, little-endian,
 * then {@link Datagrams}, network variables or one mailbox message. The frame passes through all stations and comes back
 * to the master, who sends and receives the same datagrams.
 */
public final class EtherCat implements Protocol {

    private static final int ETHER_TYPE = 0x88a4;
    private static final int PORT = 34980;

    @Override
    public String name() {
        return "ethercat";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.etherType(ETHER_TYPE), Carrier.udp(PORT));
    }

    /** Datagrams, each as long as it says, that fill the frame. */
    @Override
    public Likeness probe(Cursor in, Transport over) {
        int header = in.peek16le(0);
        boolean fits = header >= 0 && header >>> 12 == Datagrams.KIND && (header & 0x0800) == 0;
        int length = header & 0x07ff;
        return fits && length == in.left() - 2 && Datagrams.fill(in, length) ? Likeness.MAYBE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Datagrams();
    }
}
