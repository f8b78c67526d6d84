// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.synphasor;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * Synchrophasors over TCP and UDP (IEEE C37.118.2-2011 clause 6).
 *
 * <pre>
 * aa | 0, type 3 bits, version 4 bits | length u16 of all | id u16 | second u32 | quality u8, fraction u24
 *      data, header text, configuration 1 to 3, or command u16 | check u16
 * </pre>
 *
 * All numbers are big-endian. The id is that of a stream; the measuring units in it are devices behind the address
 * ({@code id 241}), named by the configuration. Data can be read only after a configuration was seen.
 */
public final class Synphasor implements Protocol {

    static final int SYNC = 0xaa;

    /** Octets before the contents, and of the shortest frame. */
    static final int HEADER = 14;

    private static final int SHORTEST = 16;
    private static final int LAST_TYPE = 5;
    private static final int LAST_VERSION = 3;
    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(4712), Carrier.udp(4713), Carrier.udp(4712));

    @Override
    public String name() {
        return "synphasor";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int size = frame(in);
        if (size == Dialogue.LOST || size == Dialogue.MORE) {
            return size == Dialogue.LOST || over == Transport.UDP ? Likeness.NO : Likeness.MORE;
        }
        if (size <= in.left()) {
            return Checksum.holds(in, size) ? Likeness.SURE : Likeness.NO;
        }
        return over == Transport.UDP ? Likeness.NO : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    static int frame(Cursor in) {
        int kind = in.peek(1);
        if (in.peek(0) >= 0 && in.peek(0) != SYNC) {
            return Dialogue.LOST;
        }
        if (kind >= 0 && (kind >> 4 > LAST_TYPE || (kind & 0x0f) == 0 || (kind & 0x0f) > LAST_VERSION)) {
            return Dialogue.LOST;
        }
        int size = in.peek16(2);
        if (size < 0) {
            return Dialogue.MORE;
        }
        return size < SHORTEST ? Dialogue.LOST : size;
    }
}
