// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * How passwords are kept: PBKDF2 with HMAC-SHA-512 of the JDK, written as {@code pbkdf2-sha512$iterations$salt$hash}.
 * The iterations stand with each hash, so that they can be raised and the hash renewed at the next sign-in.
 */
public final class PasswordHash {

    /** Not fewer than OWASP's figure for this function. */
    public static final int ITERATIONS = 220_000;

    /** More than anybody would have configured: a damaged record must not keep the processor for hours. */
    private static final int MOST_ITERATIONS = 10_000_000;

    private static final String FUNCTION = "pbkdf2-sha512";
    private static final int SALT = 16;
    private static final int BITS = 512;

    private final int iterations;
    private final SecureRandom random;
    private final String nobodys;

    public PasswordHash(int iterations, SecureRandom random) {
        this.iterations = iterations;
        this.random = random;
        this.nobodys = hash(Base64.getEncoder().encodeToString(random.generateSeed(24)));
    }

    public String hash(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return String.join("$", FUNCTION, "" + iterations, text(salt), text(derived(password, salt, iterations)));
    }

    /** @param kept "" for an account without a password, or none at all: takes as long, and matches nothing */
    public boolean matches(String password, String kept) {
        String[] parts = (kept.isEmpty() ? nobodys : kept).split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(FUNCTION)) {
            return false;
        }
        try {
            int times = Integer.parseInt(parts[1]);
            byte[] hash = Base64.getDecoder().decode(parts[3]);
            return times > 0
                    && times <= MOST_ITERATIONS
                    && MessageDigest.isEqual(
                            hash, derived(password, Base64.getDecoder().decode(parts[2]), times))
                    && !kept.isEmpty();
        } catch (IllegalArgumentException damaged) {
            return false;
        }
    }

    /** Whether a new password would be kept better than this one. */
    public boolean outdated(String kept) {
        return !kept.startsWith(FUNCTION + "$" + iterations + "$");
    }

    private static byte[] derived(String password, byte[] salt, int iterations) {
        PBEKeySpec key = new PBEKeySpec(normal(password).toCharArray(), salt, iterations, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        } finally {
            key.clearPassword();
        }
    }

    /** The same letters typed on another keyboard are the same password. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static String text(byte[] octets) {
        return Base64.getEncoder().withoutPadding().encodeToString(octets);
    }
}
