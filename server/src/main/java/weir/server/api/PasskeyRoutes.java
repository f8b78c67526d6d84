// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import weir.server.identity.Account;
import weir.server.identity.Permission;
import weir.server.identity.SignedInBy;
import weir.server.identity.passkey.Passkey;
import weir.server.identity.passkey.Passkeys;
import weir.server.identity.signin.Gatehouse;
import weir.server.identity.signin.SignInResult;

/** Passkeys: signing in with one, and those of the one who asks. */
final class PasskeyRoutes {

    private static final String SESSION = "/api/v1/session/passkey";
    private static final String OWN_PATH = "/api/v1/passkeys";
    private static final Access ANYONE = new Access.Anyone();
    private static final Access OWN = new Access.With(Permission.MANAGE_OWN);
    private static final int MOST_LETTERS = 10_000;

    /** ES256, EdDSA and RS256, as COSE numbers them. */
    private static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private final Gatehouse gate;
    private final Ways ways;

    PasskeyRoutes(Gatehouse gate, Ways ways) {
        this.gate = gate;
        this.ways = ways;
    }

    List<Route> all() {
        return List.of(
                new Route(Route.Method.POST, SESSION + "/begin", ANYONE, this::beginSignIn),
                new Route(Route.Method.POST, SESSION, ANYONE, this::signIn),
                new Route(Route.Method.GET, OWN_PATH, OWN, this::list),
                new Route(Route.Method.POST, OWN_PATH + "/begin", OWN, this::beginNew),
                new Route(Route.Method.POST, OWN_PATH, OWN, this::add),
                new Route(Route.Method.DELETE, OWN_PATH + "/{id}", OWN, this::remove));
    }

    private Answer beginSignIn(Asked asked) {
        Passkeys passkeys = ways.knownPasskeys();
        return Answer.json(200, Map.of("challenge", passkeys.challenge(""), "server", passkeys.server()));
    }

    private Answer signIn(Asked asked) throws IOException {
        Fields fields = asked.fields();
        Account account = ways.knownPasskeys()
                .prove(fields.text("id", MOST_LETTERS), said(fields, "signature"))
                .orElseThrow(Problem::wrongSecret);
        SignInResult result =
                gate.signIn().proven(account, SignedInBy.PASSKEY, asked.from(), asked.header("user-agent"));
        if (result instanceof SignInResult.SignedIn(String secret)) {
            return SessionRoutes.begun(gate, secret, asked.from());
        }
        throw Problem.wrongSecret();
    }

    private static Passkeys.Said said(Fields fields, String proof) {
        return new Passkeys.Said(
                fields.text("clientData", MOST_LETTERS),
                fields.text("authenticatorData", MOST_LETTERS),
                fields.text(proof, MOST_LETTERS));
    }

    private Answer list(Asked asked) {
        List<Map<String, String>> items = ways.knownPasskeys().of(asked.who().account()).stream()
                .map(PasskeyRoutes::fields)
                .toList();
        return Answer.json(200, Map.of("items", items));
    }

    private static Map<String, String> fields(Passkey passkey) {
        return Map.of(
                "id", passkey.id(),
                "name", passkey.name(),
                "made", passkey.made().toString(),
                "used", passkey.used().toString());
    }

    private Answer beginNew(Asked asked) {
        SessionRoutes.checkFresh(gate, asked.who());
        Passkeys passkeys = ways.knownPasskeys();
        String account = asked.who().account();
        String user =
                Base64.getUrlEncoder().withoutPadding().encodeToString(account.getBytes(StandardCharsets.US_ASCII));
        return Answer.json(
                200,
                Map.of(
                        "challenge", passkeys.challenge(account),
                        "server", passkeys.server(),
                        "user", user,
                        "name", asked.who().name(),
                        "algorithms", ALGORITHMS));
    }

    private Answer add(Asked asked) throws IOException {
        SessionRoutes.checkFresh(gate, asked.who());
        Fields fields = asked.fields();
        Passkey made = ways.knownPasskeys()
                .add(
                        asked.who().actor(),
                        SessionRoutes.own(gate, asked.who()),
                        fields.text("name", 100),
                        said(fields, "publicKey"));
        return Answer.json(201, fields(made));
    }

    private Answer remove(Asked asked) throws IOException {
        SessionRoutes.checkFresh(gate, asked.who());
        ways.knownPasskeys().remove(asked.who().actor(), SessionRoutes.own(gate, asked.who()), asked.place("id"));
        return Answer.nothing();
    }
}
