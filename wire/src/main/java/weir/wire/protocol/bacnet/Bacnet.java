// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * BACnet/IP (ANSI/ASHRAE 135, clauses 6, 20 and 21, annex J).
 *
 * <pre>
 * virtual link   81 | function | length u16, all of the message
 *                forwarded: address 4, port u16 of who sent it first
 * network        01 | control | destination: network u16, address length, address | source: the same | hop count
 *                control: network message, reserved, destination, reserved, source, answer expected, priority 2 bits
 * application    type, 4 bits, flags | invoke id | sequence, window where segmented | service | tagged data
 * </pre>
 *
 * Devices behind a router are units: {@code network 5 station 12}. An operation has the object type as space, the
 * instance as number, the property as symbol; services on several properties are told as an operation each.
 */
public final class Bacnet implements Protocol {

    static final int TYPE = 0x81;
    private static final int PORT = 47808;

    @Override
    public String name() {
        return "bacnet";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.udp(PORT));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (over != Transport.UDP || in.left() > 0 && in.peek(0) != TYPE) {
            return Likeness.NO;
        }
        if (in.left() < BvlcFunction.HEADER) {
            return Likeness.MORE;
        }
        BvlcFunction function = BvlcFunction.of(in.peek(1));
        int length = in.peek16(2);
        if (function == null || !function.fits(length) || length < in.left()) {
            return Likeness.NO;
        }
        if (!function.carriesNpdu()) {
            return length == in.left() ? Likeness.MAYBE : Likeness.NO;
        }
        boolean whole = length == in.left();
        in.skip(function == BvlcFunction.FORWARDED_NPDU ? 10 : BvlcFunction.HEADER);
        if (!Npdu.plausible(in, whole)) {
            return Likeness.NO;
        }
        return whole ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
