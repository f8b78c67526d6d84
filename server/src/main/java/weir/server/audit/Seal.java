// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

import java.io.IOException;
import weir.server.json.FlatObject;

/**
 * A signed word on how far the log goes: the number and the hash of one entry, at one time.
 *
 * @param sort {@code checkpoint} within the log, {@code head} for its last entry, {@code start} for the last one that
 *     was taken away at its beginning
 * @param key fingerprint of the key that signed
 */
record Seal(String sort, long number, String hash, String at, String key, String signature) {

    static Seal made(String sort, long number, String hash, String at, AuditKey key) {
        return new Seal(sort, number, hash, at, key.open().fingerprint(), key.sign(said(sort, number, hash, at)));
    }

    static Seal read(String what, String text) throws IOException {
        FlatObject object = FlatObject.read(what, text);
        Seal seal = new Seal(
                object.text("seal"),
                object.number("sealed"),
                object.text("sealed_hash"),
                object.text("sealed_at"),
                object.text("key"),
                object.text("signature"));
        return seal;
    }

    boolean signedBy(AuditPublicKey trusted) {
        return trusted.fingerprint().equals(key) && trusted.signed(said(sort, number, hash, at), signature);
    }

    FlatObject in(FlatObject object) {
        return object.set("seal", sort)
                .set("sealed", number)
                .set("sealed_hash", hash)
                .set("sealed_at", at)
                .set("key", key)
                .set("signature", signature);
    }

    String written() {
        return in(FlatObject.empty()).written();
    }

    private static String said(String sort, long number, String hash, String at) {
        return "weir audit " + sort + '\n' + number + '\n' + hash + '\n' + at;
    }
}
