// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.time.Instant;
import java.util.Set;
import weir.server.audit.Actor;

/**
 * Who asks, at this request: worked out anew for each, so that what was taken away is gone at once.
 *
 * @param account id of the account
 * @param name as they sign in
 * @param may what their roles allow, less what their token leaves out
 * @param since when they last proved who they are
 * @param address from which they ask
 */
public record Who(
        String account,
        String name,
        Set<Role> roles,
        Set<Permission> may,
        Sites sites,
        SignedInBy by,
        Instant since,
        String address) {

    public Who {
        roles = Set.copyOf(roles);
        may = Set.copyOf(may);
    }

    public boolean may(Permission permission) {
        return may.contains(permission);
    }

    public boolean may(Permission permission, String site) {
        return may(permission) && sites.cover(site);
    }

    public Actor actor() {
        return new Actor(account, name, address);
    }
}
