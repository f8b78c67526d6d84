// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.session;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import weir.server.identity.SignedInBy;
import weir.server.json.FlatObject;

/**
 * One sign-in, from one browser.
 *
 * @param fingerprint of the secret that the browser holds; the secret itself is kept nowhere
 * @param proven when they last proved who they are: at the sign-in, or again before something grave
 * @param agent what the browser says it is, at most {@value #AGENT_MOST} characters
 */
public record Session(
        String fingerprint,
        String account,
        SignedInBy by,
        Instant begun,
        Instant proven,
        Instant seen,
        String address,
        String agent) {

    static final int AGENT_MOST = 200;

    Session seenAt(Instant now) {
        return new Session(fingerprint, account, by, begun, proven, now, address, agent);
    }

    Session provenAt(Instant now, SignedInBy how) {
        return new Session(fingerprint, account, how, begun, now, now, address, agent);
    }

    String written() {
        return FlatObject.empty()
                .set("account", account)
                .set("by", by.name())
                .set("begun", begun.toString())
                .set("proven", proven.toString())
                .set("seen", seen.toString())
                .set("address", address)
                .set("agent", agent)
                .written();
    }

    static Session read(String fingerprint, String body) throws IOException {
        FlatObject object = FlatObject.read("sessions/" + fingerprint, body);
        try {
            return new Session(
                    fingerprint,
                    object.text("account"),
                    SignedInBy.valueOf(object.text("by")),
                    Instant.parse(object.text("begun")),
                    Instant.parse(object.text("proven")),
                    Instant.parse(object.text("seen")),
                    object.text("address"),
                    object.text("agent"));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("sessions/" + fingerprint + ": " + e.getMessage(), e);
        }
    }
}
