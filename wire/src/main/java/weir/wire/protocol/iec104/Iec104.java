// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * IEC 60870-5-104 over TCP (IEC 60870-5-104:2006, application data units of IEC 60870-5-101:2003).
 *
 * <pre>
 * APCI    68 | length 4 to 253, of what follows | control, 4 octets
 *         I: send number, 15 bits, 0 | receive number, 15 bits, 0, then an ASDU
 *         S: 01 00 | receive number, 15 bits, 0
 *         U: STARTDT, STOPDT or TESTFR, act or con, 11 | 00 00 00
 * ASDU    type | SQ, number of objects, 7 bits | test, negative, cause, 6 bits | originator | common address u16le,
 *         then
 *         SQ 0: objects, each an address u24le and elements
 *         SQ 1: address of the first object u24le and the elements of all
 * </pre>
 *
 * A common address is a device behind the network address ({@code ca 12}). Commands are told one operation per object,
 * monitored values one per ASDU; its range is empty where addresses are scattered.
 */
public final class Iec104 implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(2404));

    @Override
    public String name() {
        return "iec104";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return Apci.likeness(in);
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
