// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.signin;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weir.server.audit.Act;
import weir.server.audit.Actor;
import weir.server.audit.AuditLog;
import weir.server.audit.Entry;
import weir.server.identity.Account;
import weir.server.identity.Accounts;
import weir.server.identity.Origin;
import weir.server.identity.PasswordHash;
import weir.server.identity.PasswordRules;
import weir.server.identity.Refusal;
import weir.server.identity.Role;
import weir.server.identity.Sites;
import weir.server.json.FlatObject;
import weir.server.secret.RandomText;
import weir.server.secret.Sha256;
import weir.store.Kept;
import weir.store.Store;

/** Links that are good once: for the first administrator, and for somebody who has to set a password. */
public final class Links {

    private static final String SHELF = "links";
    private static final Duration FIRST = Duration.ofHours(24);
    private static final Duration INVITED = Duration.ofDays(3);

    /** Links that were made and neither used nor expired. */
    private static final int MOST = 1_000;

    private final Store store;
    private final Accounts accounts;
    private final PasswordHash hashes;
    private final AuditLog audit;
    private final InstantSource clock;
    private final SecureRandom random;

    public Links(
            Store store,
            Accounts accounts,
            PasswordHash hashes,
            AuditLog audit,
            InstantSource clock,
            SecureRandom random) {
        this.store = store;
        this.accounts = accounts;
        this.hashes = hashes;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** The secret of a link for the first administrator, in place of any earlier one; none where there is one. */
    public Optional<String> first() throws IOException {
        return accounts.anybodyManages() ? Optional.empty() : Optional.of(make(Actor.SERVER, "", FIRST));
    }

    /** The secret of a link with which this account sets a password. */
    public String invite(Actor by, String account) throws IOException {
        Account known = accounts.byId(account)
                .filter(a -> a.origin() == Origin.LOCAL)
                .orElseThrow(() -> new Refusal(Refusal.Sort.ABSENT, "There is no such local account."));
        return make(by, known.id(), INVITED);
    }

    private String make(Actor by, String account, Duration lasts) throws IOException {
        String secret = RandomText.from(random);
        String until = clock.instant().plus(lasts).toString();
        store.change(change -> {
            List<Kept> all = change.page(SHELF, "", MOST);
            for (Kept kept : all) {
                FlatObject link = FlatObject.read("links", kept.body());
                if (link.text("account").equals(account) || over(link)) {
                    change.remove(SHELF, kept.id());
                }
            }
            if (change.count(SHELF) >= MOST) {
                throw new Refusal(Refusal.Sort.TOO_MANY, "There are too many open links; wait until some expire.");
            }
            change.put(
                    SHELF,
                    Sha256.of(secret),
                    FlatObject.empty()
                            .set("account", account)
                            .set("until", until)
                            .written());
            audit.append(change, Entry.done(by, Act.LINK_MADE, "account/" + account, "good until " + until));
            return true;
        });
        return secret;
    }

    /**
     * Uses a link.
     *
     * @param name for the first administrator, who has none yet; of no meaning for others
     */
    public Account use(String secret, String name, String password, String address) throws IOException {
        return account(secret).isEmpty()
                ? makeFirst(secret, name, password, address)
                : setPassword(secret, password, address);
    }

    /** Uses the link for the first administrator. */
    public Account makeFirst(String secret, String name, String password, String address) throws IOException {
        PasswordRules.check(password, name);
        if (!account(secret).isEmpty() || accounts.anybodyManages()) {
            throw gone();
        }
        Actor by = new Actor("", name, address);
        Account account =
                accounts.create(by, name, name, Origin.LOCAL, "", Set.of(Role.ADMINISTRATOR, Role.ENGINEER), Sites.ALL);
        use(secret, by, account.id());
        return accounts.password(by, account.id(), hashes.hash(password));
    }

    /** Uses the link of an account. */
    public Account setPassword(String secret, String password, String address) throws IOException {
        Account account =
                accounts.byId(account(secret)).filter(a -> !a.locked()).orElseThrow(Links::gone);
        PasswordRules.check(password, account.name());
        Actor by = new Actor(account.id(), account.name(), address);
        use(secret, by, account.id());
        return accounts.password(by, account.id(), hashes.hash(password));
    }

    /** For whom it is; "" for the first administrator. */
    private String account(String secret) throws IOException {
        Kept kept = store.look(view -> view.get(SHELF, Sha256.of(secret))).orElseThrow(Links::gone);
        FlatObject link = FlatObject.read("links", kept.body());
        if (over(link)) {
            throw gone();
        }
        return link.text("account");
    }

    private void use(String secret, Actor by, String account) throws IOException {
        store.change(change -> {
            if (!change.remove(SHELF, Sha256.of(secret))) {
                throw gone();
            }
            audit.append(change, Entry.done(by, Act.LINK_USED, "account/" + account, ""));
            return true;
        });
    }

    private boolean over(FlatObject link) throws IOException {
        return !clock.instant().isBefore(Instant.parse(link.text("until")));
    }

    private static Refusal gone() {
        return new Refusal(Refusal.Sort.UNPROVEN, "This link is not good any more; have a new one made.");
    }
}
