// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * DNP3 over TCP and UDP (IEEE 1815-2012, clauses 4, 8, 9 and 13).
 *
 * <pre>
 * link frame     05 64 | length | control | destination u16le | source u16le | CRC | blocks
 *                length counts control, addresses and user data without CRCs: 5 to 255
 *                control: DIR (from master) | PRM | FCB | FCV | function, 4 bits
 *                blocks: 16 octets of user data (the last one 1 to 16), each followed by its CRC
 * user data      FIN | FIR | sequence, 6 bits, then a segment of an application fragment
 * fragment       FIR | FIN | CON | UNS | sequence, 4 bits, then function, then IIN u16 in responses, then
 * object header  group | variation | qualifier | range, then objects where the function brings any
 * </pre>
 *
 * One operation is told per object header, with {@code group:variation} as space; its range is empty where indices are
 * scattered. One is told per object for controls (groups 12 and 41) and files (group 70), whose objects each do
 * something of their own, and one for a message without objects. An answer without objects restates the first header
 * of its request.
 */
public final class Dnp3 implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(20000), Carrier.udp(20000));

    @Override
    public String name() {
        return "dnp3";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (!LinkFrame.starts(in)) {
            return Likeness.NO;
        }
        if (in.left() < LinkFrame.HEADER) {
            return Likeness.MORE;
        }
        if (in.peek(2) < LinkFrame.SHORTEST || !LinkFrame.knowsFunction(in.peek(3))) {
            return Likeness.NO;
        }
        return LinkFrame.headerIsRight(in) ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new LinkLayer();
    }
}
