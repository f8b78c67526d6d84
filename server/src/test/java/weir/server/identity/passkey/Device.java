// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import weir.server.json.FlatObject;

/** A device with a passkey, and the browser around it; a test may make it lie. */
public final class Device {

    public final byte[] credential = new byte[32];
    public String server = "weir.example";
    public String origin = "https://weir.example:8443";
    public int flags = 5;
    public int count;

    private final KeyPair pair;
    private final String signature;

    public Device(String sort, String signature) throws Exception {
        new SecureRandom().nextBytes(credential);
        KeyPairGenerator pairs = KeyPairGenerator.getInstance(sort);
        if (sort.equals("EC")) {
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
        }
        pair = pairs.generateKeyPair();
        this.signature = signature;
    }

    public static Device ordinary() throws Exception {
        return new Device("EC", "SHA256withECDSA");
    }

    private String client(String type, String challenge) {
        return text(FlatObject.empty()
                .set("type", type)
                .set("challenge", challenge)
                .set("origin", origin)
                .set("crossOrigin", false)
                .written()
                .getBytes(StandardCharsets.UTF_8));
    }

    private byte[] data(boolean fresh) throws Exception {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(MessageDigest.getInstance("SHA-256").digest(server.getBytes(StandardCharsets.UTF_8)));
        data.write(fresh ? flags | 0x40 : flags);
        data.writeBytes(ByteBuffer.allocate(4).putInt(count).array());
        if (fresh) {
            data.writeBytes(new byte[16]);
            data.write(0);
            data.write(credential.length);
            data.writeBytes(credential);
        }
        return data.toByteArray();
    }

    /** Makes the key known. */
    public Passkeys.Said made(String challenge) throws Exception {
        return new Passkeys.Said(
                client("webauthn.create", challenge),
                text(data(true)),
                text(pair.getPublic().getEncoded()));
    }

    /** Signs. */
    public Passkeys.Said signed(String challenge) throws Exception {
        count++;
        String client = client("webauthn.get", challenge);
        byte[] data = data(false);
        Signature sign = Signature.getInstance(signature);
        sign.initSign(pair.getPrivate());
        sign.update(data);
        sign.update(MessageDigest.getInstance("SHA-256")
                .digest(Base64.getUrlDecoder().decode(client)));
        return new Passkeys.Said(client, text(data), text(sign.sign()));
    }

    public String name() {
        return text(credential);
    }

    static String text(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
