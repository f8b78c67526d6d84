// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * Beckhoff ADS in AMS over TCP, and the search for TwinCAT devices over UDP (Beckhoff Information System, TE1000).
 *
 * <pre>
 * TCP   00 00 | length u32 of what follows
 *       target: net id of 6 octets, port u16 | source: the same | command u16 | flags u16 (1: an answer)
 *       length u32 of the data | error u32 | number u32 | data
 * UDP   03 66 14 71 | number u32 | service u32 (highest bit: an answer) | net id of 6 octets, port u16
 *       number u32 of items, each tag u16, length u16, data
 * </pre>
 *
 * All numbers are little-endian. A target, net id and port, is a device behind the address:
 * {@code 5.13.117.96.1.1:851}.
 */
public final class Ads implements Protocol {

    /** Octets before what the length counts. */
    static final int UNCOUNTED = 6;

    /** Octets of the AMS header. */
    static final int HEADER = 32;

    /** Set in the flags of an answer. */
    static final int ANSWER = 1;

    /** Set in the flags of every ADS command. */
    private static final int COMMAND = 4;

    private static final int LONGEST = 1 << 20;
    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(48898), Carrier.udp(48899));

    @Override
    public String name() {
        return "ads";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (over == Transport.UDP) {
            return Discovery.isOne(in) ? Likeness.SURE : Likeness.NO;
        }
        int size = frame(in);
        return size == Dialogue.LOST ? Likeness.NO : size == Dialogue.MORE ? Likeness.MORE : Likeness.SURE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    static int frame(Cursor in) {
        long length = in.peek32le(2);
        if (in.peek(0) > 0 || in.peek(1) > 0 || length >= 0 && (length < HEADER || length > LONGEST)) {
            return Dialogue.LOST;
        }
        int command = in.peek16le(UNCOUNTED + 16);
        int flags = in.peek16le(UNCOUNTED + 18);
        if (command > Command.LAST || flags >= 0 && (flags & 0xfe3c) != COMMAND) {
            return Dialogue.LOST;
        }
        long data = in.peek32le(UNCOUNTED + 20);
        if (data < 0) {
            return Dialogue.MORE;
        }
        return data == length - HEADER ? UNCOUNTED + (int) length : Dialogue.LOST;
    }
}
