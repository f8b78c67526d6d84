// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes of a secret what may be kept: enough to see that two are the same, too little to tell what they are. */
final class Secrets {

    private static final int KEPT = 8;

    private final byte[] salt;

    Secrets(String salt) {
        this.salt = salt.getBytes(StandardCharsets.UTF_8);
    }

    String hash(Cursor in, int length) {
        int from = in.offset();
        in.skip(length);
        if (!in.ok() || length == 0) {
            return "";
        }
        MessageDigest digest = sha256();
        digest.update(salt);
        digest.update(in.bytes(), from, length);
        return "h:" + HexFormat.of().formatHex(digest.digest(), 0, KEPT);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
