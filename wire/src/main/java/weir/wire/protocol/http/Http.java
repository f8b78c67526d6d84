// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * HTTP/1.0 and HTTP/1.1 over TCP on any port (RFC 9110, RFC 9112): heads are read, see {@link Head}, and the content of
 * what is asked for or sent, see {@link Body}.
 *
 * <p>A request is told with its path, the query left out, and the host asked for; servers and clients by the software
 * that they name.
 */
public final class Http implements Protocol {

    private static final List<Carrier> CARRIERS =
            List.of(Carrier.tcp(80), Carrier.tcp(8080), Carrier.tcp(8000), Carrier.tcp(8008), Carrier.tcp(3128));

    @Override
    public String name() {
        return "http";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return Head.likeness(in);
    }

    @Override
    public Dialogue open() {
        return new Exchange();
    }
}
