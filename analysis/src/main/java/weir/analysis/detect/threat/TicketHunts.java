// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Limit;
import weir.analysis.detect.Limits;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.model.Address;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Severity;

/** Tickets collected to guess passwords from: many services asked for with a weak cipher, many people without proof. */
public final class TicketHunts implements Detector {

    private static final Detection DETECTION = Detection.of("IT-05");

    /** Nanoseconds of a burst. */
    private static final long WINDOW = 60 * 1_000_000_000L;

    /** Names kept of one client. */
    private static final int MOST_NAMES = 64;

    /** Clients watched at once; the longest silent is forgotten first. */
    private static final int MOST_CLIENTS = 4096;

    private static final class Burst {
        long since;
        final Set<String> services = new HashSet<>();
        final Set<String> people = new HashSet<>();
    }

    private final Map<Address, Burst> clients = new Watched<>(MOST_CLIENTS);

    private final int many;

    public TicketHunts() {
        this(Limits.USUAL);
    }

    public TicketHunts(Limits limits) {
        many = limits.of(Limit.TICKET_NAMES);
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.EVERY_OPERATION); // an answer is no news, and only answers tell the cipher
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        if (!operation.protocol().equals("kerberos")
                || operation.phase() != Phase.RESPONSE
                || operation.outcome().kind() != Outcome.Kind.DONE
                || !operation.qualifier().startsWith("rc4")
                || now.stage() == Stage.LEARNING) {
            return;
        }
        Burst burst = clients.computeIfAbsent(now.at().client(), c -> new Burst());
        if (now.time() - burst.since > WINDOW) {
            burst.since = now.time();
            burst.services.clear();
            burst.people.clear();
        }
        boolean service = operation.service().label().equals("ticket_granting");
        Set<String> names = service ? burst.services : burst.people;
        String name = service ? operation.target().symbol() : operation.target().space();
        if (names.size() < MOST_NAMES && !name.startsWith("krbtgt/")) {
            names.add(name);
        }
        if (names.size() < many) {
            return;
        }
        Claim claim = now.claim(DETECTION, "", service ? "services" : "people");
        if (claim.isNew()) {
            claim.title(service ? "Tickets of many services collected" : "Tickets of many people collected")
                    .severity(Severity.HIGH)
                    .confidence(0.7)
                    .expected("a client asks for a few tickets, with AES")
                    .seen(now.at().client() + " got tickets for " + names.size() + (service ? " services" : " people")
                            + " with RC4 within a minute");
        }
        claim.item(name);
    }
}
