// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.openid;

import java.net.URI;

/**
 * An OpenID provider, and how it knows this server.
 *
 * @param issuer as the provider calls itself; over TLS
 * @param returns where it sends browsers back to
 * @param groups claim with the groups of people
 */
public record OpenIdSettings(URI issuer, String client, String secret, URI returns, String groups) {

    public OpenIdSettings {
        if (!"https".equals(issuer.getScheme()) || !"https".equals(returns.getScheme())) {
            throw new IllegalArgumentException("an OpenID provider is asked over https alone: " + issuer);
        }
    }

    @Override
    public String toString() {
        return issuer + " as " + client;
    }
}
