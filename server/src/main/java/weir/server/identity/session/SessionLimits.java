// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.session;

import java.time.Duration;

/**
 * How long a session lasts.
 *
 * @param idle without a request
 * @param whole at the longest, whatever is done in it
 * @param fresh how long a proof of who they are is enough for something grave
 */
public record SessionLimits(Duration idle, Duration whole, Duration fresh) {

    public static final SessionLimits USUAL =
            new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofMinutes(10));
}
