// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.session;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import weir.server.identity.Permission;
import weir.server.identity.Sites;
import weir.server.json.FlatObject;

/**
 * What a program signs in with, in place of its owner and for no more than was chosen.
 *
 * @param fingerprint of the token; the token itself is kept nowhere
 * @param used when last, to the minute; the time it was made where never
 */
public record ApiToken(
        String fingerprint,
        String account,
        String name,
        Set<Permission> may,
        Sites sites,
        Instant made,
        Instant expires,
        Instant used) {

    public ApiToken {
        may = Collections.unmodifiableSet(EnumSet.copyOf(may));
    }

    ApiToken usedAt(Instant now) {
        return new ApiToken(fingerprint, account, name, may, sites, made, expires, now);
    }

    String written() {
        return FlatObject.empty()
                .set("account", account)
                .set("name", name)
                .set("may", may.stream().map(Permission::name).toList())
                .set("sites", sites.written())
                .set("made", made.toString())
                .set("expires", expires.toString())
                .set("used", used.toString())
                .written();
    }

    static ApiToken read(String fingerprint, String body) throws IOException {
        FlatObject object = FlatObject.read("tokens/" + fingerprint, body);
        try {
            EnumSet<Permission> may = EnumSet.noneOf(Permission.class);
            object.texts("may").forEach(name -> may.add(Permission.valueOf(name)));
            return new ApiToken(
                    fingerprint,
                    object.text("account"),
                    object.text("name"),
                    may,
                    Sites.read(object.texts("sites")),
                    Instant.parse(object.text("made")),
                    Instant.parse(object.text("expires")),
                    Instant.parse(object.text("used")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("tokens/" + fingerprint + ": " + e.getMessage(), e);
        }
    }
}
