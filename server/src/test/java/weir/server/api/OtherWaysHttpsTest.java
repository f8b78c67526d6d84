// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weir.server.RememberedInMemory;
import weir.server.api.Browser.Reply;
import weir.server.audit.Actor;
import weir.server.identity.Account;
import weir.server.identity.Directory;
import weir.server.identity.GroupRoles;
import weir.server.identity.Origin;
import weir.server.identity.Role;
import weir.server.identity.Sites;
import weir.server.identity.openid.OpenId;
import weir.server.identity.openid.OpenIdSettings;
import weir.server.identity.openid.ProviderOfTests;
import weir.server.identity.passkey.Device;
import weir.server.identity.passkey.Passkeys;
import weir.server.identity.session.SessionCookie;
import weir.server.identity.signin.Gatehouse;
import weir.server.json.Json;
import weir.server.tls.Machine;
import weir.server.tls.ServerTls;
import weir.server.tls.Trusting;

/** Signing in over an OpenID provider and with a passkey, as a browser does it. */
@Timeout(60)
class OtherWaysHttpsTest {

    private static final String PASSWORD = "four words in a row";
    private static final String ORIGIN = "https://weir.example:8443";

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private Gatehouse gate;
    private ProviderOfTests provider;
    private Door door;
    private SSLContext trusting;

    @BeforeEach
    void begin() throws Exception {
        InstantSource clock = InstantSource.system();
        GroupRoles groups = new GroupRoles(Map.of("engineers", new GroupRoles.Grant(Role.ENGINEER, Sites.ALL)));
        gate = Gatehouse.open(
                new RememberedInMemory(), folder, 1_000, Directory.NONE, Map.of(Origin.OPENID, groups), clock);
        ServerTls tls = ServerTls.own(folder, gate.sealer(), Machine.here(), clock, random);
        trusting = Trusting.in(tls.authority().orElseThrow());
        provider = new ProviderOfTests(tls.context());
        OpenIdSettings settings = new OpenIdSettings(
                provider.address(),
                "weir",
                "the secret",
                URI.create(ORIGIN + "/api/v1/session/openid/return"),
                "groups");
        Passkeys passkeys =
                new Passkeys(gate.store(), gate.accounts(), gate.audit(), clock, random, "weir.example", ORIGIN);
        Ways ways = new Ways("plant", new OpenId(settings, trusting, clock, random), passkeys);
        door = new Door(
                "localhost",
                0,
                tls.context(),
                new SessionEntrance(gate.sessions(), gate.tokens(), gate.audit()),
                IdentityRoutes.of(gate, ways),
                (number, defect) -> {
                    throw new AssertionError(defect);
                });
    }

    @AfterEach
    void end() {
        door.close();
        provider.close();
    }

    private Browser browser() {
        return new Browser(trusting, door.port());
    }

    private Reply returned(String state, String code, String cookie) throws IOException {
        return browser()
                .ask("GET", "/api/v1/session/openid/return?state=" + state + "&code=" + code, "", "Cookie", cookie);
    }

    @Test
    void a_browser_goes_to_the_provider_and_comes_back_signed_in() throws IOException {
        assertThat(browser().ask("GET", "/api/v1/session/ways", "").text("ways"))
                .isEqualTo("[password, openid, passkey]");
        Reply away = browser().ask("GET", "/api/v1/session/openid", "");
        assertThat(away.status()).isEqualTo(302);
        URI to = URI.create(away.whole().headers().firstValue("Location").orElseThrow());
        String cookie = away.whole().headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).endsWith("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600");
        String state = ProviderOfTests.fields(to.getRawQuery()).getOrDefault("state", "");
        String code = provider.signedIn(to);
        assertThat(returned(state, code, "__Host-weir-way=another").status()).isEqualTo(403);
        Reply back = returned(state, code, cookie.split(";", 2)[0]);
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.whole().body()).contains("url=/");
        String session =
                back.whole().headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        assertThat(SessionCookie.secret(session)).isNotEmpty();
        Reply who = browser().ask("GET", "/api/v1/session", "", "Cookie", session);
        assertThat(who.text("name")).isEqualTo("anna");
        assertThat(who.text("roles")).isEqualTo("[engineer]");
        provider.lie = claims -> claims.claim("groups", java.util.List.of("visitors"));
        Reply again = browser().ask("GET", "/api/v1/session/openid", "");
        URI second = URI.create(again.whole().headers().firstValue("Location").orElseThrow());
        String held =
                again.whole().headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        String otherState = ProviderOfTests.fields(second.getRawQuery()).getOrDefault("state", "");
        assertThat(returned(otherState, provider.signedIn(second), held).status())
                .isEqualTo(403);
    }

    @Test
    void a_passkey_is_added_and_signs_in_without_a_password() throws Exception {
        Account otto = gate.accounts()
                .create(Actor.SERVER, "otto", "Otto", Origin.LOCAL, "", Set.of(Role.OPERATOR), Sites.ALL);
        gate.accounts().password(Actor.SERVER, otto.id(), gate.hashes().hash(PASSWORD));
        Browser hisOld = browser();
        hisOld.signIn("otto", PASSWORD, "");
        Device device = Device.ordinary();
        Reply begun = hisOld.ask("POST", "/api/v1/passkeys/begin", "");
        assertThat(begun.text("algorithms")).isEqualTo("[-7, -8, -257]");
        Passkeys.Said made = device.made(begun.text("challenge"));
        String add = Json.text(Map.of(
                "name", "telephone",
                "clientData", made.client(),
                "authenticatorData", made.device(),
                "publicKey", made.proof()));
        assertThat(hisOld.ask("POST", "/api/v1/passkeys", add).status()).isEqualTo(201);
        String challenge =
                browser().ask("POST", "/api/v1/session/passkey/begin", "").text("challenge");
        Passkeys.Said signed = device.signed(challenge);
        String proof = Json.text(Map.of(
                "id", device.name(),
                "clientData", signed.client(),
                "authenticatorData", signed.device(),
                "signature", signed.proof()));
        Reply in = browser().ask("POST", "/api/v1/session/passkey", proof);
        assertThat(in.text("name")).isEqualTo("otto");
        assertThat(browser().ask("POST", "/api/v1/session/passkey", proof).status())
                .isEqualTo(403);
        String id = hisOld.ask("GET", "/api/v1/passkeys", "")
                .items()
                .getFirst()
                .getOrDefault("id", "")
                .toString();
        assertThat(hisOld.ask("DELETE", "/api/v1/passkeys/" + id, "").status()).isEqualTo(204);
        assertThat(hisOld.ask("DELETE", "/api/v1/passkeys/" + id, "").status()).isEqualTo(404);
    }
}
