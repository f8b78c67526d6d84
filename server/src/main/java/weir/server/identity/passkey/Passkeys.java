// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.passkey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import weir.server.audit.Act;
import weir.server.audit.Actor;
import weir.server.audit.AuditLog;
import weir.server.audit.Entry;
import weir.server.identity.Account;
import weir.server.identity.Accounts;
import weir.server.identity.Refusal;
import weir.server.json.FlatObject;
import weir.server.secret.Sha256;
import weir.store.Kept;
import weir.store.Store;

/**
 * The passkeys of people. A device signs a challenge together with the name of the site that its browser sees, so that a
 * page of somebody else gets nothing of use. Of which make a device is, is not asked.
 */
public final class Passkeys {

    /** Passkeys of one account. */
    static final int MOST_OF_ONE = 10;

    /** Passkeys of the server. */
    static final int MOST = 10_000;

    private static final String SHELF = "passkeys";
    private static final int NAME_MOST = 100;
    private static final int TEXT_MOST = 10_000;

    private final Store store;
    private final Accounts accounts;
    private final AuditLog audit;
    private final InstantSource clock;
    private final String server;
    private final String origin;
    private final Challenges challenges;
    private final Map<String, Passkey> known = new ConcurrentHashMap<>();

    /**
     * What a browser hands over, all in Base64 for addresses.
     *
     * @param client what it saw: the challenge and the site
     * @param proof the new public key, or the signature
     */
    public record Said(String client, String device, String proof) {}

    /**
     * Those in the store.
     *
     * @param server host name by which people reach the server
     * @param origin that name with scheme and port, as browsers write it
     */
    public Passkeys(
            Store store,
            Accounts accounts,
            AuditLog audit,
            InstantSource clock,
            SecureRandom random,
            String server,
            String origin)
            throws IOException {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.server = server;
        this.origin = origin;
        this.challenges = new Challenges(clock, random);
        for (Kept kept : store.look(view -> view.page(SHELF, "", MOST))) {
            known.put(kept.id(), Passkey.read(kept.id(), kept.body()));
        }
    }

    public String server() {
        return server;
    }

    /** @param account "" for somebody who wants to sign in */
    public String challenge(String account) {
        return challenges.give(account);
    }

    /** A new one, for an account that is signed in. */
    public synchronized Passkey add(Actor by, Account account, String name, Said said) throws IOException {
        DeviceData data = believed(said, "webauthn.create", account.id());
        byte[] key = octets(said.proof());
        if (data.credential().length == 0
                || DeviceKey.read(key).isEmpty()
                || name.isBlank()
                || name.length() > NAME_MOST) {
            throw new Refusal(
                    Refusal.Sort.WRONG, "This passkey has no name, or a key of a sort that is not known here.");
        }
        if (of(account.id()).size() >= MOST_OF_ONE || known.size() >= MOST) {
            throw new Refusal(Refusal.Sort.TOO_MANY, "There are too many passkeys; remove some first.");
        }
        Instant now = clock.instant();
        String id = Sha256.of(data.credential());
        Passkey made =
                new Passkey(id, account.id(), name, Base64.getEncoder().encodeToString(key), data.count(), now, now);
        store.change(change -> {
            if (!change.putIf(SHELF, id, 0, made.written())) {
                throw new Refusal(Refusal.Sort.CONFLICT, "This passkey is there already.");
            }
            audit.append(change, Entry.done(by, Act.FACTOR_ADDED, Accounts.target(account), "passkey " + name));
            return true;
        });
        known.put(id, made);
        return made;
    }

    /**
     * Who signed this.
     *
     * @param credential name that the device gave the key
     */
    public synchronized Optional<Account> prove(String credential, Said said) throws IOException {
        DeviceData data = believed(said, "webauthn.get", "");
        Passkey passkey = known.get(Sha256.of(octets(credential)));
        if (passkey == null || !signed(passkey, said)) {
            return Optional.empty();
        }
        boolean counts = data.count() > 0 || passkey.count() > 0;
        Optional<Account> account = accounts.byId(passkey.account());
        if (account.isPresent() && counts && data.count() <= passkey.count()) {
            Actor by = new Actor(account.get().id(), account.get().name(), "");
            String why = "passkey " + passkey.name() + " counted back: it may have been copied";
            audit.record(Entry.refused(by, Act.SIGN_IN, Accounts.target(account.get()), why));
            return Optional.empty();
        }
        Passkey used = passkey.usedAt(clock.instant(), data.count());
        store.change(change -> change.put(SHELF, used.id(), used.written()));
        known.put(used.id(), used);
        return account;
    }

    private static boolean signed(Passkey passkey, Said said) throws Refusal {
        byte[] key = Base64.getDecoder().decode(passkey.key());
        byte[] clientHash = HexFormat.of().parseHex(Sha256.of(octets(said.client())));
        byte[] device = octets(said.device());
        byte[] signature = octets(said.proof());
        return DeviceKey.read(key)
                .filter(k -> k.signed(device, clientHash, signature))
                .isPresent();
    }

    /** What the device says, where browser and device saw this server and a challenge of it. */
    private DeviceData believed(Said said, String type, String account) throws IOException {
        FlatObject client = client(said.client());
        DeviceData data = DeviceData.read(octets(said.device()));
        String hash = Sha256.of(server.getBytes(StandardCharsets.UTF_8));
        boolean right = challenges.take(client.optional("challenge").orElse(""), account)
                && client.optional("type").orElse("").equals(type)
                && client.optional("origin").orElse("").equals(origin)
                && HexFormat.of().formatHex(data.server()).equals(hash)
                && data.verified();
        if (!right) {
            throw new Refusal(Refusal.Sort.UNPROVEN, "This passkey was not asked by this server just now; try again.");
        }
        return data;
    }

    private static FlatObject client(String text) throws IOException {
        String json = new String(octets(text), StandardCharsets.UTF_8);
        try {
            return FlatObject.read("what the browser saw", json);
        } catch (IOException damaged) {
            throw new Refusal(Refusal.Sort.WRONG, "'clientData' is not what a browser hands over.");
        }
    }

    private static byte[] octets(String text) throws Refusal {
        try {
            if (text.length() <= TEXT_MOST) {
                return Base64.getUrlDecoder().decode(text);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Refusal(Refusal.Sort.WRONG, "What a passkey says has to be in Base64 for addresses.");
    }

    /** Those of an account, the oldest first. */
    public List<Passkey> of(String account) {
        List<Passkey> own = new ArrayList<>(known.values());
        own.removeIf(passkey -> !passkey.account().equals(account));
        own.sort(java.util.Comparator.comparing(Passkey::made).thenComparing(Passkey::id));
        return own;
    }

    public synchronized void remove(Actor by, Account account, String id) throws IOException {
        Passkey passkey = known.get(id);
        if (passkey == null || !passkey.account().equals(account.id())) {
            throw new Refusal(Refusal.Sort.ABSENT, "There is no such passkey.");
        }
        store.change(change -> {
            audit.append(
                    change, Entry.done(by, Act.FACTOR_REMOVED, Accounts.target(account), "passkey " + passkey.name()));
            return change.remove(SHELF, id);
        });
        known.remove(id);
    }
}
