// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weir.server.identity.Outside;
import weir.server.identity.Refusal;
import weir.server.secret.KeyFile;
import weir.server.tls.Machine;
import weir.server.tls.ServerTls;
import weir.server.tls.Trusting;

/** Signing in at an OpenID provider, and all that it, or somebody between, could lie about. */
@Timeout(60)
class OpenIdTest {

    private static final URI RETURNS = URI.create("https://weir.example/api/v1/session/openid/return");

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private Duration later = Duration.ZERO;
    private final InstantSource clock = () -> Instant.now().plus(later);
    private ProviderOfTests provider;
    private SSLContext trusting;
    private OpenId openId;

    @BeforeEach
    void begin() throws Exception {
        ServerTls tls = ServerTls.own(
                folder,
                KeyFile.open(folder.resolve("weir.key"), random),
                Machine.here(),
                InstantSource.system(),
                random);
        trusting = Trusting.in(tls.authority().orElseThrow());
        provider = new ProviderOfTests(tls.context());
        openId = openId(trusting);
    }

    private OpenId openId(SSLContext context) {
        OpenIdSettings settings = new OpenIdSettings(provider.address(), "weir", "the secret", RETURNS, "groups");
        return new OpenId(settings, context, clock, random);
    }

    @AfterEach
    void end() {
        provider.close();
    }

    private Outside signedIn() throws Exception {
        OpenId.Begun begun = openId.begin();
        return openId.finish(begun.state(), begun.state(), provider.signedIn(begun.to()));
    }

    @Test
    void somebody_comes_back_with_their_name_and_groups() throws Exception {
        Outside anna = signedIn();
        assertThat(anna.subject()).isEqualTo(provider.issuer + " 4711");
        assertThat(anna.name()).isEqualTo("anna");
        assertThat(anna.shown()).isEqualTo("Anna Müller");
        assertThat(anna.groups()).isEqualTo(Set.of("engineers", "staff"));
        assertThat(anna.strong()).isTrue();
    }

    @Test
    void a_way_back_is_good_once_in_the_browser_that_began_and_for_ten_minutes() throws Exception {
        OpenId.Begun begun = openId.begin();
        String code = provider.signedIn(begun.to());
        assertThatThrownBy(() -> openId.finish("another browser", begun.state(), code))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> openId.finish("", "", code)).isInstanceOf(Refusal.class);
        assertThat(openId.finish(begun.state(), begun.state(), code).name()).isEqualTo("anna");
        assertThatThrownBy(() -> openId.finish(begun.state(), begun.state(), code))
                .hasMessageContaining("begin anew");
        OpenId.Begun late = openId.begin();
        later = Duration.ofMinutes(11);
        assertThatThrownBy(() -> openId.finish(late.state(), late.state(), provider.signedIn(late.to())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_lie_in_the_token_is_not_believed() throws Exception {
        List<UnaryOperator<JWTClaimsSet.Builder>> lies = List.of(
                claims -> claims.issuer("https://elsewhere.example"),
                claims -> claims.audience("another program"),
                claims -> claims.audience(List.of("weir", "another program")),
                claims -> claims.claim("nonce", "another"),
                claims -> claims.claim("nonce", null),
                claims -> claims.expirationTime(new Date(System.currentTimeMillis() - 600_000)),
                claims -> claims.expirationTime(null),
                claims -> claims.subject(null),
                claims -> claims.claim("groups", 3));
        for (UnaryOperator<JWTClaimsSet.Builder> lie : lies) {
            provider.lie = lie;
            assertThatThrownBy(this::signedIn).isInstanceOf(Refusal.class);
        }
        provider.lie = UnaryOperator.identity();
        provider.signsWith = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        assertThatThrownBy(this::signedIn).hasMessageContaining("cannot be believed");
    }

    @Test
    void a_provider_that_is_another_or_not_believed_or_away_is_said_to_be() throws Exception {
        provider.issuer = "https://elsewhere.example";
        assertThatThrownBy(openId::begin).hasMessageContaining("calls itself https://elsewhere.example");
        assertThatThrownBy(openId(SSLContext.getDefault())::begin).hasMessageContaining("cannot be reached");
        provider.close();
        assertThatThrownBy(openId::begin)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.sort()).isEqualTo(Refusal.Sort.AWAY));
        assertThatThrownBy(() -> new OpenIdSettings(URI.create("http://plain.example"), "weir", "x", RETURNS, "groups"))
                .hasMessageContaining("https alone");
    }

    @Test
    void sign_ins_that_are_begun_and_left_do_not_pile_up() throws Exception {
        OpenId.Begun first = openId.begin();
        for (int i = 0; i < 1_000; i++) {
            openId.begin();
        }
        assertThatThrownBy(() -> openId.finish(first.state(), first.state(), provider.signedIn(first.to())))
                .isInstanceOf(Refusal.class);
    }
}
