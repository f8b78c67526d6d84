// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which roles, and for which sites, the groups of another server give here. */
public final class GroupRoles {

    private final Map<String, Grant> grants = new TreeMap<>();

    /** What a group gives. */
    public record Grant(Role role, Sites sites) {}

    /** @param grants by group; letters are compared without case */
    public GroupRoles(Map<String, Grant> grants) {
        grants.forEach((group, grant) -> this.grants.put(group.toLowerCase(Locale.ROOT), grant));
    }

    public Set<Role> roles(Set<String> groups) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        of(groups).forEach((group, grant) -> roles.add(grant.role()));
        return roles;
    }

    /** For all sites where one of the groups gives all. Somebody has all their roles at all their sites. */
    public Sites sites(Set<String> groups) {
        Set<String> names = new java.util.TreeSet<>();
        for (Grant grant : of(groups).values()) {
            if (grant.sites().all()) {
                return Sites.ALL;
            }
            names.addAll(grant.sites().names());
        }
        return new Sites(false, names);
    }

    private Map<String, Grant> of(Set<String> groups) {
        Map<String, Grant> own = new TreeMap<>();
        for (String group : groups) {
            Grant grant = grants.get(group.toLowerCase(Locale.ROOT));
            if (grant != null) {
                own.put(group, grant);
            }
        }
        return own;
    }
}
