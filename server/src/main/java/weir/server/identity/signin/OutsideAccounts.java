// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.signin;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weir.server.audit.Actor;
import weir.server.identity.Account;
import weir.server.identity.Accounts;
import weir.server.identity.GroupRoles;
import weir.server.identity.Origin;
import weir.server.identity.Outside;
import weir.server.identity.Refusal;
import weir.server.identity.Role;
import weir.server.identity.Sites;

/** The accounts of those for whom another server vouches: made at their first sign-in, set right at each. */
public final class OutsideAccounts {

    private final Accounts accounts;
    private final Map<Origin, GroupRoles> groups;

    public OutsideAccounts(Accounts accounts, Map<Origin, GroupRoles> groups) {
        this.accounts = accounts;
        this.groups = Map.copyOf(groups);
    }

    /** Somebody without a group that gives a role has no account here. A name that is taken is never taken over. */
    public Account account(Outside outside) throws IOException {
        GroupRoles given = groups.getOrDefault(outside.origin(), new GroupRoles(Map.of()));
        Set<Role> roles = given.roles(outside.groups());
        Sites sites = given.sites(outside.groups());
        Optional<Account> known = accounts.bySubject(outside.origin(), outside.subject());
        if (roles.isEmpty()) {
            if (known.isPresent() && !known.get().roles().isEmpty()) {
                accounts.change(Actor.SERVER, known.get().id(), known.get().shown(), roles, sites);
            }
            throw new Refusal(
                    Refusal.Sort.UNPROVEN, "None of your groups has a role here; ask an administrator of Weir.");
        }
        if (known.isEmpty()) {
            return accounts.create(
                    Actor.SERVER, outside.name(), shown(outside), outside.origin(), outside.subject(), roles, sites);
        }
        Account account = known.get();
        boolean same = account.roles().equals(roles) && account.sites().equals(sites);
        return same ? account : accounts.change(Actor.SERVER, account.id(), shown(outside), roles, sites);
    }

    private static String shown(Outside outside) {
        String shown = outside.shown().replaceAll("\\p{Cntrl}", " ");
        return shown.length() > 100 ? shown.substring(0, 100) : shown;
    }
}
