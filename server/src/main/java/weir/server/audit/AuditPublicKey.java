// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import weir.server.secret.Sha256;

/**
 * The half of the audit's key that everybody may have, to prove what was signed.
 *
 * @param fingerprint SHA-256 of it, in hexadecimal
 */
public record AuditPublicKey(PublicKey key, String fingerprint) {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    static AuditPublicKey of(PublicKey key) {
        return new AuditPublicKey(key, Sha256.of(key.getEncoded()));
    }

    /** From a file in PEM. */
    public static AuditPublicKey read(Path file) throws IOException {
        try {
            String text = Files.size(file) > 10_000 ? "" : Files.readString(file);
            byte[] encoded = Base64.getMimeDecoder()
                    .decode(text.replace(BEGIN, "").replace(END, "").strip());
            return of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new FileSystemException(file.toString(), null, "is no Ed25519 public key in PEM");
        }
    }

    String pem() {
        return BEGIN + "\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n" + END + "\n";
    }

    boolean signed(String text, String signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] octets = HexFormat.of().parseHex(signature);
            return HexFormat.of().formatHex(octets).equals(signature) && check.verify(octets);
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return false;
        }
    }
}
