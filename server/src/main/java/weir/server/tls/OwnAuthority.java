// SPDX-License-Identifier: Apache-2.0
package weir.server.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import weir.server.secret.OwnerOnly;
import weir.server.secret.Sealer;

/**
 * The authority of this server alone, made at its first start: {@code ca.pem} for those who are to believe it, and
 * {@code ca.key}, sealed under the key file.
 */
final class OwnAuthority {

    private static final String PURPOSE = "tls-authority";

    private final Issuer issuer;
    private final X509Certificate certificate;
    private final PrivateKey key;

    private OwnAuthority(Issuer issuer, X509Certificate certificate, PrivateKey key) {
        this.issuer = issuer;
        this.certificate = certificate;
        this.key = key;
    }

    static OwnAuthority in(Path folder, Sealer sealer, SecureRandom random, Instant now) throws IOException {
        Path open = folder.resolve("ca.pem");
        Path secret = folder.resolve("ca.key");
        Issuer issuer = new Issuer(random);
        try {
            if (!Files.exists(secret)) {
                KeyPair pair = issuer.pair();
                byte[] mark = new byte[4];
                random.nextBytes(mark);
                String name = "Weir authority " + HexFormat.of().formatHex(mark);
                X509Certificate made = issuer.authority(pair, name, now);
                OwnerOnly.write(open, Pem.text("CERTIFICATE", made.getEncoded()));
                OwnerOnly.write(secret, sealer.seal(PURPOSE, pair.getPrivate().getEncoded()) + "\n");
            }
            byte[] encoded = sealer.open(PURPOSE, OwnerOnly.read(secret, 10_000).strip());
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new OwnAuthority(issuer, Pem.certificates(open).getFirst(), key);
        } catch (GeneralSecurityException e) {
            throw new IOException(folder + ": the authority cannot be made or read: " + e.getMessage(), e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** A new key with a certificate for this machine; it lives in memory alone. */
    Credential issue(Machine machine, Instant now) throws IOException {
        try {
            KeyPair pair = issuer.pair();
            X509Certificate own = issuer.server(pair.getPublic(), machine, certificate, key, now);
            return new Credential(pair.getPrivate(), List.of(own, certificate));
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate of the server cannot be made: " + e.getMessage(), e);
        }
    }
}
