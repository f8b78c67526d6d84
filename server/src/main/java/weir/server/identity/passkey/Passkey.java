// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.passkey;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import weir.server.json.FlatObject;

/**
 * The public half of a key in somebody's device.
 *
 * @param id fingerprint of the name that the device gave it
 * @param name that the person gave it
 * @param key in Base64, as X.509 has it
 * @param count of signatures, as the device said last; 0 where it does not count
 */
public record Passkey(String id, String account, String name, String key, long count, Instant made, Instant used) {

    Passkey usedAt(Instant now, long counted) {
        return new Passkey(id, account, name, key, counted, made, now);
    }

    String written() {
        return FlatObject.empty()
                .set("account", account)
                .set("name", name)
                .set("key", key)
                .set("count", count)
                .set("made", made.toString())
                .set("used", used.toString())
                .written();
    }

    static Passkey read(String id, String body) throws IOException {
        FlatObject object = FlatObject.read("passkeys/" + id, body);
        try {
            return new Passkey(
                    id,
                    object.text("account"),
                    object.text("name"),
                    object.text("key"),
                    object.number("count"),
                    Instant.parse(object.text("made")),
                    Instant.parse(object.text("used")));
        } catch (DateTimeException e) {
            throw new IOException("passkeys/" + id + ": " + e.getMessage(), e);
        }
    }
}
