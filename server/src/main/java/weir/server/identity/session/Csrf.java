// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import weir.server.secret.Sha256;

/** What a page sends along with a change, so that no other site can send it: derived from the session's secret. */
public final class Csrf {

    private Csrf() {}

    public static String of(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("weir csrf".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }

    public static boolean right(String secret, String sent) {
        return Sha256.same(of(secret), sent);
    }
}
