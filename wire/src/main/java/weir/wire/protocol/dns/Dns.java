// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * DNS over UDP and TCP (RFC 1035, 4.1).
 *
 * <pre>
 * header       see {@link Header}; over TCP after a length u16
 * question     name | type u16 | class u16
 * record       name | type u16 | class u16 | time to live u32 | length u16 | data
 * </pre>
 *
 * A question is told with its record type as space and its name as symbol; who answers an address is told a name of it.
 */
public final class Dns implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(53), Carrier.tcp(53));

    @Override
    public String name() {
        return "dns";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (over != Transport.TCP) {
            return likeness(in);
        }
        int length = in.peek16(0);
        if (length >= 0 && length < Header.SIZE) {
            return Likeness.NO;
        }
        if (in.left() < 2 + Header.SIZE) {
            return Likeness.MORE;
        }
        if (!Header.isSane(in, 2)) {
            return Likeness.NO;
        }
        in.skip(2);
        Cursor message = new Cursor().wrap(in.bytes(), in.offset(), Math.min(length, in.left()));
        boolean whole = length <= in.left();
        Likeness likeness = Header.walk(message);
        return whole || likeness != Likeness.NO ? likeness : Likeness.MORE;
    }

    static Likeness likeness(Cursor in) {
        if (in.left() < Header.SIZE) {
            return Likeness.NO;
        }
        return Header.isSane(in, 0) ? Header.walk(in) : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Messages(Flavour.DNS);
    }
}
