// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.server.audit.Act;
import weir.server.audit.AuditLog;
import weir.server.audit.Entry;
import weir.server.identity.Who;
import weir.server.identity.session.ApiTokens;
import weir.server.identity.session.Csrf;
import weir.server.identity.session.SessionCookie;
import weir.server.identity.session.Sessions;

/** Knows people by the session of their browser, and programs by their token. */
public final class SessionEntrance implements Entrance {

    /** The header that shows that the person's own page sent a change. */
    static final String CSRF = "x-weir-csrf";

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final AuditLog audit;

    public SessionEntrance(Sessions sessions, ApiTokens tokens, AuditLog audit) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.audit = audit;
    }

    @Override
    public @Nullable Who who(Map<String, String> headers, boolean safe, String from) throws IOException {
        String authorization = headers.getOrDefault("authorization", "");
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return tokens.who(authorization.substring(BEARER.length()).strip(), from)
                    .orElse(null);
        }
        String secret = SessionCookie.secret(headers.getOrDefault("cookie", ""));
        Who who = secret.isEmpty() ? null : sessions.who(secret, from).orElse(null);
        if (who != null && !safe && !Csrf.right(secret, headers.getOrDefault(CSRF, ""))) {
            throw Problem.forbidden("A change needs the header " + CSRF + " with 'csrf' of GET /api/v1/session.");
        }
        return who;
    }

    @Override
    public boolean lasts(Map<String, String> headers, String from) throws IOException {
        String secret = SessionCookie.secret(headers.getOrDefault("cookie", ""));
        return secret.isEmpty() ? who(headers, true, from) != null : sessions.lasts(secret);
    }

    @Override
    public void refused(Who who, String what) throws IOException {
        audit.record(Entry.refused(who.actor(), Act.ACCESS_REFUSED, what, "no permission"));
    }
}
