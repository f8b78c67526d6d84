// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.session;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import weir.server.audit.Act;
import weir.server.audit.AuditLog;
import weir.server.audit.Entry;
import weir.server.identity.Account;
import weir.server.identity.Accounts;
import weir.server.identity.Permission;
import weir.server.identity.Refusal;
import weir.server.identity.SignedInBy;
import weir.server.identity.Sites;
import weir.server.identity.Who;
import weir.server.secret.Sha256;
import weir.store.Kept;
import weir.store.Store;

/** The tokens of programs; a token never may more than its owner may at that time, and never makes another. */
public final class ApiTokens {

    /** Tokens of one account. */
    static final int MOST_OF_ONE = 50;

    /** Tokens of the server. */
    static final int MOST = 10_000;

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration WRITTEN_EACH = Duration.ofMinutes(1);
    private static final String SHELF = "tokens";
    private static final int NAME_MOST = 100;

    private final Store store;
    private final Accounts accounts;
    private final AuditLog audit;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, ApiToken> known = new ConcurrentHashMap<>();

    public ApiTokens(Store store, Accounts accounts, AuditLog audit, InstantSource clock, SecureRandom random)
            throws IOException {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
        for (Kept kept : store.look(view -> view.page(SHELF, "", MOST))) {
            known.put(kept.id(), ApiToken.read(kept.id(), kept.body()));
        }
    }

    /** @return the token, to be shown once; it is not kept */
    public synchronized String make(Who by, String name, Set<Permission> may, Sites sites, Instant expires)
            throws IOException {
        check(by, name, may, sites, expires);
        String text = TokenText.make(random);
        Instant now = clock.instant();
        ApiToken token = new ApiToken(Sha256.of(text), by.account(), name, may, sites, now, expires, now);
        store.change(change -> {
            String said = name + " " + token.may() + " until " + expires;
            audit.append(change, Entry.done(by.actor(), Act.TOKEN_MADE, target(token), said));
            return change.put(SHELF, token.fingerprint(), token.written());
        });
        known.put(token.fingerprint(), token);
        return text;
    }

    private void check(Who by, String name, Set<Permission> may, Sites sites, Instant expires) throws Refusal {
        Instant now = clock.instant();
        if (by.by() == SignedInBy.TOKEN || may.contains(Permission.MANAGE_OWN)) {
            throw new Refusal(Refusal.Sort.WRONG, "A token makes no tokens: sign in to make one.");
        }
        if (name.isBlank() || name.length() > NAME_MOST || may.isEmpty()) {
            throw new Refusal(
                    Refusal.Sort.WRONG, "A token has a name of at most " + NAME_MOST + " characters and a permission.");
        }
        if (!by.may().containsAll(may)
                || !sites.written().equals(sites.and(by.sites()).written())) {
            throw new Refusal(Refusal.Sort.UNPROVEN, "A token may no more than whoever makes it.");
        }
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            throw new Refusal(Refusal.Sort.WRONG, "A token expires within " + LONGEST.toDays() + " days.");
        }
        if (of(by.account()).size() >= MOST_OF_ONE || known.size() >= MOST) {
            throw new Refusal(Refusal.Sort.TOO_MANY, "There are too many tokens; end some first.");
        }
    }

    /** Who sends this token, as they are now. */
    public Optional<Who> who(String text, String address) throws IOException {
        if (!TokenText.looksRight(text)) {
            return Optional.empty();
        }
        ApiToken token = known.get(Sha256.of(text));
        Instant now = clock.instant();
        if (token == null || !now.isBefore(token.expires())) {
            return Optional.empty();
        }
        Optional<Account> owner = accounts.byId(token.account()).filter(account -> !account.locked());
        if (owner.isPresent() && Duration.between(token.used(), now).compareTo(WRITTEN_EACH) >= 0) {
            write(token.usedAt(now));
        }
        return owner.map(account -> who(account, token, address));
    }

    private static Who who(Account owner, ApiToken token, String address) {
        Set<Permission> may = EnumSet.copyOf(token.may());
        may.retainAll(owner.may());
        Sites sites = token.sites().and(owner.sites());
        return new Who(owner.id(), owner.name(), owner.roles(), may, sites, SignedInBy.TOKEN, token.made(), address);
    }

    private void write(ApiToken token) throws IOException {
        if (known.replace(token.fingerprint(), token) != null) {
            store.change(change -> change.get(SHELF, token.fingerprint()).isPresent()
                    && change.put(SHELF, token.fingerprint(), token.written()).version() > 0);
        }
    }

    /** Those of an account, the newest first. */
    public List<ApiToken> of(String account) {
        return known.values().stream()
                .filter(token -> token.account().equals(account))
                .sorted(Comparator.comparing(ApiToken::made).reversed())
                .toList();
    }

    /** Ends one of this account's. */
    public void end(Who by, String account, String fingerprint) throws IOException {
        ApiToken token = known.get(fingerprint);
        if (token == null || !token.account().equals(account)) {
            throw new Refusal(Refusal.Sort.ABSENT, "There is no such token.");
        }
        known.remove(fingerprint);
        store.change(change -> {
            audit.append(change, Entry.done(by.actor(), Act.TOKEN_ENDED, target(token), token.name()));
            return change.remove(SHELF, fingerprint);
        });
    }

    /** Takes away what expired, and what belongs to nobody; to be called now and then. */
    public void sweep() throws IOException {
        Instant now = clock.instant();
        for (ApiToken token : List.copyOf(known.values())) {
            if (!now.isBefore(token.expires()) || accounts.byId(token.account()).isEmpty()) {
                known.remove(token.fingerprint());
                store.change(change -> change.remove(SHELF, token.fingerprint()));
            }
        }
    }

    private static String target(ApiToken token) {
        return "token/" + token.fingerprint().substring(0, 16);
    }
}
