// SPDX-License-Identifier: Apache-2.0
package weir.server.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import weir.server.secret.OwnerOnly;

/**
 * With what the server proves its name.
 *
 * @param chain its certificate first, then those that vouch for it
 */
record Credential(PrivateKey key, List<X509Certificate> chain) {

    Credential {
        chain = List.copyOf(chain);
    }

    X509Certificate own() {
        return chain.getFirst();
    }

    /** From two files in PEM; the key in PKCS#8, without a password, and for its owner alone. */
    static Credential given(Path certificates, Path key) throws IOException {
        List<X509Certificate> chain = Pem.certificates(certificates);
        byte[] encoded = Pem.octets(key, "PRIVATE KEY", OwnerOnly.read(key, 100_000));
        String algorithm = chain.getFirst().getPublicKey().getAlgorithm();
        try {
            PrivateKey secret = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            Credential given = new Credential(secret, chain);
            if (!given.fits()) {
                throw new IOException(key + ": is not the key of the first certificate in " + certificates);
            }
            return given;
        } catch (GeneralSecurityException e) {
            throw new IOException(key + ": is no " + algorithm + " key, as the certificate asks for", e);
        }
    }

    private boolean fits() throws GeneralSecurityException {
        String sort = key.getAlgorithm();
        Signature signature = Signature.getInstance(
                switch (sort) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> sort;
                });
        byte[] proof = "proof".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        signature.initSign(key);
        signature.update(proof);
        byte[] signed = signature.sign();
        signature.initVerify(own().getPublicKey());
        signature.update(proof);
        return signature.verify(signed);
    }

    /** When the files were last written, to see that they changed. */
    static long written(Path certificates, Path key) throws IOException {
        return Files.getLastModifiedTime(certificates).toMillis() * 31
                + Files.getLastModifiedTime(key).toMillis();
    }
}
