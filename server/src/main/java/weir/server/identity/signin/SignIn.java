// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.signin;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import weir.server.audit.Act;
import weir.server.audit.Actor;
import weir.server.audit.AuditLog;
import weir.server.audit.Entry;
import weir.server.identity.Account;
import weir.server.identity.Accounts;
import weir.server.identity.Attempts;
import weir.server.identity.Directory;
import weir.server.identity.Origin;
import weir.server.identity.Outside;
import weir.server.identity.PasswordHash;
import weir.server.identity.Refusal;
import weir.server.identity.SignedInBy;
import weir.server.identity.factor.Codes;
import weir.server.identity.session.Sessions;
import weir.server.identity.signin.SignInResult.CodeAsked;
import weir.server.identity.signin.SignInResult.Denied;
import weir.server.identity.signin.SignInResult.Later;
import weir.server.identity.signin.SignInResult.SignedIn;

/**
 * Signing in. Whether an account is there, is locked, or has another password is not to be told apart by the answer or
 * by its time; each try counts against the name and against the address.
 */
public final class SignIn {

    private static final int FREE_BY_NAME = 5;
    private static final int FREE_BY_ADDRESS = 20;
    private static final int NAME_MOST = 200;
    private static final int PASSWORD_MOST = 1_000;

    /** Seconds that somebody waits for their turn; so nobody piles up requests. */
    private static final int LONGEST_TURN = 5;

    /** Hashes worked out at a time: more would take the processor from the watching. */
    private final Semaphore hashing = new Semaphore(2);

    private final Accounts accounts;
    private final OutsideAccounts outsiders;
    private final PasswordHash hashes;
    private final Directory directory;
    private final Codes codes;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Attempts byName;
    private final Attempts byAddress;
    private final Tickets tickets;

    public SignIn(
            Accounts accounts,
            OutsideAccounts outsiders,
            PasswordHash hashes,
            Directory directory,
            Codes codes,
            Sessions sessions,
            AuditLog audit,
            InstantSource clock,
            SecureRandom random) {
        this.accounts = accounts;
        this.outsiders = outsiders;
        this.hashes = hashes;
        this.directory = directory;
        this.codes = codes;
        this.sessions = sessions;
        this.audit = audit;
        this.byName = new Attempts(FREE_BY_NAME, clock, random);
        this.byAddress = new Attempts(FREE_BY_ADDRESS, clock, random);
        this.tickets = new Tickets(clock, random);
    }

    /** With a name and a password; the first of two steps where the account has an app. */
    public SignInResult password(String typed, String password, String address, String agent) throws IOException {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        Duration wait = longer(byName.wait(name), byAddress.wait(address));
        if (wait.isPositive()) {
            return new Later(wait);
        }
        if (name.isEmpty() || name.length() > NAME_MOST || password.length() > PASSWORD_MOST) {
            return denied(name, address, "is no name or no password");
        }
        // counted before it is checked, so that many tries at once are many tries
        byName.failed(name);
        byAddress.failed(address);
        Optional<Account> proven = proven(name, password);
        if (proven.isEmpty()) {
            return audited(name, address, "wrong name or password");
        }
        Account account = proven.get();
        if (account.locked()) {
            return audited(name, address, "the account is locked");
        }
        boolean local = account.origin() == Origin.LOCAL;
        if (codes.asked(account.id())) {
            return new CodeAsked(
                    tickets.give(account.id(), local ? SignedInBy.PASSWORD_AND_CODE : SignedInBy.LDAP_AND_CODE));
        }
        return begin(account, local ? SignedInBy.PASSWORD : SignedInBy.LDAP, address, agent);
    }

    private Optional<Account> proven(String name, String password) throws IOException {
        Optional<Account> known = accounts.byName(name);
        boolean local = known.isPresent() && known.get().origin() == Origin.LOCAL;
        String kept = local ? known.get().password() : "";
        takeTurn();
        boolean right;
        try {
            right = hashes.matches(password, kept);
        } finally {
            hashing.release();
        }
        if (local) {
            if (right && hashes.outdated(kept)) {
                accounts.rehashed(known.get().id(), kept, hashes.hash(password));
            }
            return right ? known : Optional.empty();
        }
        if (password.isEmpty()) { // many directories take this for a bind by nobody, and agree
            return Optional.empty();
        }
        Optional<Outside> outside = directory.bind(name, password);
        return outside.isPresent() ? Optional.of(outsiders.account(outside.get())) : Optional.empty();
    }

    private void takeTurn() throws Refusal {
        try {
            if (hashing.tryAcquire(LONGEST_TURN, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Refusal.Sort.TOO_MANY, "Too many people sign in at this moment; try again.");
    }

    /** The second step. */
    public SignInResult code(String ticket, String code, String address, String agent) throws IOException {
        Duration wait = byAddress.wait(address);
        if (wait.isPositive()) {
            return new Later(wait);
        }
        byAddress.failed(address);
        Optional<Tickets.Ticket> owed = tickets.take(ticket);
        Optional<Account> account =
                owed.flatMap(o -> accounts.byId(o.account())).filter(a -> !a.locked());
        if (owed.isEmpty() || account.isEmpty()) {
            return audited("", address, "no ticket for a code");
        }
        Account who = account.get();
        if (!codes.use(new Actor(who.id(), who.name(), address), who, code)) {
            return audited(who.name(), address, "wrong code");
        }
        tickets.used(ticket);
        return begin(who, owed.get().by(), address, agent);
    }

    /** For somebody who proved who they are by a passkey or at another server. */
    public SignInResult proven(Account account, SignedInBy by, String address, String agent) throws IOException {
        return account.locked()
                ? denied(account.name(), address, "the account is locked")
                : begin(account, by, address, agent);
    }

    /** Again, before something grave: with the password of the account that is signed in. */
    public boolean again(Account account, String password, String address) throws IOException {
        return byName.wait(account.name()).isZero() && password(account.name(), account, password, address);
    }

    private boolean password(String name, Account account, String password, String address) throws IOException {
        byName.failed(name);
        Optional<Account> proven = proven(name, password);
        boolean right = proven.isPresent() && proven.get().id().equals(account.id());
        if (right) {
            byName.succeeded(name);
        } else {
            audited(name, address, "wrong password when asked again");
        }
        return right;
    }

    private SignInResult begin(Account account, SignedInBy by, String address, String agent) throws IOException {
        byName.succeeded(account.name());
        byAddress.succeeded(address);
        return new SignedIn(sessions.begin(account, by, address, agent));
    }

    private SignInResult denied(String name, String address, String why) throws IOException {
        byName.failed(name);
        byAddress.failed(address);
        return audited(name, address, why);
    }

    private SignInResult audited(String name, String address, String why) throws IOException {
        audit.record(Entry.refused(Actor.nobody(address), Act.SIGN_IN, "name/" + name, why));
        return new Denied();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
