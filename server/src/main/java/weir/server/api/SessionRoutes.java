// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import weir.server.identity.Account;
import weir.server.identity.Permission;
import weir.server.identity.Refusal;
import weir.server.identity.SignedInBy;
import weir.server.identity.Who;
import weir.server.identity.session.Csrf;
import weir.server.identity.session.SessionCookie;
import weir.server.identity.signin.Gatehouse;
import weir.server.identity.signin.SignInResult;

/** Signing in and out, and who one is. */
final class SessionRoutes {

    private static final String PATH = "/api/v1/session";
    private static final Access ANYONE = new Access.Anyone();
    private static final Access SIGNED_IN = new Access.SignedIn();

    private static final int MOST_LETTERS = 1000;

    private final Gatehouse gate;

    SessionRoutes(Gatehouse gate) {
        this.gate = gate;
    }

    List<Route> all() {
        return List.of(
                new Route(Route.Method.POST, PATH, ANYONE, this::signIn),
                new Route(Route.Method.GET, PATH, SIGNED_IN, this::who),
                new Route(Route.Method.DELETE, PATH, SIGNED_IN, this::signOut),
                new Route(Route.Method.POST, PATH + "/link", ANYONE, this::link),
                new Route(Route.Method.POST, PATH + "/proof", SIGNED_IN, this::proof));
    }

    private Answer signIn(Asked asked) throws IOException {
        Fields fields = asked.fields();
        String code = fields.text("code", MOST_LETTERS, "");
        String agent = asked.header("user-agent");
        SignInResult result = gate.signIn()
                .password(
                        fields.text("name", MOST_LETTERS), fields.text("password", MOST_LETTERS), asked.from(), agent);
        if (result instanceof SignInResult.CodeAsked(String ticket)) {
            if (code.isEmpty()) {
                throw Problem.codeWanted();
            }
            result = gate.signIn().code(ticket, code, asked.from(), agent);
        }
        return switch (result) {
            case SignInResult.SignedIn(String secret) -> begun(gate, secret, asked.from());
            case SignInResult.CodeAsked _ -> throw Problem.codeWanted();
            case SignInResult.Denied _ -> throw Problem.wrongSecret();
            case SignInResult.Later(java.time.Duration time) -> later(time.toSeconds() + 1);
        };
    }

    private static Answer later(long seconds) {
        return Answer.of(Problem.tooMany("Too many tries failed; try again in " + seconds + " s."))
                .with("Retry-After", Long.toString(seconds));
    }

    /** The answer to somebody who is in. */
    static Answer begun(Gatehouse gate, String secret, String from) throws IOException {
        Who who = gate.sessions().who(secret, from).orElseThrow(Problem::notSignedIn);
        return Answer.json(200, fields(who, Csrf.of(secret))).with("Set-Cookie", SessionCookie.of(secret));
    }

    private Answer who(Asked asked) {
        String secret = secret(asked);
        return Answer.json(200, fields(asked.who(), secret.isEmpty() ? "" : Csrf.of(secret)));
    }

    private static Map<String, Object> fields(Who who, String csrf) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", who.account());
        fields.put("name", who.name());
        fields.put("roles", words(who.roles()));
        fields.put("permissions", words(who.may()));
        fields.put("csrf", csrf);
        fields.put("sites", who.sites().written());
        return fields;
    }

    /** In their order, as the API writes them. */
    static List<String> words(java.util.Set<? extends Enum<?>> values) {
        return values.stream()
                .sorted(java.util.Comparator.comparing(Enum::ordinal))
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The secret of the session; "" for a token. */
    static String secret(Asked asked) {
        return asked.who().by() == SignedInBy.TOKEN ? "" : SessionCookie.secret(asked.header("cookie"));
    }

    private Answer signOut(Asked asked) throws IOException {
        gate.sessions().end(secret(asked), asked.who().actor());
        return Answer.nothing()
                .with("Set-Cookie", SessionCookie.none())
                .with("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    private Answer link(Asked asked) throws IOException {
        Fields fields = asked.fields();
        Account account = gate.links()
                .use(
                        fields.text("link", MOST_LETTERS),
                        fields.text("name", MOST_LETTERS, "administrator")
                                .strip()
                                .toLowerCase(Locale.ROOT),
                        fields.text("password", MOST_LETTERS),
                        asked.from());
        gate.sessions()
                .endOthers(account.id(), "", new weir.server.audit.Actor(account.id(), account.name(), asked.from()));
        return Answer.json(200, Map.of("name", account.name()));
    }

    private Answer proof(Asked asked) throws IOException {
        checkPassword(gate, asked, asked.fields().text("password", MOST_LETTERS));
        gate.sessions().proven(secret(asked), asked.who().by());
        return Answer.nothing();
    }

    /** The one who asks knows the password of their account. */
    static Account checkPassword(Gatehouse gate, Asked asked, String password) throws IOException {
        Account account = own(gate, asked.who());
        if (!gate.signIn().again(account, password, asked.from())) {
            throw Problem.forbidden("The password is not right, or was wrong too often; wait a moment and try again.");
        }
        return account;
    }

    static Account own(Gatehouse gate, Who who) {
        return gate.accounts().byId(who.account()).orElseThrow(Problem::notSignedIn);
    }

    /** For what is grave, a sign-in of long ago is not enough; a token was made for what it may. */
    static void checkFresh(Gatehouse gate, Who who) {
        if (who.by() != SignedInBy.TOKEN && !gate.sessions().fresh(who)) {
            throw Problem.proofWanted();
        }
    }

    /** A permission as the API writes it. */
    static Permission permission(String word) throws Refusal {
        for (Permission permission : Permission.values()) {
            if (permission.name().equalsIgnoreCase(word)) {
                return permission;
            }
        }
        throw Problem.wrong("'" + word + "' is no permission; GET /api/v1/session names those there are.");
    }
}
