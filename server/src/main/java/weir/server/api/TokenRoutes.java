// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.server.identity.Permission;
import weir.server.identity.Sites;
import weir.server.identity.Who;
import weir.server.identity.session.ApiToken;
import weir.server.identity.session.ApiTokens;
import weir.server.identity.signin.Gatehouse;
import weir.server.secret.Sha256;

/** The tokens of the one who asks. */
final class TokenRoutes {

    private static final String PATH = "/api/v1/tokens";
    private static final Access OWN = new Access.With(Permission.MANAGE_OWN);

    private final Gatehouse gate;
    private final ApiTokens tokens;

    TokenRoutes(Gatehouse gate) {
        this.gate = gate;
        this.tokens = gate.tokens();
    }

    List<Route> all() {
        return List.of(
                new Route(Route.Method.GET, PATH, OWN, this::list),
                new Route(Route.Method.POST, PATH, OWN, this::make),
                new Route(Route.Method.DELETE, PATH + "/{id}", OWN, this::end));
    }

    private Answer list(Asked asked) {
        List<Map<String, Object>> items = tokens.of(asked.who().account()).stream()
                .map(TokenRoutes::fields)
                .toList();
        return Answer.json(200, Map.of("items", items));
    }

    private static Map<String, Object> fields(ApiToken token) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", token.fingerprint());
        fields.put("name", token.name());
        fields.put("permissions", SessionRoutes.words(token.may()));
        fields.put("sites", token.sites().written());
        fields.put("made", token.made().toString());
        fields.put("expires", token.expires().toString());
        fields.put("used", token.used().toString());
        return fields;
    }

    private Answer make(Asked asked) throws IOException {
        Who who = asked.who();
        SessionRoutes.checkFresh(gate, who);
        Fields fields = asked.fields();
        EnumSet<Permission> may = EnumSet.noneOf(Permission.class);
        for (String word : fields.texts("permissions", Permission.values().length)) {
            may.add(SessionRoutes.permission(word));
        }
        Sites sites = fields.has("sites") ? Sites.read(fields.texts("sites", 1000)) : who.sites();
        String secret = tokens.make(who, fields.text("name", 100), may, sites, expires(fields));
        ApiToken made = tokens.of(who.account()).stream()
                .filter(token -> token.fingerprint().equals(Sha256.of(secret)))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("The token was ended at once; make another."));
        Map<String, Object> told = fields(made);
        told.put("secret", secret);
        return Answer.json(201, told);
    }

    private static Instant expires(Fields fields) {
        try {
            return Instant.parse(fields.text("expires", 40));
        } catch (DateTimeException e) {
            throw Problem.wrong("'expires' has to be a time like 2030-01-31T12:00:00Z.");
        }
    }

    private Answer end(Asked asked) throws IOException {
        tokens.end(asked.who(), asked.who().account(), asked.place("id"));
        return Answer.nothing();
    }
}
