// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.openid;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import weir.server.identity.Outside;
import weir.server.identity.Refusal;
import weir.server.secret.RandomText;
import weir.server.secret.Sha256;

/**
 * Signing in at an OpenID provider: the authorization code flow with PKCE, state and nonce. A way back is good once, for
 * ten minutes, and in the browser that began alone.
 */
public final class OpenId {

    /** Sign-ins under way; the oldest goes when there is one more. */
    private static final int MOST = 1_000;

    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final Duration PLACES_LAST = Duration.ofMinutes(5);

    private final OpenIdSettings settings;
    private final Provider provider;
    private final IdTokens tokens;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Pending> open = new LinkedHashMap<>();

    private Provider.@Nullable Places known;
    private Instant knownUntil = Instant.EPOCH;

    private record Pending(String nonce, String verifier, Instant until) {}

    /**
     * A sign-in that began.
     *
     * @param to where the browser goes
     * @param state what it holds as a cookie, and brings back
     */
    public record Begun(URI to, String state) {}

    /** @param trusting believes the authority of the provider */
    public OpenId(OpenIdSettings settings, SSLContext trusting, InstantSource clock, SecureRandom random) {
        this.settings = settings;
        this.provider = new Provider(settings, trusting);
        this.tokens = new IdTokens(settings, clock);
        this.clock = clock;
        this.random = random;
    }

    public Begun begin() throws IOException {
        URI authorize = places().authorize();
        String state = RandomText.from(random);
        Pending pending = new Pending(
                RandomText.from(random),
                RandomText.from(random),
                clock.instant().plus(LASTS));
        remember(state, pending);
        String form = Provider.form(Map.of(
                "response_type",
                "code",
                "client_id",
                settings.client(),
                "redirect_uri",
                settings.returns().toString(),
                "scope",
                "openid profile",
                "state",
                state,
                "nonce",
                pending.nonce(),
                "code_challenge",
                challenge(pending.verifier()),
                "code_challenge_method",
                "S256"));
        String separator = authorize.getRawQuery() == null ? "?" : "&";
        return new Begun(URI.create(authorize + separator + form), state);
    }

    /** Asked for at most once in a while: nobody makes this server ask and ask. */
    private synchronized Provider.Places places() throws IOException {
        Instant now = clock.instant();
        if (known == null || now.isAfter(knownUntil)) {
            known = provider.places();
            knownUntil = now.plus(PLACES_LAST);
        }
        return known;
    }

    private synchronized void remember(String state, Pending pending) {
        if (open.size() >= MOST) {
            open.remove(open.keySet().iterator().next());
        }
        open.put(Sha256.of(state), pending);
    }

    private synchronized @Nullable Pending take(String state) {
        return open.remove(Sha256.of(state));
    }

    /**
     * The browser is back.
     *
     * @param held the state that its cookie holds
     * @param state the state that it brought
     */
    public Outside finish(String held, String state, String code) throws IOException {
        Pending pending = Sha256.same(held, state) ? take(state) : null;
        if (pending == null || clock.instant().isAfter(pending.until()) || code.isEmpty()) {
            throw new Refusal(Refusal.Sort.UNPROVEN, "This sign-in was not begun here, or too long ago; begin anew.");
        }
        Provider.Places places = places();
        String token = provider.idToken(places, code, pending.verifier());
        return tokens.outside(token, provider.keys(places), pending.nonce());
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
