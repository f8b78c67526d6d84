// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.passkey;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** A public key of a device: on P-256, Ed25519, or RSA from 2,048 bits. */
record DeviceKey(PublicKey key, String signature) {

    private static final int RSA_LEAST = 2048;
    private static final int RSA_MOST = 8192;
    private static final int MOST_OCTETS = 2_000;

    /** Nothing where it is of another sort. */
    static Optional<DeviceKey> read(byte[] octets) {
        if (octets.length > MOST_OCTETS) {
            return Optional.empty();
        }
        for (String sort : new String[] {"EC", "RSA", "Ed25519"}) {
            try {
                PublicKey key = KeyFactory.getInstance(sort).generatePublic(new X509EncodedKeySpec(octets));
                return of(key);
            } catch (GeneralSecurityException other) {
                // the next sort
            }
        }
        return Optional.empty();
    }

    private static Optional<DeviceKey> of(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec
            when ec.getParams().getOrder().bitLength() == 256 -> Optional.of(new DeviceKey(key, "SHA256withECDSA"));
            case RSAPublicKey rsa
            when rsa.getModulus().bitLength() >= RSA_LEAST && rsa.getModulus().bitLength() <= RSA_MOST ->
                Optional.of(new DeviceKey(key, "SHA256withRSA"));
            case java.security.interfaces.EdECPublicKey _ -> Optional.of(new DeviceKey(key, "Ed25519"));
            default -> Optional.empty();
        };
    }

    boolean signed(byte[] said, byte[] clientHash, byte[] signed) {
        try {
            Signature check = Signature.getInstance(signature);
            check.initVerify(key);
            check.update(said);
            check.update(clientHash);
            return check.verify(signed);
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }
}
