// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.server.identity.Account;
import weir.server.identity.Origin;
import weir.server.identity.PasswordRules;
import weir.server.identity.Permission;
import weir.server.identity.factor.Codes;
import weir.server.identity.session.Session;
import weir.server.identity.signin.Gatehouse;
import weir.server.secret.Sha256;

/** What people change about their own way in: the password, the app with codes, the open sessions. */
final class OwnRoutes {

    private static final Access OWN = new Access.With(Permission.MANAGE_OWN);
    private static final int MOST_LETTERS = 1000;

    private final Gatehouse gate;
    private final String server;

    /** @param server how the app calls this server */
    OwnRoutes(Gatehouse gate, String server) {
        this.gate = gate;
        this.server = server;
    }

    List<Route> all() {
        return List.of(
                new Route(Route.Method.POST, "/api/v1/session/password", OWN, this::password),
                new Route(Route.Method.POST, "/api/v1/session/codes", OWN, this::beginCodes),
                new Route(Route.Method.POST, "/api/v1/session/codes/confirm", OWN, this::confirmCodes),
                new Route(Route.Method.DELETE, "/api/v1/session/codes", OWN, this::removeCodes),
                new Route(Route.Method.GET, "/api/v1/sessions", OWN, this::sessions),
                new Route(Route.Method.DELETE, "/api/v1/sessions/{id}", OWN, this::endSession));
    }

    private Answer password(Asked asked) throws IOException {
        Fields fields = asked.fields();
        Account account = SessionRoutes.own(gate, asked.who());
        if (account.origin() != Origin.LOCAL) {
            throw Problem.conflict("The password of this account is kept by another server; change it there.");
        }
        SessionRoutes.checkPassword(gate, asked, fields.text("current", MOST_LETTERS));
        String next = fields.text("password", MOST_LETTERS);
        PasswordRules.check(next, account.name());
        gate.accounts()
                .password(asked.who().actor(), account.id(), gate.hashes().hash(next));
        gate.sessions()
                .endOthers(
                        account.id(), SessionRoutes.secret(asked), asked.who().actor());
        return Answer.nothing();
    }

    private Answer beginCodes(Asked asked) throws IOException {
        SessionRoutes.checkFresh(gate, asked.who());
        Codes.Offer offer = gate.codes().offer(SessionRoutes.own(gate, asked.who()), server);
        return Answer.json(200, Map.of("secret", offer.secret(), "uri", offer.uri()));
    }

    private Answer confirmCodes(Asked asked) throws IOException {
        Account account = SessionRoutes.own(gate, asked.who());
        List<String> recovery = gate.codes()
                .confirm(asked.who().actor(), account, asked.fields().text("code", 20));
        return Answer.json(200, Map.of("recovery", recovery));
    }

    private Answer removeCodes(Asked asked) throws IOException {
        SessionRoutes.checkFresh(gate, asked.who());
        gate.codes().remove(asked.who().actor(), SessionRoutes.own(gate, asked.who()));
        return Answer.nothing();
    }

    private Answer sessions(Asked asked) {
        String here = Sha256.of(SessionRoutes.secret(asked));
        List<Map<String, Object>> items = gate.sessions().of(asked.who().account()).stream()
                .map(session -> fields(session, here))
                .toList();
        return Answer.json(200, Map.of("items", items));
    }

    private static Map<String, Object> fields(Session session, String here) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", session.fingerprint());
        fields.put("begun", session.begun().toString());
        fields.put("seen", session.seen().toString());
        fields.put("address", session.address());
        fields.put("agent", session.agent());
        fields.put("here", session.fingerprint().equals(here));
        return fields;
    }

    private Answer endSession(Asked asked) throws IOException {
        String id = asked.place("id");
        if (!gate.sessions().end(asked.who().account(), id, asked.who().actor())) {
            throw Problem.unknown("session", id);
        }
        return Answer.nothing();
    }
}
