// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import weir.server.audit.Actor;
import weir.server.identity.Account;
import weir.server.identity.Origin;
import weir.server.identity.Permission;
import weir.server.identity.Role;
import weir.server.identity.Sites;
import weir.server.identity.signin.Gatehouse;

/** The accounts, for those who manage them. */
final class AccountRoutes {

    private static final String PATH = "/api/v1/accounts";
    private static final Access MANAGE = new Access.With(Permission.MANAGE_ACCOUNTS);
    private static final int MOST_SITES = 1000;

    private final Gatehouse gate;
    private final Ways ways;

    AccountRoutes(Gatehouse gate, Ways ways) {
        this.gate = gate;
        this.ways = ways;
    }

    List<Route> all() {
        return List.of(
                new Route(Route.Method.GET, PATH, MANAGE, this::accounts),
                new Route(Route.Method.POST, PATH, MANAGE, this::create),
                new Route(Route.Method.PATCH, PATH + "/{id}", MANAGE, this::change),
                new Route(Route.Method.DELETE, PATH + "/{id}", MANAGE, this::remove),
                new Route(Route.Method.POST, PATH + "/{id}/link", MANAGE, this::link));
    }

    private Answer accounts(Asked asked) throws IOException {
        Map<String, Map<String, Object>> shown = new LinkedHashMap<>(); // as many as there are accounts
        for (Account account : gate.accounts().all()) {
            shown.put(account.name(), fields(account));
        }
        return Page.of(List.copyOf(shown.entrySet()), Map.Entry::getKey, all -> true, asked)
                .answer((json, one) -> weir.server.json.Json.object(json, one.getValue()));
    }

    private Map<String, Object> fields(Account account) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", account.id());
        fields.put("name", account.name());
        fields.put("shown", account.shown());
        fields.put("origin", account.origin().name().toLowerCase(Locale.ROOT));
        fields.put("roles", SessionRoutes.words(account.roles()));
        fields.put("sites", account.sites().written());
        fields.put("locked", account.locked());
        fields.put("factors", factors(account));
        fields.put("lastSignIn", gate.sessions().lastSignIn(account.id()));
        return fields;
    }

    private List<String> factors(Account account) throws IOException {
        List<String> factors = new ArrayList<>();
        if (!account.password().isEmpty()) {
            factors.add("password");
        }
        if (gate.codes().asked(account.id())) {
            factors.add("code");
        }
        if (ways.passkeyOf(account.id())) {
            factors.add("passkey");
        }
        return factors;
    }

    private Answer create(Asked asked) throws IOException {
        SessionRoutes.checkFresh(gate, asked.who());
        Fields fields = asked.fields();
        String name = fields.text("name", 64);
        Account made = gate.accounts()
                .create(
                        asked.who().actor(),
                        name,
                        fields.text("shown", 100, name),
                        Origin.LOCAL,
                        "",
                        roles(fields),
                        fields.has("sites") ? sites(fields) : Sites.ALL);
        return Answer.json(201, fields(made));
    }

    private Answer change(Asked asked) throws IOException {
        SessionRoutes.checkFresh(gate, asked.who());
        Fields fields = asked.fields();
        Account account = known(asked);
        Actor by = asked.who().actor();
        if (fields.has("roles") || fields.has("shown") || fields.has("sites")) {
            account = gate.accounts()
                    .change(
                            by,
                            account.id(),
                            fields.text("shown", 100, account.shown()),
                            fields.has("roles") ? roles(fields) : account.roles(),
                            fields.has("sites") ? sites(fields) : account.sites());
        }
        if (fields.has("locked")) {
            account = fields.truth("locked")
                    ? gate.accounts().lock(by, account.id())
                    : gate.accounts().unlock(by, account.id());
        }
        if (account.locked()) {
            gate.sessions().endOthers(account.id(), "", by);
        }
        return Answer.json(200, fields(account));
    }

    private Account known(Asked asked) {
        String id = asked.place("id");
        return gate.accounts().byId(id).orElseThrow(() -> Problem.unknown("account", id));
    }

    private static Set<Role> roles(Fields fields) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : fields.textsOrNone("roles", Role.values().length)) {
            try {
                roles.add(Role.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw Problem.wrong(
                        "'" + word + "' is no role; there are " + SessionRoutes.words(EnumSet.allOf(Role.class)) + ".");
            }
        }
        return roles;
    }

    private static Sites sites(Fields fields) {
        return Sites.read(fields.textsOrNone("sites", MOST_SITES));
    }

    private Answer remove(Asked asked) throws IOException {
        SessionRoutes.checkFresh(gate, asked.who());
        Account account = known(asked);
        gate.accounts().remove(asked.who().actor(), account.id());
        gate.sessions().endOthers(account.id(), "", asked.who().actor());
        return Answer.nothing();
    }

    private Answer link(Asked asked) throws IOException {
        SessionRoutes.checkFresh(gate, asked.who());
        return Answer.json(
                201,
                Map.of(
                        "link",
                        gate.links().invite(asked.who().actor(), known(asked).id())));
    }
}
