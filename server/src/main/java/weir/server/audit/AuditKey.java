// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import weir.server.secret.OwnerOnly;
import weir.server.secret.Sealer;

/** The Ed25519 key that signs the audit; the private half is sealed under the key file. */
public final class AuditKey {

    private static final String PURPOSE = "audit-key";

    private final PrivateKey secret;
    private final AuditPublicKey open;

    private AuditKey(PrivateKey secret, AuditPublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** Reads {@code audit.key} and {@code audit.pub} of this folder; makes them first where there are none. */
    public static AuditKey in(Path folder, Sealer sealer) throws IOException {
        Path secret = folder.resolve("audit.key");
        Path open = folder.resolve("audit.pub");
        try {
            if (!Files.exists(secret)) {
                KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                OwnerOnly.write(open, AuditPublicKey.of(pair.getPublic()).pem());
                OwnerOnly.write(secret, sealer.seal(PURPOSE, pair.getPrivate().getEncoded()) + "\n");
            }
            byte[] encoded = sealer.open(PURPOSE, OwnerOnly.read(secret, 10_000).strip());
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new AuditKey(key, AuditPublicKey.read(open));
        } catch (GeneralSecurityException e) {
            throw new IOException(secret + ": is no key of the audit: " + e.getMessage(), e);
        }
    }

    public AuditPublicKey open() {
        return open;
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }
}
