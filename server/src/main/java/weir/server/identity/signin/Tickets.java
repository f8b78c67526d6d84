// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import weir.server.identity.SignedInBy;
import weir.server.secret.RandomText;
import weir.server.secret.Sha256;

/** Those whose password was right and who owe a code: at most {@value #MOST}, the oldest goes first. */
final class Tickets {

    private static final int MOST = 1_000;
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final int TRIES = 5;

    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Ticket> open = new LinkedHashMap<>();

    record Ticket(String account, SignedInBy by, Instant until, int tries) {}

    Tickets(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    synchronized String give(String account, SignedInBy by) {
        if (open.size() >= MOST) {
            open.remove(open.keySet().iterator().next());
        }
        String text = RandomText.from(random);
        open.put(Sha256.of(text), new Ticket(account, by, clock.instant().plus(LASTS), TRIES));
        return text;
    }

    /** One try is used up by this. */
    synchronized Optional<Ticket> take(String text) {
        Ticket ticket = open.remove(Sha256.of(text));
        if (ticket == null || clock.instant().isAfter(ticket.until())) {
            return Optional.empty();
        }
        if (ticket.tries() > 1) {
            open.put(Sha256.of(text), new Ticket(ticket.account(), ticket.by(), ticket.until(), ticket.tries() - 1));
        }
        return Optional.of(ticket);
    }

    synchronized void used(String text) {
        open.remove(Sha256.of(text));
    }
}
