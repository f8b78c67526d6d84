// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import weir.server.audit.AuditKey;
import weir.server.audit.AuditLog;
import weir.server.identity.Accounts;
import weir.server.identity.Directory;
import weir.server.identity.GroupRoles;
import weir.server.identity.Origin;
import weir.server.identity.PasswordHash;
import weir.server.identity.factor.Codes;
import weir.server.identity.session.ApiTokens;
import weir.server.identity.session.SessionLimits;
import weir.server.identity.session.Sessions;
import weir.server.secret.KeyFile;
import weir.server.secret.Sealer;
import weir.store.Store;

/** All that is needed to know who asks, over one store. */
public record Gatehouse(
        Store store,
        Sealer sealer,
        AuditLog audit,
        PasswordHash hashes,
        Accounts accounts,
        Codes codes,
        Sessions sessions,
        ApiTokens tokens,
        Links links,
        OutsideAccounts outsiders,
        SignIn signIn) {

    /** The key file within the folder of the server. */
    public static final String KEY = "weir.key";

    /**
     * Opens it; makes the key file and the key of the audit first where there are none.
     *
     * @param folder with the keys
     * @param iterations see {@link PasswordHash#ITERATIONS}
     * @param groups which roles the groups of other servers give
     */
    public static Gatehouse open(
            Store store,
            Path folder,
            int iterations,
            Directory directory,
            Map<Origin, GroupRoles> groups,
            InstantSource clock)
            throws IOException {
        SecureRandom random = new SecureRandom();
        Sealer sealer = KeyFile.open(folder.resolve(KEY), random);
        AuditLog audit = new AuditLog(store, clock, AuditKey.in(folder, sealer));
        PasswordHash hashes = new PasswordHash(iterations, random);
        Accounts accounts = new Accounts(store, audit, clock, random);
        Codes codes = new Codes(store, audit, clock, random, sealer);
        Sessions sessions = new Sessions(store, accounts, audit, clock, random, SessionLimits.USUAL);
        OutsideAccounts outsiders = new OutsideAccounts(accounts, groups);
        return new Gatehouse(
                store,
                sealer,
                audit,
                hashes,
                accounts,
                codes,
                sessions,
                new ApiTokens(store, accounts, audit, clock, random),
                new Links(store, accounts, hashes, audit, clock, random),
                outsiders,
                new SignIn(accounts, outsiders, hashes, directory, codes, sessions, audit, clock, random));
    }

    /** Takes away what is over; to be called each minute. */
    public void sweep() throws IOException {
        sessions.sweep();
        tokens.sweep();
    }
}
