// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.fins;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * OMRON FINS over UDP and TCP (OMRON W342 section 3 and 5, W421 section 7).
 *
 * <pre>
 * TCP    "FINS" | length u32 of what follows | command u32 | error u32, then for command 2 a frame
 * frame  ICF | 00 | gateways | DNA DA1 DA2 | SNA SA1 SA2 | SID | command u16 | parameters
 *        an answer (ICF bit 6) has an end code u16 before its data
 * </pre>
 *
 * All numbers are big-endian. The frame names both ends by network, node and unit; a unit other than the CPU, and a
 * controller in another network, is a device behind the address.
 */
public final class Fins implements Protocol {

    /** "FINS". */
    static final long MAGIC = 0x4649_4e53;

    /** Octets before the parameters. */
    static final int HEADER = 12;

    /** Octets of magic and length, which the length does not count. */
    private static final int UNCOUNTED = 8;

    private static final int LONGEST = 8192;

    /** The last command of FINS/TCP: confirmation of the connection. */
    private static final int LAST_COMMAND = 6;

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(9600), Carrier.tcp(9600));

    @Override
    public String name() {
        return "fins";
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
        if (in.left() < HEADER) {
            return Likeness.NO;
        }
        int control = in.peek(0);
        int gateways = in.peek(2);
        if ((control & 0xbe) != 0x80 || in.peek(1) != 0 || gateways > 7 || Commands.of(in.peek16(10)) == null) {
            return Likeness.NO;
        }
        boolean networks = in.peek(3) < 128 && in.peek(6) < 128;
        boolean answer = (control & 0x40) != 0;
        boolean end = !answer || in.left() >= HEADER + 2 && EndCode.isListed(in.peek16(HEADER));
        return networks && end && gateways == 2 ? Likeness.SURE : networks ? Likeness.MAYBE : Likeness.NO;
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
        long length = in.peek32(4);
        long command = in.peek32(8);
        if (length >= 0 && (length < 8 || length > LONGEST) || command > LAST_COMMAND) {
            return Dialogue.LOST;
        }
        return command < 0 ? Dialogue.MORE : UNCOUNTED + (int) length;
    }
}
