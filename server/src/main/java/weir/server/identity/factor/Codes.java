// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.factor;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import weir.server.audit.Act;
import weir.server.audit.Actor;
import weir.server.audit.AuditLog;
import weir.server.audit.Entry;
import weir.server.identity.Account;
import weir.server.identity.Accounts;
import weir.server.identity.Refusal;
import weir.server.json.FlatObject;
import weir.server.secret.Sealer;
import weir.server.secret.Sha256;
import weir.store.Change;
import weir.store.Kept;
import weir.store.Store;

/**
 * The codes of accounts: one by the clock from an app, whose secret is sealed under the key file, and recovery codes for
 * the day when the app is gone. A code is good once.
 */
public final class Codes {

    private static final String SHELF = "codes";
    private static final int SECRET = 20;
    private static final int RECOVERY = 10;

    private final Store store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Sealer sealer;

    public Codes(Store store, AuditLog audit, InstantSource clock, SecureRandom random, Sealer sealer) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
        this.sealer = sealer;
    }

    /**
     * What an app is told.
     *
     * @param secret as a person types it
     * @param uri as a picture carries it
     */
    public record Offer(String secret, String uri) {}

    /** Offers a secret; it counts from {@link #confirm} on. */
    public Offer offer(Account account, String server) throws IOException {
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        String sealed = sealer.seal(purpose(account.id()), secret);
        store.change(change -> {
            if (change.get(SHELF, account.id()).isPresent()) {
                throw new Refusal(Refusal.Sort.CONFLICT, "There is an app already; remove it first.");
            }
            return change.put("codes_offered", account.id(), sealed);
        });
        String text = Base32.of(secret);
        String label = URLEncoder.encode("Weir " + server + ":" + account.name(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return new Offer(text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=Weir&digits=6&period=30");
    }

    /**
     * The app shows the right code: from now on it is asked for.
     *
     * @return the recovery codes, to be shown once
     */
    public List<String> confirm(Actor by, Account account, String code) throws IOException {
        List<String> recovery = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < RECOVERY; i++) {
            byte[] octets = new byte[15]; // 120 bits: too many to be guessed from their fingerprints
            random.nextBytes(octets);
            String text = Base32.of(octets).toLowerCase(Locale.ROOT);
            recovery.add(text);
            hashes.add(Sha256.of(text));
        }
        store.change(change -> {
            String sealed = change.get("codes_offered", account.id())
                    .map(Kept::body)
                    .orElseThrow(() -> new Refusal(Refusal.Sort.ABSENT, "There is no app to confirm; begin anew."));
            OptionalLong step = Totp.step(sealer.open(purpose(account.id()), sealed), code, clock.instant(), 0);
            if (step.isEmpty()) {
                throw new Refusal(
                        Refusal.Sort.WRONG, "This is not the code of now; is the clock of the telephone right?");
            }
            change.remove("codes_offered", account.id());
            write(change, account.id(), sealed, step.getAsLong(), hashes);
            audit.append(change, Entry.done(by, Act.FACTOR_ADDED, Accounts.target(account), "codes of an app"));
            return true;
        });
        return List.copyOf(recovery);
    }

    public boolean asked(String account) throws IOException {
        return store.look(view -> view.get(SHELF, account).isPresent());
    }

    /** Whether this is the code of now, or a recovery code; either is used up by this. */
    public boolean use(Actor by, Account account, String code) throws IOException {
        String typed = code.replace(" ", "").toLowerCase(Locale.ROOT);
        return store.change(change -> {
            Optional<Kept> kept = change.get(SHELF, account.id());
            return kept.isPresent() && typed.length() <= 100 && used(change, by, account, kept.get(), typed);
        });
    }

    private boolean used(Change change, Actor by, Account account, Kept kept, String typed) throws IOException {
        FlatObject held = FlatObject.read(SHELF + "/" + account.id(), kept.body());
        String sealed = held.text("secret");
        byte[] secret = sealer.open(purpose(account.id()), sealed);
        OptionalLong step = Totp.step(secret, typed, clock.instant(), held.number("used"));
        if (step.isPresent()) {
            write(change, account.id(), sealed, step.getAsLong(), held.texts("recovery"));
            return true;
        }
        List<String> recovery = new ArrayList<>(held.texts("recovery"));
        if (!recovery.remove(Sha256.of(typed))) {
            return false;
        }
        write(change, account.id(), sealed, held.number("used"), recovery);
        String left = "a recovery code was used, " + recovery.size() + " are left";
        audit.append(change, Entry.done(by, Act.FACTOR_REMOVED, Accounts.target(account), left));
        return true;
    }

    /** No code is asked for any more. */
    public void remove(Actor by, Account account) throws IOException {
        store.change(change -> {
            if (!change.remove(SHELF, account.id())) {
                throw new Refusal(Refusal.Sort.ABSENT, "There is no app.");
            }
            audit.append(change, Entry.done(by, Act.FACTOR_REMOVED, Accounts.target(account), "codes of an app"));
            return true;
        });
    }

    private static void write(Change change, String id, String sealed, long used, List<String> recovery)
            throws IOException {
        change.put(
                SHELF,
                id,
                FlatObject.empty()
                        .set("secret", sealed)
                        .set("used", used)
                        .set("recovery", recovery)
                        .written());
    }

    private static String purpose(String account) {
        return "totp/" + account;
    }
}
