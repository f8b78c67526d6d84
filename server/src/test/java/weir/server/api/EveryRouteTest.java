// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weir.analysis.inventory.Vendors;
import weir.server.RememberedInMemory;
import weir.server.audit.Actor;
import weir.server.casework.Casework;
import weir.server.identity.Account;
import weir.server.identity.Directory;
import weir.server.identity.Origin;
import weir.server.identity.Permission;
import weir.server.identity.Role;
import weir.server.identity.Sites;
import weir.server.identity.signin.Gatehouse;
import weir.server.imports.Imports;
import weir.server.site.Site;
import weir.server.tls.Machine;
import weir.server.tls.ServerTls;
import weir.server.tls.Trusting;
import weir.wire.sensor.Protocols;

/** Each route there is, asked by those who may not. */
@Timeout(120)
class EveryRouteTest {

    private static final String PASSWORD = "four words in a row";

    @TempDir
    private Path folder;

    private final RememberedInMemory store = new RememberedInMemory();
    private final ConcurrentLinkedQueue<Throwable> defects = new ConcurrentLinkedQueue<>();
    private Gatehouse gate;
    private Imports imports;
    private List<Route> routes;
    private Door door;
    private ServerTls tls;

    @BeforeEach
    void begin() throws Exception {
        InstantSource clock = InstantSource.system();
        gate = Gatehouse.open(store, folder, 1_000, Directory.NONE, Map.of(), clock);
        tls = ServerTls.own(folder, gate.sealer(), Machine.here(), clock, new SecureRandom());
        Site site = new Site(Vendors.known(), Protocols.all(), List.of());
        imports = new Imports(site, store, folder.resolve("captures"), 1 << 20, (where, what) -> defects.add(what));
        SessionEntrance entrance = new SessionEntrance(gate.sessions(), gate.tokens(), gate.audit());
        routes = new ArrayList<>(IdentityRoutes.of(gate, new Ways("plant", null, null)));
        routes.addAll(SiteRoutes.of(site, new Casework(store), imports, entrance, clock));
        door = new Door("localhost", 0, tls.context(), entrance, routes, (number, defect) -> defects.add(defect));
    }

    @AfterEach
    void end() {
        door.close();
        imports.close();
        assertThat(defects).isEmpty();
    }

    private Browser browser() throws Exception {
        return new Browser(Trusting.in(tls.authority().orElseThrow()), door.port());
    }

    private static Set<String> names(List<Route> routes) {
        Set<String> names = new TreeSet<>();
        routes.forEach(r -> names.add(r.method() + " " + r.path()));
        return names;
    }

    private static String path(Route route) {
        return route.path().replaceAll("\\{[a-z]+}", "some");
    }

    @Test
    void the_document_has_all_of_them_and_no_other() {
        assertThat(names(routes)).isEqualTo(Contract.operations());
    }

    @Test
    void only_those_are_open_to_anyone_of_which_the_document_says_so() {
        List<Route> open =
                routes.stream().filter(r -> r.access() instanceof Access.Anyone).toList();
        assertThat(names(open)).isEqualTo(Contract.open());
    }

    @Test
    void who_has_not_signed_in_is_refused_by_all_others() throws Exception {
        Browser nobody = browser();
        for (Route route : routes) {
            if (!(route.access() instanceof Access.Anyone)) {
                assertThat(nobody.ask(route.method().name(), path(route), "").status())
                        .as(route.path())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void each_role_is_refused_where_it_has_no_permission() throws Exception {
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            Account made =
                    gate.accounts().create(Actor.SERVER, name, name, Origin.LOCAL, "", EnumSet.of(role), Sites.ALL);
            gate.accounts().password(Actor.SERVER, made.id(), gate.hashes().hash(PASSWORD));
            Browser person = browser();
            assertThat(person.signIn(name, PASSWORD, "").status()).isEqualTo(200);
            Set<Permission> may = role.may();
            for (Route route : routes) {
                if (route.access() instanceof Access.With with && !may.contains(with.permission())) {
                    assertThat(person.ask(route.method().name(), path(route), "")
                                    .status())
                            .as(role + " " + route.path())
                            .isEqualTo(403);
                }
            }
        }
    }

    @Test
    void a_path_that_is_none_is_answered_by_a_problem() throws IOException, Exception {
        Browser.Reply reply = browser().ask("GET", "/nothing/here", "");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text("detail")).contains("/openapi.json");
        assertThat(reply.whole().headers().firstValue("Content-Security-Policy"))
                .isPresent();
    }
}
