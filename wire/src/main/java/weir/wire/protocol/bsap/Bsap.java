// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bsap;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Crc16;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * BSAP as on a serial line, in UDP datagrams, and over IP, see {@link InternetFrame} (Emerson D4052, D5052; ICSNPP-BSAP).
 *
 * <pre>
 * 10 02 | address, 80 for another level | serial u8 | for another level 2 addresses u16, control u8
 *       | destination function u8 | sequence u16 | source function u8 | node status u8 | data | 10 03 | check u16
 * </pre>
 *
 * Numbers are little-endian; a 10 inside is sent twice. The check (polynomial 8408, begun with all ones) is over what is
 * between 10 02 and 10 03, without doubled octets, and the 03.
 */
public final class Bsap implements Protocol {

    static final int ESCAPE = 0x10;
    static final int START = 0x02;
    static final int END = 0x03;

    /** Octets of the longest message, which has 255 and some around it. */
    static final int LONGEST = 600;

    static final Crc16 CHECK = new Crc16(0x8408, 0xffff);
    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(1235), Carrier.udp(1234));

    @Override
    public String name() {
        return "bsap";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (in.peek(0) != ESCAPE && InternetFrame.isOne(in)) {
            return in.peek16le(2) == 1 ? Likeness.SURE : Likeness.MAYBE;
        }
        if (in.peek(0) != ESCAPE || in.peek(1) != START || in.left() < 8 || in.left() > LONGEST) {
            return Likeness.NO;
        }
        Message message = new Message();
        return message.read(in) && message.good ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
