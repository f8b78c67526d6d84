// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.iso.TransportConnection;

/**
 * A controller's password on its way in: eight octets, each disguised with {@code 0x55} and from the third on with the
 * disguised octet two before. That hides nothing, so the plain octets are what is hashed.
 */
final class Password {

    private static final int LENGTH = 8;
    private static final int DISGUISE = 0x55;

    private final TransportConnection connection;
    private final byte[] plain = new byte[LENGTH];
    private final Cursor cursor = new Cursor();
    private String secret = "";

    Password(TransportConnection connection) {
        this.connection = connection;
    }

    void asked(Cursor in, Sink out) {
        forget(out);
        if (in.left() != LENGTH) {
            out.violation("malformed_password", in.left());
            return;
        }
        int length = 0;
        for (int i = 0; i < LENGTH; i++) {
            int before = i < 2 ? 0 : in.peek(i - 2);
            plain[i] = (byte) (in.peek(i) ^ DISGUISE ^ before);
            length = plain[i] == ' ' ? length : i + 1;
        }
        secret = out.hashed(cursor.wrap(plain, 0, Math.max(length, 1)), Math.max(length, 1));
    }

    /** A secret whose answer was not seen. */
    private void forget(Sink out) {
        if (!secret.isEmpty()) {
            out.login(out.server(connection.unit()), "", secret, Outcome.OPEN);
            secret = "";
        }
    }

    /** @param code 0 where it was right */
    void answered(int code, String label, Sink out) {
        Outcome outcome = code == 0 ? Outcome.DONE : new Outcome(Outcome.Kind.REFUSED, code, label);
        out.login(out.server(connection.unit()), "", secret, outcome);
        secret = "";
    }
}
