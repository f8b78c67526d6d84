// SPDX-License-Identifier: Apache-2.0
package weir.server.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody guesses. */
public final class RandomText {

    private static final int OCTETS = 32;

    private RandomText() {}

    /** 256 bits as 43 characters of {@code A-Za-z0-9_-}. */
    public static String from(SecureRandom random) {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
