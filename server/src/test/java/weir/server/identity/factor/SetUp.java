// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.factor;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import weir.server.identity.Account;
import weir.server.identity.Household;

/** What a test sets up for an account. */
public final class SetUp {

    private SetUp() {}

    /** An app; its recovery codes. */
    public static List<String> app(Codes codes, InstantSource clock, Account account) throws IOException {
        String secret = codes.offer(account, "plant").secret();
        return codes.confirm(Household.BOSS, account, code(secret, clock));
    }

    /** What an app with this secret shows now. */
    public static String code(String secret, InstantSource clock) {
        return Totp.code(CodesTest.decoded(secret), clock.instant().getEpochSecond() / Totp.STEP, 6, "HmacSHA1");
    }
}
