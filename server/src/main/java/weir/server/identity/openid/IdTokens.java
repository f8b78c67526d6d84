// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.server.identity.Origin;
import weir.server.identity.Outside;
import weir.server.identity.Refusal;

/** The signed words of a provider on who somebody is. */
final class IdTokens {

    /** Those with a public key; none is not among them, nor is a shared secret. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** What a provider says when it asked for more than a password (RFC 8176). */
    private static final Set<String> STRONG = Set.of("mfa", "otp", "hwk", "swk", "sc", "fpt", "face");

    private final OpenIdSettings settings;
    private final InstantSource clock;

    IdTokens(OpenIdSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Outside outside(String token, String keys, String nonce) throws Refusal {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWTClaimsSetVerifier(claims(nonce));
        try {
            processor.setJWSKeySelector(
                    new JWSVerificationKeySelector<>(SIGNATURES, new ImmutableJWKSet<>(JWKSet.parse(keys))));
            return outside(processor.process(token, null));
        } catch (ParseException | JOSEException | BadJOSEException forged) {
            throw new Refusal(Refusal.Sort.UNPROVEN, "What the OpenID provider says cannot be believed; begin anew.");
        }
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims(String nonce) {
        JWTClaimsSet exact = new JWTClaimsSet.Builder()
                .issuer(settings.issuer().toString())
                .claim("nonce", nonce)
                .build();
        return new DefaultJWTClaimsVerifier<>(settings.client(), exact, Set.of("sub", "exp", "iat")) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
    }

    private Outside outside(JWTClaimsSet said) throws ParseException, Refusal {
        String party = said.getStringClaim("azp");
        if (said.getAudience().size() > 1 && !settings.client().equals(party)) {
            throw new Refusal(Refusal.Sort.UNPROVEN, "The OpenID provider vouched for another program.");
        }
        String name = said.getStringClaim("preferred_username");
        String shown = said.getStringClaim("name");
        Set<String> groups = new LinkedHashSet<>();
        for (String group : texts(said, settings.groups())) {
            if (groups.size() < Outside.GROUPS) {
                groups.add(group);
            }
        }
        String subject = said.getIssuer() + " " + said.getSubject();
        String known = name == null ? said.getSubject() : name;
        return new Outside(
                Origin.OPENID,
                subject,
                known.toLowerCase(Locale.ROOT),
                shown == null ? known : shown,
                groups,
                texts(said, "amr").stream().anyMatch(STRONG::contains));
    }

    private static List<String> texts(JWTClaimsSet said, String claim) throws ParseException {
        @Nullable List<String> texts = said.getStringListClaim(claim);
        return texts == null
                ? List.of()
                : texts.stream().filter(String.class::isInstance).toList();
    }
}
