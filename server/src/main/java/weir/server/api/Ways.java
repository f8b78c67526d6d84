// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.server.identity.openid.OpenId;
import weir.server.identity.passkey.Passkeys;

/**
 * The ways in beside the password.
 *
 * @param server how the apps of people call this server
 * @param openId null for no OpenID provider
 * @param passkeys null where the server has no host name
 */
public record Ways(
        String server, @Nullable OpenId openId, @Nullable Passkeys passkeys) {

    List<String> names() {
        List<String> names = new ArrayList<>(List.of("password"));
        if (openId != null) {
            names.add("openid");
        }
        if (passkeys != null) {
            names.add("passkey");
        }
        return names;
    }

    OpenId knownOpenId() {
        if (openId == null) {
            throw Problem.unknown("way in", "openid");
        }
        return openId;
    }

    Passkeys knownPasskeys() {
        if (passkeys == null) {
            throw Problem.unknown("way in", "passkey");
        }
        return passkeys;
    }

    /** Whether this account has a passkey. */
    boolean passkeyOf(String account) {
        return passkeys != null && !passkeys.of(account).isEmpty();
    }
}
