// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.session;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import weir.server.audit.Act;
import weir.server.audit.Actor;
import weir.server.audit.AuditLog;
import weir.server.audit.Entry;
import weir.server.identity.Account;
import weir.server.identity.Accounts;
import weir.server.identity.SignedInBy;
import weir.server.identity.Who;
import weir.server.secret.RandomText;
import weir.server.secret.Sha256;
import weir.store.Kept;
import weir.store.Store;

/**
 * The sessions: all in memory, and in the store so that they outlive a restart. Whether the account may still is asked
 * at each request, so a lock ends its sessions at the next one.
 */
public final class Sessions {

    /** Sessions of one account; the one seen longest ago goes when there is one more. */
    static final int MOST_OF_ONE = 20;

    /** Sessions of the server. */
    static final int MOST = 10_000;

    private static final String SHELF = "sessions";

    /** When each account last signed in. */
    private static final String LAST = "sign_ins";

    private static final Duration WRITTEN_EACH = Duration.ofMinutes(1);

    private final Store store;
    private final Accounts accounts;
    private final AuditLog audit;
    private final InstantSource clock;
    private final SecureRandom random;
    private final SessionLimits limits;
    private final Map<String, Session> open = new ConcurrentHashMap<>();

    public Sessions(
            Store store,
            Accounts accounts,
            AuditLog audit,
            InstantSource clock,
            SecureRandom random,
            SessionLimits limits)
            throws IOException {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
        this.limits = limits;
        for (Kept kept : store.look(view -> view.page(SHELF, "", MOST))) {
            open.put(kept.id(), Session.read(kept.id(), kept.body()));
        }
        sweep();
    }

    /** @return the secret for the browser's cookie; it is not kept */
    public synchronized String begin(Account account, SignedInBy by, String address, String agent) throws IOException {
        makeRoom(account.id());
        String secret = RandomText.from(random);
        Instant now = clock.instant();
        String said = agent.length() > Session.AGENT_MOST ? agent.substring(0, Session.AGENT_MOST) : agent;
        Session session = new Session(Sha256.of(secret), account.id(), by, now, now, now, address, said);
        Actor actor = new Actor(account.id(), account.name(), address);
        store.change(change -> {
            audit.append(change, Entry.done(actor, Act.SIGN_IN, Accounts.target(account), by.toString()));
            change.put(LAST, account.id(), now.toString());
            return change.put(SHELF, session.fingerprint(), session.written());
        });
        open.put(session.fingerprint(), session);
        return secret;
    }

    private void makeRoom(String account) throws IOException {
        List<Session> own = of(account);
        if (own.size() >= MOST_OF_ONE) {
            drop(List.of(own.getLast()));
        }
        if (open.size() >= MOST) {
            sweep();
        }
        if (open.size() >= MOST) {
            drop(open.values().stream().min(Comparator.comparing(Session::seen)).stream()
                    .toList());
        }
    }

    /** Who holds this secret, as they are now; nobody where the session or the account is over. */
    public Optional<Who> who(String secret, String address) throws IOException {
        Session session = open.get(Sha256.of(secret));
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Account> account = accounts.byId(session.account()).filter(a -> !a.locked());
        if (account.isEmpty() || over(session, now)) {
            drop(List.of(session));
            return Optional.empty();
        }
        touch(session, now);
        return account.map(
                a -> new Who(a.id(), a.name(), a.roles(), a.may(), a.sites(), session.by(), session.proven(), address));
    }

    /** When this account last signed in; "" where it never did. */
    public String lastSignIn(String account) throws IOException {
        return store.look(view -> view.get(LAST, account)).map(Kept::body).orElse("");
    }

    /** Whether a live view may go on: as {@link #who}, but not counted as use. */
    public boolean lasts(String secret) {
        Session session = open.get(Sha256.of(secret));
        return session != null
                && !over(session, clock.instant())
                && accounts.byId(session.account()).filter(a -> !a.locked()).isPresent();
    }

    /** Whether they proved who they are lately enough for something grave. */
    public boolean fresh(Who who) {
        return !clock.instant().isAfter(who.since().plus(limits.fresh()));
    }

    /** They proved again who they are. */
    public void proven(String secret, SignedInBy how) throws IOException {
        Session session = open.get(Sha256.of(secret));
        if (session != null) {
            write(session.provenAt(clock.instant(), how));
        }
    }

    private void touch(Session session, Instant now) throws IOException {
        if (Duration.between(session.seen(), now).compareTo(WRITTEN_EACH) >= 0) {
            write(session.seenAt(now));
        }
    }

    /** A session that ended meanwhile stays ended. */
    private void write(Session session) throws IOException {
        if (open.replace(session.fingerprint(), session) != null) {
            store.change(change -> change.get(SHELF, session.fingerprint()).isPresent()
                    && change.put(SHELF, session.fingerprint(), session.written())
                                    .version()
                            > 0);
        }
    }

    private boolean over(Session session, Instant now) {
        return now.isAfter(session.seen().plus(limits.idle()))
                || now.isAfter(session.begun().plus(limits.whole()));
    }

    /** Those of an account, the one seen last first. */
    public List<Session> of(String account) {
        Instant now = clock.instant();
        return open.values().stream()
                .filter(session -> session.account().equals(account) && !over(session, now))
                .sorted(Comparator.comparing(Session::seen)
                        .thenComparing(Session::fingerprint)
                        .reversed())
                .toList();
    }

    /** The session of this secret signs out. */
    public void end(String secret, Actor by) throws IOException {
        String fingerprint = Sha256.of(secret);
        ended(by, session -> session.fingerprint().equals(fingerprint));
    }

    /** One of the account's own sessions, by its fingerprint. */
    public boolean end(String account, String fingerprint, Actor by) throws IOException {
        return ended(by, s -> s.account().equals(account) && s.fingerprint().equals(fingerprint)) > 0;
    }

    /** All of an account but the one of this secret; "" for all: after its password changed, or by an administrator. */
    public int endOthers(String account, String secret, Actor by) throws IOException {
        String kept = Sha256.of(secret);
        return ended(by, s -> s.account().equals(account) && !s.fingerprint().equals(kept));
    }

    private int ended(Actor by, Predicate<Session> which) throws IOException {
        List<Session> gone = open.values().stream().filter(which).toList();
        drop(gone);
        for (Session session : gone) {
            audit.record(Entry.done(by, Act.SIGN_OUT, "account/" + session.account(), "session ended"));
        }
        return gone.size();
    }

    /** Takes away what is over; to be called now and then. */
    public void sweep() throws IOException {
        Instant now = clock.instant();
        drop(open.values().stream()
                .filter(s -> over(s, now) || accounts.byId(s.account()).isEmpty())
                .toList());
    }

    private void drop(List<Session> gone) throws IOException {
        gone.forEach(session -> open.remove(session.fingerprint()));
        if (!gone.isEmpty()) {
            store.change(change -> {
                for (Session session : gone) {
                    change.remove(SHELF, session.fingerprint());
                }
                return true;
            });
        }
    }
}
