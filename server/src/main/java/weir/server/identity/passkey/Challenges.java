// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.passkey;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import weir.server.secret.RandomText;

/** Random texts that devices sign; each is good once, for five minutes, and for whom it was given. */
final class Challenges {

    /** Those that were given and not used; the oldest goes when there is one more. */
    private static final int MOST = 1_000;

    private static final Duration LASTS = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Given> open = new LinkedHashMap<>();

    private record Given(String whom, Instant until) {}

    Challenges(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** @param whom an account; "" for somebody who is not known yet */
    synchronized String give(String whom) {
        if (open.size() >= MOST) {
            open.remove(open.keySet().iterator().next());
        }
        String challenge = RandomText.from(random);
        open.put(challenge, new Given(whom, clock.instant().plus(LASTS)));
        return challenge;
    }

    synchronized boolean take(String challenge, String whom) {
        Given given = open.remove(challenge);
        return given != null && given.whom().equals(whom) && !clock.instant().isAfter(given.until());
    }
}
