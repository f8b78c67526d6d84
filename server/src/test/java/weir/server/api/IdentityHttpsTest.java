// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import weir.server.RememberedInMemory;
import weir.server.SetClock;
import weir.server.api.Browser.Reply;
import weir.server.audit.Actor;
import weir.server.identity.Account;
import weir.server.identity.Directory;
import weir.server.identity.Origin;
import weir.server.identity.Role;
import weir.server.identity.Sites;
import weir.server.identity.factor.SetUp;
import weir.server.identity.signin.Gatehouse;
import weir.server.tls.Machine;
import weir.server.tls.ServerTls;
import weir.server.tls.Trusting;

/** People and programs at the door, over TLS, as a browser does it. */
@Timeout(60)
class IdentityHttpsTest {

    private static final String PASSWORD = "four words in a row";

    @TempDir
    private Path folder;

    private final RememberedInMemory store = new RememberedInMemory();
    private final SetClock clock = new SetClock();
    private final ConcurrentLinkedQueue<Throwable> defects = new ConcurrentLinkedQueue<>();
    private Gatehouse gate;
    private Door door;
    private SSLContext trusting;

    @BeforeEach
    void begin() throws Exception {
        gate = Gatehouse.open(store, folder, 1_000, Directory.NONE, Map.of(), clock);
        ServerTls tls =
                ServerTls.own(folder, gate.sealer(), Machine.here(), InstantSource.system(), new SecureRandom());
        SessionEntrance entrance = new SessionEntrance(gate.sessions(), gate.tokens(), gate.audit());
        door = new Door(
                "localhost",
                0,
                tls.context(),
                entrance,
                IdentityRoutes.of(gate, new Ways("plant", null, null)),
                (number, defect) -> defects.add(defect));
        trusting = Trusting.in(tls.authority().orElseThrow());
    }

    @AfterEach
    void end() {
        door.close();
        assertThat(defects).isEmpty();
    }

    private Browser browser() {
        return new Browser(trusting, door.port());
    }

    private Account person(String name, Role... roles) throws IOException {
        Account made = gate.accounts()
                .create(Actor.SERVER, name, name, Origin.LOCAL, "", EnumSet.copyOf(List.of(roles)), Sites.ALL);
        return gate.accounts().password(Actor.SERVER, made.id(), gate.hashes().hash(PASSWORD));
    }

    private Browser signedIn(String name) throws IOException {
        Browser browser = browser();
        assertThat(browser.signIn(name, PASSWORD, "").status()).isEqualTo(200);
        return browser;
    }

