// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.util.ArrayList;
import java.util.List;
import weir.server.identity.signin.Gatehouse;

/** All routes by which people come in, are let in, and are watched. */
public final class IdentityRoutes {

    private IdentityRoutes() {}

    public static List<Route> of(Gatehouse gate, Ways ways) {
        List<Route> all = new ArrayList<>();
        all.addAll(new SessionRoutes(gate).all());
        all.addAll(new OpenIdRoutes(gate, ways).all());
        all.addAll(new OwnRoutes(gate, ways.server()).all());
        all.addAll(new PasskeyRoutes(gate, ways).all());
        all.addAll(new AccountRoutes(gate, ways).all());
        all.addAll(new TokenRoutes(gate).all());
        all.addAll(new AuditRoutes(gate.store()).all());
        return List.copyOf(all);
    }
}
