// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.amqp;

import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Sink;

/** Who asks to be let in, by SASL: of PLAIN (RFC 4616, {@code who, 0, user, 0, password}) the user and the hash. */
final class Logins {

    private final Cursor response = new Cursor();
    private String user = "";
    private String secret = "";
    private boolean asked;

    /** Reads a response of this many octets. */
    void ask(String mechanism, Cursor in, int length, Sink out) {
        in.slice(length, response);
        if (!in.ok()) {
            return;
        }
        user = "";
        secret = "";
        if (mechanism.equals("PLAIN")) {
            response.skip(until(0));
            response.skip(1);
            user = out.text(response, until(0));
            response.skip(1);
            secret = out.hashed(response, response.left());
        } else if (mechanism.equals("AMQPLAIN")) {
            table(out);
        } else if (mechanism.equals("ANONYMOUS")) {
            user = "anonymous";
        }
        asked = true;
        out.login(out.server(""), user, secret, Outcome.OPEN);
    }

    private int until(int octet) {
        int length = 0;
        while (length < response.left() && response.peek(length) != octet) {
            length++;
        }
        return length;
    }

    /** {@code 5 "LOGIN" 'S' user | 8 "PASSWORD" 'S' password}, texts behind a length u32. */
    private void table(Sink out) {
        while (response.left() > 0) {
            int name = response.u8();
            boolean login = name == 5 && response.peek(0) == 'L';
            response.skip(name);
            if (response.u8() != 'S') {
                return;
            }
            int length = response.i32();
            if (login) {
                user = out.text(response, length);
            } else {
                secret = out.hashed(response, length);
            }
        }
    }

    void answered(Outcome outcome, Sink out) {
        if (asked) {
            out.login(out.server(""), user, secret, outcome);
            asked = false;
        }
    }
}