    @Test
    void the_first_administrator_comes_by_the_link_and_lets_in_others() throws IOException {
        String link = gate.links().first().orElseThrow();
        Browser boss = browser();
        String use = "{\"link\":\"" + link + "\",\"name\":\"boss\",\"password\":\"" + PASSWORD + "\"}";
        assertThat(boss.ask("POST", "/api/v1/session/link", use).text("name")).isEqualTo("boss");
        assertThat(boss.ask("POST", "/api/v1/session/link", use).status()).isEqualTo(403);
        Reply in = boss.signIn("boss", PASSWORD, "");
        assertThat(in.text("roles")).isEqualTo("[engineer, administrator]");
        assertThat(in.text("permissions")).contains("manage_accounts");
        assertThat(in.whole().headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-weir=")
                .endsWith("; Path=/; Secure; HttpOnly; SameSite=Strict");
        Reply made = boss.ask("POST", "/api/v1/accounts", "{\"name\":\"anna\",\"roles\":[\"operator\"]}");
        assertThat(made.status()).isEqualTo(201);
        String invitation = boss.ask("POST", "/api/v1/accounts/" + made.text("id") + "/link", "")
                .text("link");
        Browser anna = browser();
        String set = "{\"link\":\"" + invitation + "\",\"password\":\"some other long words\"}";
        assertThat(anna.ask("POST", "/api/v1/session/link", set).text("name")).isEqualTo("anna");
        assertThat(anna.signIn("anna", "some other long words", "").text("roles"))
                .isEqualTo("[operator]");
        assertThat(boss.ask("GET", "/api/v1/accounts", "").items())
                .anySatisfy(
                        a -> assertThat(a).containsEntry("name", "anna").containsEntry("factors", List.of("password")))
                .allSatisfy(a -> assertThat(a.toString()).doesNotContain("pbkdf2"));
    }

    @Test
    void a_change_without_the_header_or_from_another_site_is_refused() throws IOException {
        person("anna", Role.ENGINEER);
        Browser anna = signedIn("anna");
        String path = "/api/v1/session/codes";
        assertThat(anna.ask("POST", path, "", "X-Weir-Csrf", "").status()).isEqualTo(403);
        assertThat(anna.ask("POST", path, "", "X-Weir-Csrf", "0".repeat(64)).status())
                .isEqualTo(403);
        assertThat(anna.ask("POST", path, "", "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(403);
        assertThat(anna.ask("POST", path, "", "Sec-Fetch-Site", "same-origin").status())
                .isEqualTo(200);
    }

    @Test
    void a_lock_ends_the_session_and_the_token_at_once() throws IOException {
        Account anna = person("anna", Role.ENGINEER);
        person("boss", Role.ADMINISTRATOR);
        Browser hers = signedIn("anna");
        String token = hers.ask("POST", "/api/v1/tokens", token("see_plant")).text("secret");
        assertThat(browser()
                        .ask("GET", "/api/v1/session", "", "Authorization", "Bearer " + token)
                        .text("permissions"))
                .isEqualTo("[see_plant]");
        Browser boss = signedIn("boss");
        assertThat(boss.ask("PATCH", "/api/v1/accounts/" + anna.id(), "{\"locked\":true}")
                        .text("locked"))
                .isEqualTo("true");
        assertThat(hers.ask("GET", "/api/v1/session", "").status()).isEqualTo(401);
        assertThat(browser()
                        .ask("GET", "/api/v1/session", "", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
        assertThat(browser().signIn("anna", PASSWORD, "").status()).isEqualTo(401);
        assertThat(boss.ask(
                                "PATCH",
                                "/api/v1/accounts/"
                                        + gate.accounts()
                                                .byName("boss")
                                                .orElseThrow()
                                                .id(),
                                "{\"locked\":true}")
                        .status())
                .isEqualTo(409);
    }

    private String token(String permission) {
        return "{\"name\":\"script\",\"permissions\":[\"" + permission + "\"],\"expires\":\""
                + clock.instant().plus(Duration.ofDays(9)) + "\"}";
    }

    @Test
    void a_token_is_listed_without_its_secret_and_ended() throws IOException {
        person("anna", Role.ENGINEER);
        Browser anna = signedIn("anna");
        Reply made = anna.ask("POST", "/api/v1/tokens", token("see_plant"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(anna.ask("GET", "/api/v1/tokens", "").items())
                .singleElement()
                .satisfies(t -> assertThat(t).containsEntry("name", "script").doesNotContainKey("secret"));
        assertThat(anna.ask("POST", "/api/v1/tokens", token("manage_accounts")).status())
                .isEqualTo(403);
        assertThat(anna.ask("POST", "/api/v1/tokens", token("fly")).status()).isEqualTo(400);
        String[] bearer = {"Authorization", "bearer " + made.text("secret")};
        assertThat(browser().ask("GET", "/api/v1/tokens", "", bearer).status()).isEqualTo(403);
        assertThat(anna.ask("DELETE", "/api/v1/tokens/" + made.text("id"), "").status())
                .isEqualTo(204);
        assertThat(browser().ask("GET", "/api/v1/session", "", bearer).status()).isEqualTo(401);
    }

    @Test
    void who_has_an_app_sends_a_code_with_the_password() throws IOException {
        person("anna", Role.ENGINEER);
        Browser anna = signedIn("anna");
        Reply offer = anna.ask("POST", "/api/v1/session/codes", "");
        String code = "{\"code\":\"" + SetUp.code(offer.text("secret"), clock) + "\"}";
        assertThat(anna.ask("POST", "/api/v1/session/codes/confirm", code).text("recovery"))
                .hasSizeGreaterThan(100);
        Reply first = browser().signIn("anna", PASSWORD, "");
        assertThat(first.status()).isEqualTo(401);
        assertThat(first.text("step")).isEqualTo("code");
        assertThat(browser().signIn("anna", PASSWORD, "123456").body()).doesNotContainKey("step");
        clock.turn(Duration.ofMinutes(1));
        Browser again = browser();
        assertThat(again.signIn("anna", PASSWORD, SetUp.code(offer.text("secret"), clock))
                        .status())
                .isEqualTo(200);
        assertThat(again.ask("DELETE", "/api/v1/session/codes", "").status()).isEqualTo(204);
        assertThat(browser().signIn("anna", PASSWORD, "").status()).isEqualTo(200);
    }

    @Test
    void a_new_password_needs_the_old_one_and_ends_the_other_sessions() throws IOException {
        person("anna", Role.ENGINEER);
        Browser here = signedIn("anna");
        Browser there = signedIn("anna");
        assertThat(here.ask("GET", "/api/v1/sessions", "").items()).hasSize(2);
        String wrong = "{\"current\":\"not it\",\"password\":\"quite another set of words\"}";
        assertThat(here.ask("POST", "/api/v1/session/password", wrong).status()).isEqualTo(403);
        clock.turn(Duration.ofMinutes(1));
        String weak = "{\"current\":\"" + PASSWORD + "\",\"password\":\"password1234\"}";
        assertThat(here.ask("POST", "/api/v1/session/password", weak).status()).isEqualTo(400);
        String right = weak.replace("password1234", "quite another set of words");
        assertThat(here.ask("POST", "/api/v1/session/password", right).status()).isEqualTo(204);
        assertThat(here.ask("GET", "/api/v1/session", "").status()).isEqualTo(200);
        assertThat(there.ask("GET", "/api/v1/session", "").status()).isEqualTo(401);
        assertThat(here.ask("DELETE", "/api/v1/session", "").status()).isEqualTo(204);
        assertThat(here.ask("GET", "/api/v1/session", "").status()).isEqualTo(401);
    }

    @Test
    void something_grave_needs_a_proof_of_lately() throws IOException {
        person("boss", Role.ADMINISTRATOR);
        Browser boss = signedIn("boss");
        clock.turn(Duration.ofMinutes(20));
        String anna = "{\"name\":\"anna\"}";
        assertThat(boss.ask("POST", "/api/v1/accounts", anna).text("step")).isEqualTo("proof");
        String proof = "{\"password\":\"" + PASSWORD + "\"}";
        assertThat(boss.ask("POST", "/api/v1/session/proof", proof).status()).isEqualTo(204);
        assertThat(boss.ask("POST", "/api/v1/accounts", anna).status()).isEqualTo(201);
    }

    @Test
    void guessing_is_slowed_down_and_says_for_how_long() throws IOException {
        person("anna", Role.ENGINEER);
        for (int i = 0; i < 6; i++) {
            assertThat(browser().signIn("anna", "guess " + i, "").status()).isIn(401, 429);
        }
        Reply later = browser().signIn("anna", PASSWORD, "");
        assertThat(later.status()).isEqualTo(429);
        assertThat(later.whole().headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        clock.turn(Duration.ofMinutes(16));
        assertThat(browser().signIn("anna", PASSWORD, "").status()).isEqualTo(200);
    }

    @Test
    void the_auditor_reads_who_did_what_in_parts() throws IOException {
        person("otto", Role.AUDITOR);
        for (int i = 0; i < 20; i++) {
            person("person" + i, Role.VIEWER);
        }
        Browser otto = signedIn("otto");
        Reply part = otto.ask("GET", "/api/v1/audit?limit=10", "");
        assertThat(part.items())
                .hasSize(10)
                .first()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("actor", "otto")
                        .containsEntry("act", "session.begun")
                        .containsEntry("outcome", "done"));
        int seen = 10;
        while (part.body().containsKey("next")) {
            part = otto.ask("GET", "/api/v1/audit?limit=10&cursor=" + part.text("next"), "");
            seen += part.items().size();
        }
        assertThat((long) seen)
                .isEqualTo(store.look(view -> view.last("audit")).orElseThrow().number());
        assertThat(otto.ask("GET", "/api/v1/audit?cursor=x", "").status()).isEqualTo(400);
    }

    @Test
    void the_door_speaks_no_old_tls_and_no_weak_suite() throws IOException {
        String[][] spoken = {
            {"TLSv1.3", "TLS_AES_128_GCM_SHA256"}, {"TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"}
        };
        for (String[] one : spoken) {
            assertThat(handshakes(one[0], one[1])).isTrue();
        }
        assertThat(handshakes("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"))
                .isFalse();
        assertThat(handshakes("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"))
                .isFalse();
    }

    private boolean handshakes(String protocol, String suite) throws IOException {
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("localhost", door.port())) {
            socket.setSoTimeout(10_000);
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {suite});
            socket.startHandshake();
            return true;
        } catch (SSLException refused) {
            return false;
        }
    }

    @Test
    void every_route_refuses_who_is_not_signed_in_and_who_may_not() throws IOException {
        person("vera", Role.VIEWER);
        Browser vera = signedIn("vera");
        String script = vera.ask("POST", "/api/v1/tokens", token("see_plant")).text("secret");
        for (Route route : IdentityRoutes.of(gate, new Ways("plant", null, null))) {
            String path = route.path().replace("{id}", "1");
            String method = route.method().name();
            if (!(route.access() instanceof Access.Anyone)) {
                assertThat(browser().ask(method, path, "{}").status())
                        .as(method + path)
                        .isEqualTo(401);
                assertThat(browser()
                                .ask(method, path, "{}", "Cookie", "__Host-weir=x")
                                .status())
                        .isEqualTo(401);
            }
            if (route.access() instanceof Access.With(var permission)) {
                String[] bearer = {"Authorization", "Bearer " + script};
                assertThat(browser().ask(method, path, "{}", bearer).status())
                        .as(method + path)
                        .isEqualTo(403);
                if (!Role.VIEWER.may().contains(permission)) {
                    assertThat(vera.ask(method, path, "{}").status())
                            .as(method + path)
                            .isEqualTo(403);
                }
            }
        }
        assertThat(store.look(view -> view.lines("audit", 0, 1000)).toString())
                .contains("access.refused", "GET /api/v1/audit");
    }

    @Test
    void nonsense_is_answered_with_a_problem_and_never_with_a_defect() throws IOException {
        person("boss", Role.ADMINISTRATOR, Role.AUDITOR);
        Browser boss = signedIn("boss");
        String[] bodies = {
            "",
            "[]",
            "{",
            "{}",
            "null",
            "{\"name\":{}}",
            "{\"roles\":[1]}",
            "{\"roles\":\"x\"}",
            "{\"locked\":3}",
            "{\"name\":\"x\",\"password\":[]}",
            "{\"expires\":\"soon\",\"name\":\"x\",\"permissions\":[\"see_plant\"]}",
            "{\"link\":\"\",\"password\":\"\"}",
            "{\"code\":\"\\u0000\"}",
            "{\"sites\":[null]}",
            "\u0000"
        };
        for (Route route : IdentityRoutes.of(gate, new Ways("plant", null, null))) {
            for (String body : bodies) {
                Reply reply = boss.ask(route.method().name(), route.path().replace("{id}", "%2e%2e"), body);
                assertThat(reply.status()).as(route.path() + body).isLessThan(500);
                if (route.path().equals("/api/v1/session") && route.method() == Route.Method.DELETE) {
                    boss = signedIn("boss");
                }
            }
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void every_route_is_in_the_contract() throws IOException {
        try (var in = java.util.Objects.requireNonNull(Door.class.getResourceAsStream("openapi.yaml"))) {
            Map<String, Object> document =
                    (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            Map<String, Map<String, Object>> paths =
                    (Map<String, Map<String, Object>>) java.util.Objects.requireNonNull(document.get("paths"));
            for (Route route : IdentityRoutes.of(gate, new Ways("plant", null, null))) {
                assertThat(paths).containsKey(route.path());
                assertThat(paths.get(route.path()))
                        .containsKey(route.method().name().toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    @Test
    void an_answer_that_is_not_of_the_contract_would_be_seen() {
        assertThatThrownBy(() -> Contract.check("GET", "/api/v1/session", 200, "{\"name\":3}"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Contract.check("POST", "/api/v1/tokens", 403, "{\"status\":403}"))
                .isInstanceOf(AssertionError.class);
    }
}
