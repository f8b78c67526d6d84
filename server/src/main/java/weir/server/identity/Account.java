// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import weir.server.json.FlatObject;

/**
 * A person or program that may sign in.
 *
 * @param id never used again
 * @param name that they sign in with; lower case
 * @param shown their name in words
 * @param subject what the origin calls them; "" for a local account
 * @param password how it is kept, see {@link PasswordHash}; "" where there is none
 */
public record Account(
        String id,
        String name,
        String shown,
        Origin origin,
        String subject,
        Set<Role> roles,
        Sites sites,
        String password,
        boolean locked,
        Instant created) {

    public Account {
        roles = Collections.unmodifiableSet(roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles));
    }

    public Set<Permission> may() {
        EnumSet<Permission> may = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> may.addAll(role.may()));
        return may;
    }

    Account with(String shown, Set<Role> roles, Sites sites) {
        return new Account(id, name, shown, origin, subject, roles, sites, password, locked, created);
    }

    Account withPassword(String kept) {
        return new Account(id, name, shown, origin, subject, roles, sites, kept, locked, created);
    }

    Account withLocked(boolean now) {
        return new Account(id, name, shown, origin, subject, roles, sites, password, now, created);
    }

    /** Whether it can keep the server from being without anybody who can manage it, also when other servers are away. */
    boolean keepsTheServer() {
        return origin == Origin.LOCAL && !locked && roles.contains(Role.ADMINISTRATOR);
    }

    String written() {
        return FlatObject.empty()
                .set("name", name)
                .set("shown", shown)
                .set("origin", lower(origin))
                .set("subject", subject)
                .set("roles", roles.stream().map(Account::lower).toList())
                .set("sites", sites.written())
                .set("password", password)
                .set("locked", locked)
                .set("created", created.toString())
                .written();
    }

    static Account read(String id, String body) throws IOException {
        FlatObject object = FlatObject.read("accounts/" + id, body);
        try {
            return new Account(
                    id,
                    object.text("name"),
                    object.text("shown"),
                    Origin.valueOf(upper(object.text("origin"))),
                    object.text("subject"),
                    roles(object.texts("roles")),
                    Sites.read(object.texts("sites")),
                    object.text("password"),
                    object.truth("locked"),
                    Instant.parse(object.text("created")));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new IOException("accounts/" + id + ": " + e.getMessage(), e);
        }
    }

    private static Set<Role> roles(List<String> written) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        written.forEach(role -> roles.add(Role.valueOf(upper(role))));
        return roles;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
