// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.codesys;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * CODESYS V3 over TCP and UDP (not published; Kaspersky ICS CERT, "CODESYS Runtime, a PLC control framework", 2019).
 *
 * <pre>
 * block     only in TCP: 00 01 17 e8 | length u32 with these eight
 * datagram  c5 | hops 5 bits, 3 | settings u8 | service u8 | number u8 | lengths of the addresses in words, sender's high
 *           | address of the receiver | of the sender | to a multiple of 4
 * service   01, 02 addresses; 03 asks, 04 answers by name; 40 channels
 * channel   kind u8 | flags u8: 80 asks, 01 first | channel u16 | block u32 | acknowledged u32
 *           | first: length u32 of the message, CRC-32 u32 | piece of the message
 * message   55 cd | size u16 of the header after it | group u16, 80 an answer | command u16 | session u32 | length u32 | tags
 * tag       number, length, each 7 bits an octet, lowest first | value; numbers with 80 hold tags
 * </pre>
 *
 * All numbers are little-endian.
 */
public final class Codesys implements Protocol {

    static final int BLOCK = 8;
    static final int HEADER = 6;
    static final int CHANNELS = 0x40;

    private static final long MAGIC = 0x000117e8;
    private static final int START = 0xc5;
    private static final int LONGEST = 1 << 16;
    private static final List<Carrier> CARRIERS = List.of(
            Carrier.tcp(11740),
            Carrier.tcp(11741),
            Carrier.tcp(11742),
            Carrier.tcp(11743),
            Carrier.udp(1740),
            Carrier.udp(1741),
            Carrier.udp(1742),
            Carrier.udp(1743));

    @Override
    public String name() {
        return "codesys";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (over == Transport.TCP) {
            int size = frame(in);
            return size == Dialogue.LOST ? Likeness.NO : size == Dialogue.MORE ? Likeness.MORE : Likeness.SURE;
        }
        int body = body(in, 0);
        if (body < 0 || body >= in.left()) {
            return Likeness.NO;
        }
        return switch (in.peek(3)) {
            case CHANNELS -> NodeService.ofChannel(in.peek(body)) == null ? Likeness.NO : Likeness.SURE;
            case 3, 4 -> NodeService.of(in.peek16le(body)) == null ? Likeness.NO : Likeness.SURE;
            case 1, 2 -> Likeness.MAYBE;
            default -> Likeness.NO;
        };
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    static int frame(Cursor in) {
        for (int i = 0; i < 4; i++) {
            int octet = in.peek(i);
            if (octet >= 0 && octet != (MAGIC >>> 24 - 8 * i & 0xff)) {
                return Dialogue.LOST;
            }
        }
        int start = in.peek(BLOCK);
        if (start < 0) {
            return Dialogue.MORE;
        }
        long length = in.peek32le(4);
        return start != START || length < BLOCK + HEADER || length > LONGEST ? Dialogue.LOST : (int) length;
    }

    /** How far from the beginning of a datagram what it carries begins; -1 where there is none. */
    static int body(Cursor in, int from) {
        int lengths = in.peek(from + 5);
        if (in.peek(from) != START || lengths < 0 || (in.peek(from + 1) & 7) != HEADER / 2) {
            return -1;
        }
        int end = HEADER + 2 * (lengths & 15) + 2 * (lengths >> 4);
        return from + (end + 3 & ~3);
    }
}
