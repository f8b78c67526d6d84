// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.factor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes by the clock (RFC 6238), with the values that every app knows: HMAC-SHA-1, 30 seconds, 6 digits. */
final class Totp {

    static final int STEP = 30;

    /** Steps that a clock may be ahead or behind. */
    private static final int AROUND = 1;

    private Totp() {}

    /** The step whose code this is, if it is one of about now and later than the last one used. */
    static OptionalLong step(byte[] secret, String code, Instant now, long lastUsed) {
        long at = now.getEpochSecond() / STEP;
        OptionalLong found = OptionalLong.empty();
        for (long step = at - AROUND; step <= at + AROUND; step++) {
            boolean same = java.security.MessageDigest.isEqual(
                    code(secret, step, 6, "HmacSHA1").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (same && step > lastUsed) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(byte[] secret, long step, int digits, String function) {
        try {
            Mac mac = Mac.getInstance(function);
            mac.init(new SecretKeySpec(secret, function));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int from = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(from) & 0x7fffffff;
            int modulus = (int) Math.pow(10, digits);
            return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + function, e);
        }
    }
}
