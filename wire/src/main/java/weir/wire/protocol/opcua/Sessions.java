// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Sessions and who opens them (OPC 10000-4, 5.7 and 7.40).
 *
 * <pre>
 * CreateSession    ApplicationDescription | server URI | URL | name | nonce | certificate | timeout f64 | longest u32
 *               -> session, token, nodes | timeout f64 | nonce | certificate | [] EndpointDescription | ...
 * ActivateSession  signature | [] certificate, signature | [] locale | user identity token | signature
 *               -> nonce | [] status u32 | [] diagnostics
 * signature        algorithm text | octets
 * token            321 anonymous: policy | 324 user: policy, name, password, how it is encrypted
 *                  327 certificate: policy, certificate | 940 issued: policy, token, how it is encrypted
 * </pre>
 */
final class Sessions implements ServiceSet {

    private static final int ANONYMOUS = 321;
    private static final int USER_NAME = 324;
    private static final int CERTIFICATE = 327;
    private static final int ISSUED = 940;

    private final Exchange exchange;
    private final Builtin builtin;
    private final Applications applications;
    private final Cursor token = new Cursor();
    private final Cursor secretOctets = new Cursor();

    /** Who asked last to be let in. */
    private String user = "";

    private String secret = "";

    Sessions(Exchange exchange, Builtin builtin, Applications applications) {
        this.exchange = exchange;
        this.builtin = builtin;
        this.applications = applications;
    }

    @Override
    public void request(UaService service, Cursor in, Sink out) {
        switch (service) {
            case CREATE_SESSION -> create(in, out);
            case ACTIVATE_SESSION -> activate(in, out);
            default -> {}
        }
    }

    private void create(Cursor in, Sink out) {
        applications.read(in, out);
        Builtin.skipText(in);
        Builtin.skipText(in);
        String name = builtin.text(in, out);
        exchange.ask(in, out.request(UaService.CREATE_SESSION).space("session").symbol(name));
        if (in.ok()) {
            applications.tell(out.sender(), "CreateSession", 5, out);
        }
        Builtin.skipText(in);
        applications.certificate(in, out.sender(), "CreateSession", out);
        in.skip(12);
    }

    private void activate(Cursor in, Sink out) {
        skipSignature(in);
        skipSigned(in);
        Builtin.skipTexts(in);
        long type = builtin.extension(in, token);
        if (!in.ok()) {
            return;
        }
        String kind = identify((int) type, out);
        exchange.ask(
                in,
                out.request(UaService.ACTIVATE_SESSION)
                        .space("user")
                        .symbol(user)
                        .qualifier(kind));
        out.login(exchange.server, user, secret, Outcome.OPEN);
        skipSignature(in);
    }

    /** Puts the user and a secret that is in the clear where the answer finds them; gives the kind of token. */
    private String identify(int type, Sink out) {
        user = "";
        secret = "";
        Builtin.skipText(token);
        switch (type) {
            case USER_NAME -> {
                user = builtin.text(token, out);
                secret(out);
                return "user_name";
            }
            case CERTIFICATE -> {
                user = applications.subject(token, out);
                return "certificate";
            }
            case ISSUED -> {
                secret(out);
                return "issued_token";
            }
            case ANONYMOUS, 0 -> {
                user = "anonymous";
                return "anonymous";
            }
            default -> {
                return "unknown_token";
            }
        }
    }

    /** Octets that are in the clear when no algorithm is named behind them. */
    private void secret(Sink out) {
        Builtin.octets(token, secretOctets);
        int algorithm = token.i32le();
        if (token.ok() && algorithm <= 0) {
            secret = out.hashed(secretOctets, secretOctets.left());
        }
    }

    private static void skipSigned(Cursor in) {
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            skipSignature(in);
        }
    }

    private static void skipSignature(Cursor in) {
        Builtin.skipText(in);
        Builtin.skipText(in);
    }

    @Override
    public void response(UaService service, Cursor in, Sink out) {
        switch (service) {
            case CREATE_SESSION -> {
                builtin.skipNode(in);
                builtin.skipNode(in);
                in.skip(8);
                Builtin.skipText(in);
                applications.certificate(in, exchange.server, "CreateSession", out);
                applications.endpoints(in, exchange.server, "CreateSession", out);
                skipSigned(in);
                skipSignature(in);
                in.skip(4);
            }
            case ACTIVATE_SESSION -> {
                if (exchange.request(0) != null) {
                    out.login(exchange.server, user, secret, Outcome.DONE);
                }
                Builtin.skipText(in);
                in.skip(4 * Builtin.count(in));
                Builtin.skipDiagnostics(in);
            }
            default -> {}
        }
    }

    /** The server refused a request. */
    void refused(int status, Sink out) {
        out.login(
                exchange.server,
                user,
                secret,
                new Outcome(Outcome.Kind.REFUSED, status >>> 16, StatusCodes.label(status)));
    }
}
