// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.session;

/**
 * The cookie that holds the secret of a session: of this host alone, over TLS alone, out of reach of scripts, and not
 * sent along from pages of others.
 */
public final class SessionCookie {

    private static final String NAME = "__Host-weir";
    private static final String FLAGS = "; Path=/; Secure; HttpOnly; SameSite=Strict";

    private SessionCookie() {}

    /** What the browser is told to keep; it forgets it when it closes. */
    public static String of(String secret) {
        return NAME + "=" + secret + FLAGS;
    }

    /** What makes the browser forget it. */
    public static String none() {
        return of("") + "; Max-Age=0";
    }

    /** The secret in what a browser sent; "" where there is none, or more than one. */
    public static String secret(String cookies) {
        String found = "";
        for (String cookie : cookies.split(";", 100)) {
            String[] parts = cookie.strip().split("=", 2);
            if (parts.length == 2 && parts[0].equals(NAME)) {
                if (!found.isEmpty()) {
                    return "";
                }
                found = parts[1];
            }
        }
        return found;
    }
}
