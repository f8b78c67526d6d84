// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.server.identity.openid.OpenId;
import weir.server.identity.signin.Gatehouse;

/** All routes by which people come in, are let in, and are watched. */
public final class IdentityRoutes {

    private IdentityRoutes() {}

    /**
     * All of them.
     *
     * @param server how the apps of people call this server
     * @param openId null for no OpenID provider
     */
    public static List<Route> of(Gatehouse gate, String server, @Nullable OpenId openId) {
        List<Route> all = new ArrayList<>();
        all.addAll(new SessionRoutes(gate).all());
        all.addAll(new OpenIdRoutes(gate, openId).all());
        all.addAll(new OwnRoutes(gate, server).all());
        all.addAll(new AccountRoutes(gate).all());
        all.addAll(new TokenRoutes(gate).all());
        all.addAll(new AuditRoutes(gate.store()).all());
        return List.copyOf(all);
    }
}
