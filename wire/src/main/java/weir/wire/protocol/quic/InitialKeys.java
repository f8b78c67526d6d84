// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.quic;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import weir.wire.Cursor;

/**
 * Keys of the first packets, which everybody can make who saw the first of them (RFC 9001, 5.2).
 *
 * <pre>
 * secret      HKDF-Extract(salt of the version, destination id of the first packet of the client)
 * of a side   HKDF-Expand-Label(secret, "client in" or "server in")
 * key 16, nonce 12, mask of the header 16    HKDF-Expand-Label(that, "quic key", "quic iv", "quic hp")
 * </pre>
 */
final class InitialKeys {

    private static final int HASH = 32;
    static final int KEY = 16;
    static final int NONCE = 12;

    final byte[] key;
    final byte[] nonce;
    final byte[] mask;

    private InitialKeys(byte[] secret, String label) {
        key = expand(secret, label + " key", KEY);
        nonce = expand(secret, label + " iv", NONCE);
        mask = expand(secret, label + " hp", KEY);
    }

    static InitialKeys of(Version version, Cursor connection, boolean client) {
        byte[] id = new byte[connection.left()];
        System.arraycopy(connection.bytes(), connection.offset(), id, 0, id.length);
        byte[] secret = hash(version.salt, id);
        return new InitialKeys(expand(secret, client ? "client in" : "server in", HASH), version.label);
    }

    /** One round of HKDF-Expand with the label of TLS 1.3 (RFC 8446, 7.1) is enough for 32 octets. */
    private static byte[] expand(byte[] secret, String label, int length) {
        byte[] name = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
        byte[] info = new byte[2 + 1 + name.length + 1 + 1];
        info[1] = (byte) length;
        info[2] = (byte) name.length;
        System.arraycopy(name, 0, info, 3, name.length);
        info[info.length - 1] = 1;
        return Arrays.copyOf(hash(secret, info), length);
    }

    private static byte[] hash(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }
}
