// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * Mitsubishi SLMP and MC protocol, frames 3E and 4E, binary and ASCII, and 1E, binary (SH-080956, SH-080008), and the
 * connection of the MELSOFT tools (not published; as observed).
 *
 * <pre>
 * 3E    50 00 | network | station | module i/o u16 | multidrop | length u16 | timer u16 | command u16 | subcommand u16
 *       d0 00 | the same | length u16 | end code u16 | data
 * 4E    54 00 or d4 00 | serial u16 | 00 00 | as 3E
 * ASCII the same as hexadecimal digits, highest first
 * tools 57 kind | 17 octets | length u16 | 1c n octets | command u16 | number u32 | data;  d7 in an answer
 * </pre>
 *
 * Binary numbers are little-endian, but for the command of the tools. Another network or station is a device behind the
 * address.
 */
public final class Melsec implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(
            Carrier.tcp(5007),
            Carrier.udp(5006),
            Carrier.udp(5560),
            Carrier.tcp(5562),
            Carrier.tcp(5000),
            Carrier.tcp(5001),
            Carrier.tcp(5002),
            Carrier.udp(5000),
            Carrier.udp(61450));

    @Override
    public String name() {
        return "melsec";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (over == Transport.UDP && Search.isOne(in)) {
            return Likeness.MAYBE;
        }
        if (OneE.mayBegin(in.peek(0))) {
            boolean whole = in.peek(1) == 0xff && OneE.request(in) == in.left() && in.left() > 4;
            return whole ? Likeness.SURE : Likeness.NO;
        }
        int size = Frame.length(in);
        if (size <= 0) {
            return size == Dialogue.MORE && over == Transport.TCP ? Likeness.MORE : Likeness.NO;
        }
        if (size != in.left()) {
            return size > in.left() && over == Transport.TCP ? Likeness.MAYBE : Likeness.NO;
        }
        return Frame.isSure(in) ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
