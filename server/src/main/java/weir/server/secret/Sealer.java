// SPDX-License-Identifier: Apache-2.0
package weir.server.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets with AES-256-GCM. Each purpose has a key of its own, derived by HKDF-SHA256 from the one in the key
 * file, so that what was sealed for one purpose opens for no other.
 */
public final class Sealer {

    private static final String BEGINNING = "sealed-1:";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final SecureRandom random;

    Sealer(byte[] key, SecureRandom random) {
        this.key = key.clone();
        this.random = random;
    }

    /** @param purpose of the secret with the name of its owner: {@code totp/3} */
    public String seal(String purpose, byte[] secret) {
        try {
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(secret);
            byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE, sealed.length);
            return BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    public byte[] open(String purpose, String sealed) throws IOException {
        try {
            if (sealed.startsWith(BEGINNING)) {
                byte[] both = Base64.getUrlDecoder().decode(sealed.substring(BEGINNING.length()));
                byte[] nonce = Arrays.copyOf(both, NONCE);
                return cipher(Cipher.DECRYPT_MODE, purpose, nonce)
                        .doFinal(both, NONCE, Math.max(0, both.length - NONCE));
            }
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            // said below; why it does not open is nobody's business
        }
        throw new IOException(purpose + ": the secret does not open with this key file; was it sealed with another?");
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        SecretKey own = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(new SecretKeySpec(key, "HKDF"))
                                .thenExpand(name, 32));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, own, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name);
        return cipher;
    }
}
