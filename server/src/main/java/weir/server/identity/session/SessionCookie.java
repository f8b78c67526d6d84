// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.session;

/**
 * The cookie that holds the secret of a session: of this host alone, over TLS alone, out of reach of scripts, and not
 * sent along from pages of others.
 */
public final class SessionCookie {

    private static final String NAME = "__Host-weir";
    private static final String FLAGS = "; Path=/; Secure; HttpOnly; SameSite=Strict";

    /** Holds what a browser brings back from another server; from there it has to be sent along. */
    private static final String STATE = "__Host-weir-way";

    private SessionCookie() {}

    /** What the browser keeps while it is at another server to sign in. */
    public static String state(String state) {
        return STATE + "=" + state + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600";
    }

    /** What it kept; "" where it kept nothing. */
    public static String held(String cookies) {
        return value(cookies, STATE);
    }

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
        return value(cookies, NAME);
    }

    private static String value(String cookies, String name) {
        String found = "";
        for (String cookie : cookies.split(";", 100)) {
            String[] parts = cookie.strip().split("=", 2);
            if (parts.length == 2 && parts[0].equals(name)) {
                if (!found.isEmpty()) {
                    return "";
                }
                found = parts[1];
            }
        }
        return found;
    }
}
