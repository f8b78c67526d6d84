// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import weir.server.RememberedInMemory;
import weir.server.SetClock;
import weir.server.audit.Actor;
import weir.server.audit.AuditKey;
import weir.server.audit.AuditLog;
import weir.server.audit.AuditVerdict;
import weir.server.audit.AuditVerifier;
import weir.server.secret.KeyFile;
import weir.server.secret.Sealer;
import weir.store.Line;

/** Accounts of a test, with what they stand on; hashes of passwords are quick ones. */
public final class Household {

    public static final Actor BOSS = new Actor("0", "boss", "192.0.2.1");
    public static final String PASSWORD = "four words in a row";

    public final RememberedInMemory store = new RememberedInMemory();
    public final SetClock clock = new SetClock();
    public final SecureRandom random = new SecureRandom();
    public final Sealer sealer;
    public final AuditKey key;
    public final AuditLog audit;
    public final PasswordHash hashes = new PasswordHash(1_000, random);
    public final Accounts accounts;

    public Household(Path folder) throws IOException {
        sealer = KeyFile.open(folder.resolve("weir.key"), random);
        key = AuditKey.in(folder, sealer);
        audit = new AuditLog(store, clock, key);
        accounts = new Accounts(store, audit, clock, random);
    }

    public Account person(String name, Role... roles) throws IOException {
        Set<Role> all = roles.length == 0 ? Set.of() : EnumSet.copyOf(List.of(roles));
        Account account = accounts.create(BOSS, name, name, Origin.LOCAL, "", all, Sites.ALL);
        return accounts.password(BOSS, account.id(), hashes.hash(PASSWORD));
    }

    /** All that the audit says. */
    public String audited() throws IOException {
        StringBuilder said = new StringBuilder();
        for (Line line : store.look(view -> view.lines("audit", 0, 10_000))) {
            said.append(line.body()).append('\n');
        }
        return said.toString();
    }

    public boolean auditWhole() throws IOException {
        AuditVerdict verdict = store.look(view -> new AuditVerifier(key.open()).verify(view));
        return verdict instanceof AuditVerdict.Whole;
    }
}
