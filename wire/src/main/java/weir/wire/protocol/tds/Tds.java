// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tds;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * TDS 7.0 to 7.4 of Microsoft SQL Server (MS-TDS): packets, see {@link Packet}; logins, see {@link LoginRecord};
 * statements, see {@link Statements}; answers, see {@link Tokens}.
 *
 * <p>Of a batch only the word that it begins with is told. The handshake of TLS, which is carried in packets, is read as
 * TLS; what is encrypted is said to be so.
 */
public final class Tds implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(1433));

    @Override
    public String name() {
        return "tds";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return Packet.likeness(in);
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
