// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * TLS 1.0 to 1.3 and SSL 3.0 over TCP on any port: records, see {@link Record}, and the handshake in them.
 *
 * <pre>
 * handshake   type u8 | length u24 | body; several in a record, one over several records
 * certificate list, length u24: certificate, length u24 (RFC 5246, 7.4.2)
 * alert       level u8 | description u8
 * </pre>
 *
 * A ClientHello is told with the server name asked for and the protocol offered first, and with the JA4 fingerprint of
 * the client; a ServerHello with version and cipher suite; a certificate with whose it is. What is encrypted is passed
 * over.
 */
public final class Tls implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(443), Carrier.tcp(8443));

    @Override
    public String name() {
        return "tls";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int size = Record.frame(in);
        if (size == Dialogue.LOST) {
            return Likeness.NO;
        }
        if (size == Dialogue.MORE) {
            return Likeness.MORE;
        }
        if (in.peek(0) == Record.HANDSHAKE) {
            return handshake(in, size);
        }
        int length = Math.max(size, Dialogue.skipped(size));
        if (length >= in.left()) {
            return Likeness.MAYBE;
        }
        in.skip(length);
        return Record.frame(in) == Dialogue.LOST ? Likeness.NO : Likeness.SURE;
    }

    /** A hello: type, length and version must agree with the record; others could be. */
    private static Likeness handshake(Cursor in, int size) {
        int type = in.peek(5);
        if (type < 0 || in.left() < 11) {
            return Likeness.MORE;
        }
        if (Handshake.of(type) == null) {
            return Likeness.MAYBE;
        }
        int length = in.peek(6) << 16 | in.peek16(7);
        boolean hello = type == Handshake.CLIENT_HELLO.code() || type == Handshake.SERVER_HELLO.code();
        if (hello) {
            return in.peek(9) == 3 && in.peek(10) <= 4 && length >= 38 && in.peek(6) == 0 ? Likeness.SURE : Likeness.NO;
        }
        return length + 9 <= size ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Secured();
    }
}
