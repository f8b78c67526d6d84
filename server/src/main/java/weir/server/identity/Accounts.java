// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import weir.server.audit.Act;
import weir.server.audit.Actor;
import weir.server.audit.AuditLog;
import weir.server.audit.Entry;
import weir.store.Change;
import weir.store.Kept;
import weir.store.Store;
import weir.store.View;

/**
 * The accounts: all of them in memory, so that each request sees at once what became of an account; each change in the
 * store together with its entry in the audit.
 */
public final class Accounts {

    /** Accounts of one server. */
    static final int MOST = 10_000;

    private static final String SHELF = "accounts";
    private static final String NAMES = "account_names";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");
    private static final int SHOWN_MOST = 100;
    private static final int PAGE = 1_000;

    private final Store store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final SecureRandom random;
    private volatile Map<String, Account> byId = Map.of();

    public Accounts(Store store, AuditLog audit, InstantSource clock, SecureRandom random) throws IOException {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
        refresh();
    }

    /** Reads them anew: for what another process changed. To be called at least once a second where there is one. */
    public synchronized void refresh() throws IOException {
        byId = store.look(Accounts::all);
    }

    private static Map<String, Account> all(View view) throws IOException {
        Map<String, Account> all = new ConcurrentHashMap<>();
        String after = "";
        List<Kept> page;
        do {
            page = view.page(SHELF, after, PAGE);
            for (Kept kept : page) {
                all.put(kept.id(), Account.read(kept.id(), kept.body()));
                after = kept.id();
            }
        } while (page.size() == PAGE && all.size() <= MOST);
        return all;
    }

    public Optional<Account> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Account> byName(String name) {
        return byId.values().stream()
                .filter(account -> account.name().equals(name))
                .findFirst();
    }

    /** The account that this origin knows by this subject. */
    public Optional<Account> bySubject(Origin origin, String subject) {
        return byId.values().stream()
                .filter(a -> a.origin() == origin && a.subject().equals(subject))
                .findFirst();
    }

    /** By name. */
    public List<Account> all() {
        List<Account> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparing(Account::name));
        return all;
    }

    public boolean anybodyManages() {
        return byId.values().stream().anyMatch(Account::keepsTheServer);
    }

    /** An account that nobody can sign in with yet: it needs a link, a password or its origin. */
    public Account create(
            Actor by, String name, String shown, Origin origin, String subject, Set<Role> roles, Sites sites)
            throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(
                    Refusal.Sort.WRONG,
                    "A name has from 1 to 64 of a-z, 0-9 and . _ @ + - and begins with a letter or digit.");
        }
        checkShown(shown);
        Account account = new Account(fresh(), name, shown, origin, subject, roles, sites, "", false, clock.instant());
        return commit(change -> {
            if (change.count(SHELF) >= MOST) {
                throw new Refusal(Refusal.Sort.TOO_MANY, "There are " + MOST + " accounts; remove some first.");
            }
            if (!change.putIf(NAMES, name, 0, account.id())) {
                throw new Refusal(Refusal.Sort.CONFLICT, "There is an account " + name + " already.");
            }
            change.put(SHELF, account.id(), account.written());
            audit.append(change, Entry.done(by, Act.ACCOUNT_CREATED, target(account), said(account)));
            return account;
        });
    }

    public Account change(Actor by, String id, String shown, Set<Role> roles, Sites sites) throws IOException {
        checkShown(shown);
        return changed(by, id, Act.ACCOUNT_CHANGED, account -> account.with(shown, roles, sites));
    }

    public Account lock(Actor by, String id) throws IOException {
        return changed(by, id, Act.ACCOUNT_LOCKED, account -> account.withLocked(true));
    }

    public Account unlock(Actor by, String id) throws IOException {
        return changed(by, id, Act.ACCOUNT_UNLOCKED, account -> account.withLocked(false));
    }

    /** @param kept see {@link PasswordHash#hash} */
    public Account password(Actor by, String id, String kept) throws IOException {
        return changed(by, id, Act.PASSWORD_CHANGED, account -> account.withPassword(kept));
    }

    /** The same password, kept better: no act of anybody. */
    public void rehashed(String id, String before, String kept) throws IOException {
        commit(change -> {
            Account account = present(change, id);
            if (account.password().equals(before)) {
                change.put(SHELF, id, account.withPassword(kept).written());
            }
            return account;
        });
    }

    public void remove(Actor by, String id) throws IOException {
        commit(change -> {
            Account account = present(change, id);
            keepOne(change, account);
            change.remove(SHELF, id);
            change.remove(NAMES, account.name());
            audit.append(change, Entry.done(by, Act.ACCOUNT_REMOVED, target(account), account.name()));
            return account;
        });
    }

    private Account changed(Actor by, String id, Act act, UnaryOperator<Account> how) throws IOException {
        return commit(change -> {
            Account before = present(change, id);
            Account after = how.apply(before);
            if (before.keepsTheServer() && !after.keepsTheServer()) {
                keepOne(change, before);
            }
            change.put(SHELF, id, after.written());
            audit.append(change, Entry.done(by, act, target(after), said(after)));
            return after;
        });
    }

    /** Changes the store, then what is in memory. */
    private synchronized Account commit(Store.Work<Change, Account> work) throws IOException {
        Account result = store.change(work);
        refresh();
        return result;
    }

    private static Account present(Change change, String id) throws IOException {
        Kept kept =
                change.get(SHELF, id).orElseThrow(() -> new Refusal(Refusal.Sort.ABSENT, "There is no such account."));
        return Account.read(id, kept.body());
    }

    private static void keepOne(Change change, Account leaving) throws IOException {
        Collection<Account> all = all(change).values();
        if (leaving.keepsTheServer()
                && all.stream().noneMatch(a -> a.keepsTheServer() && !a.id().equals(leaving.id()))) {
            throw new Refusal(
                    Refusal.Sort.CONFLICT,
                    "This is the last local administrator who is not locked; make another first.");
        }
    }

    private static void checkShown(String shown) throws Refusal {
        if (shown.length() > SHOWN_MOST || shown.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(Refusal.Sort.WRONG, "The name in words has at most " + SHOWN_MOST + " characters.");
        }
    }

    private String fresh() {
        byte[] id = new byte[10];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    public static String target(Account account) {
        return "account/" + account.id();
    }

    private static String said(Account account) {
        Map<String, String> said = new TreeMap<>();
        said.put("roles", account.roles().toString());
        said.put("sites", account.sites().written().toString());
        said.put("origin", account.origin().toString());
        return account.name() + " " + said;
    }
}
