// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.util.Set;

/**
 * Somebody for whom another server vouches.
 *
 * @param subject what that server calls them, for ever
 * @param groups in which it says they are; at most {@value #GROUPS}
 * @param strong whether it asked for more than a password
 */
public record Outside(Origin origin, String subject, String name, String shown, Set<String> groups, boolean strong) {

    /** More groups than any plant has: what is over is not looked at. */
    public static final int GROUPS = 2_000;

    public Outside {
        groups = Set.copyOf(groups);
    }
}
