// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ldap;

import weir.model.Outcome;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.gss.SecurityTokens;

/** Who logs in to a directory, until it is known what came of it (RFC 4511, 4.2). */
final class Binds {

    private static final int SIMPLE = 0x80;
    private static final int SASL = 0xa3;
    /** As Windows did before SASL (MS-ADTS 5.1.1.1.3): a token of NTLM. */
    private static final int SICILY_FIRST = 0x89;

    private static final int SICILY_LAST = 0x8b;

    private final SecurityTokens tokens = new SecurityTokens();
    private final Ber ber = new Ber();
    private final Cursor part = new Cursor();
    private String user = "";
    private String secret = "";
    private boolean proving;

    /** The choice of how to log in, behind the name; gives the word for it. */
    String read(Cursor in, String name, Sink out) {
        if (!ber.next(in)) {
            return "";
        }
        int kind = ber.identifier();
        if (kind == SIMPLE) {
            boolean anonymous = ber.length() == 0;
            proving = true;
            user = anonymous && name.isEmpty() ? "anonymous" : name;
            secret = out.hashed(in, ber.length());
            return anonymous ? "anonymous" : "simple";
        }
        in.slice(ber.length(), part);
        if (kind >= SICILY_FIRST && kind <= SICILY_LAST) {
            token(name, out);
            return "sicily";
        }
        if (kind != SASL) {
            in.fail();
            return "";
        }
        ber.next(part, Ber.OCTET_STRING);
        String mechanism = out.text(part, ber.length());
        if (part.left() > 0 && ber.next(part, Ber.OCTET_STRING)) {
            token(name, out);
        }
        if (!part.ok()) {
            in.fail();
        }
        return mechanism;
    }

    private void token(String name, Sink out) {
        Cursor rest = part;
        int length = rest.left();
        tokens.token(rest, out);
        rest.skip(rest.left());
        if (length > 0 && tokens.proves()) {
            proving = true;
            user = tokens.user().isEmpty() ? name : tokens.user();
            secret = "";
        }
    }

    /** A token in an answer. */
    void answered(Cursor in, Sink out) {
        tokens.token(in, out);
    }

    void done(Sink out) {
        end(Outcome.DONE, out);
    }

    void refused(int code, String word, Sink out) {
        end(new Outcome(Outcome.Kind.REFUSED, code, word), out);
    }

    private void end(Outcome outcome, Sink out) {
        if (proving) {
            out.login(out.server(""), user, secret, outcome);
        }
        forget();
    }

    void forget() {
        proving = false;
        user = "";
        secret = "";
    }
}
