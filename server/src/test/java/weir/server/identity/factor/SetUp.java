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
        byte[] secret = CodesTest.decoded(codes.offer(account, "plant").secret());
        String code = Totp.code(secret, clock.instant().getEpochSecond() / Totp.STEP, 6, "HmacSHA1");
        return codes.confirm(Household.BOSS, account, code);
    }
}
