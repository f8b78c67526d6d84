// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.model.Attribute;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Severity;

/** Sessions of OPC UA and MQTT without protection: no security policy, nobody named, a secret in the clear. */
public final class WeakSessions implements Detector {

    private static final Detection DETECTION = Detection.of("PR-25");

    /** Servers whose certificate is remembered; the longest unseen is forgotten first. */
    private static final int MOST = 1024;

    private final Map<String, String> certificates = new Watched<>(MOST);

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.OPERATIONS, Interest.LOGINS, Interest.IDENTITIES);
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        if (!operation.protocol().equals("opcua") || operation.phase() == Phase.RESPONSE) {
            return;
        }
        boolean isNew = now.knowsNormal() && !habit.known();
        switch (operation.service().label()) {
            case "open_secure_channel" -> {
                if (operation.target().symbol().equals("None")) {
                    tell(now, "opcua", "channel without a security policy", isNew ? Severity.MEDIUM : Severity.LOW);
                }
            }
            case "activate_session" -> {
                if (operation.qualifier().equals("anonymous")) {
                    tell(now, "opcua", "session of nobody (anonymous)", isNew ? Severity.MEDIUM : Severity.LOW);
                }
            }
            default -> {}
        }
    }

    @Override
    public void login(Moment now, Login login) {
        if (login.protocol().equals("mqtt")
                && !login.secret().isEmpty()
                && login.outcome().kind() == Outcome.Kind.OPEN) {
            tell(now, "mqtt", "password in the clear", Severity.LOW);
        }
    }

    @Override
    public void identity(Moment now, Identity identity) {
        if (identity.attribute() != Attribute.CERTIFICATE
                || !identity.protocol().equals("opcua")) {
            return;
        }
        if (!identity.subject().address().equals(now.at().server())) {
            return;
        }
        @Nullable
        String before = certificates.put(identity.subject() + ":" + now.at().serverPort(), identity.value());
        if (before != null && !before.equals(identity.value())) {
            tell(now, "opcua certificate", "certificate of the server changed: " + identity.value(), Severity.MEDIUM);
        }
    }

    private static void tell(Moment now, String about, String what, Severity severity) {
        if (now.stage() == Stage.LEARNING) {
            return;
        }
        Claim claim = now.claim(DETECTION, "", about);
        if (claim.isNew()) {
            claim.title("Session without protection")
                    .severity(severity)
                    .confidence(0.9)
                    .expected("both sides prove who they are, and messages are signed")
                    .seen(now.at().client() + " to " + now.at().server());
        }
        claim.severity(claim.severity().or(severity)).item(what);
    }
}
