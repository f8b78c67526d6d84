// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Limit;
import weir.analysis.detect.Limits;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.analysis.detect.Wording;
import weir.model.Address;
import weir.model.Login;
import weir.model.Outcome;
import weir.model.Severity;

/** Many refused logins of one source: one account tried with many passwords, or many accounts. */
public final class PasswordAttacks implements Detector {

    private static final Detection DETECTION = Detection.of("IT-04");

    /** Within this many nanoseconds. */
    private static final long WINDOW = 10 * 60 * 1_000_000_000L;

    /** Sources watched at once; the longest silent is forgotten first. */
    private static final int MOST_SOURCES = 4096;

    /** Names remembered of one source. */
    private static final int MOST_USERS = 64;

    private static final class Tries {
        long since;
        int refused;
        final Set<String> users = new HashSet<>(); // at most MOST_USERS
        final Set<String> refusedUsers = new HashSet<>(); // at most MOST_USERS
        final Set<String> welcome = new HashSet<>(); // accepted before they were ever refused; at most MOST_USERS

        void clear() {
            refused = 0;
            users.clear();
            refusedUsers.clear();
            welcome.clear();
        }

        /** Whether a password that was tried is right, rather than another account at work as ever. */
        boolean guessed(String user, int many) {
            boolean tried = user.isEmpty() || refusedUsers.contains(user) || refusedUsers.contains("");
            return (tried || refusedUsers.size() >= many) && !welcome.contains(user);
        }
    }

    private final Map<String, Tries> sources = new Watched<>(MOST_SOURCES);

    private final int many;

    public PasswordAttacks() {
        this(Limits.USUAL);
    }

    public PasswordAttacks(Limits limits) {
        many = limits.of(Limit.REFUSED_LOGINS);
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.LOGINS);
    }

    @Override
    public void login(Moment now, Login login) {
        if (login.outcome().kind() == Outcome.Kind.OPEN || now.stage() == Stage.LEARNING) {
            return;
        }
        String why = login.outcome().label();
        if (why.contains("preauth_required") || why.contains("key_exp")) {
            return; // a step of every login; a password too old, not a wrong one
        }
        Address source = now.at().client().equals(login.subject().address())
                ? now.at().server()
                : now.at().client();
        // a RADIUS client asks for many people, so each of them is a source
        String who = login.protocol().equals("radius") ? source + " " + login.user() : source.toString();
        Tries tries = sources.computeIfAbsent(who, s -> new Tries());
        if (now.time() - tries.since > WINDOW) {
            tries.since = now.time();
            tries.clear();
        }
        boolean refused = login.outcome().kind() == Outcome.Kind.REFUSED;
        tries.refused += refused ? 1 : 0;
        remember(tries.users, login.user());
        if (refused) {
            remember(tries.refusedUsers, login.user());
        } else if (tries.refused < many && !login.user().isEmpty() && !tries.refusedUsers.contains(login.user())) {
            remember(tries.welcome, login.user());
        }
        if (tries.refused < many) {
            return;
        }
        Claim claim = now.claim(DETECTION, source, login.subject(), login.protocol());
        if (claim.isNew()) {
            claim.title("Passwords tried")
                    .severity(Severity.HIGH)
                    .confidence(0.9)
                    .expected("a login is refused once or twice")
                    .seen(source + " was refused " + tries.refused + " times in " + login.protocol() + " within "
                            + Wording.duration(now.time() - tries.since) + ", as "
                            + (tries.users.size() == 1 ? "one user" : tries.users.size() + " users"));
        }
        if (!refused && tries.guessed(login.user(), many)) {
            claim.title("Passwords tried, and one was right")
                    .severity(Severity.CRITICAL)
                    .item("accepted as " + login.user());
        }
    }

    private static void remember(Set<String> names, String name) {
        if (names.size() < MOST_USERS) {
            names.add(name);
        }
    }
}
