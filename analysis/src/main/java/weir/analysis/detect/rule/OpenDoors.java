// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Table;
import weir.analysis.inventory.Families;
import weir.model.Contact;
import weir.model.Login;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Severity;

/** Secrets that everybody can read or knows, and ways to manage devices that nothing protects. */
public final class OpenDoors implements Detector {

    private static final Detection SECRET = Detection.of("PR-11");
    private static final Detection MANAGEMENT = Detection.of("PR-26");

    /** Ways to manage a device in which all can be read. */
    private static final Set<String> PLAIN = Set.of("telnet", "ftp", "tftp", "rsh", "rlogin", "rexec");

    private final Set<String> defaults = new HashSet<>();

    public OpenDoors() {
        for (String[] cells : Table.rows("default-users.tsv")) {
            defaults.add(cells[0].toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(SECRET, MANAGEMENT);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.LOGINS, Interest.CONTACTS, Interest.OPERATIONS);
    }

    @Override
    public void login(Moment now, Login login) {
        boolean plant = Families.isIndustrial(login.protocol())
                || now.hasEdge() && now.edge().server().isDevice();
        if (!plant || now.stage() == Stage.LEARNING || login.outcome().kind() == Outcome.Kind.REFUSED) {
            return;
        }
        String protocol = login.protocol();
        if (!login.secret().isEmpty() && (protocol.equals("snmp") || protocol.equals("http"))) {
            manages(now, protocol, Severity.LOW);
        }
        boolean isDefault = defaults.contains(login.user().toLowerCase(Locale.ROOT));
        if (login.secret().isEmpty() && !isDefault) {
            return;
        }
        Claim claim = now.claim(SECRET, now.at().client(), login.subject(), protocol);
        if (claim.isNew()) {
            claim.title(isDefault ? "Account that devices are delivered with" : "Secret in the clear")
                    .severity(isDefault ? Severity.MEDIUM : Severity.LOW)
                    .confidence(isDefault ? 0.6 : 0.9)
                    .expected("accounts of people, and secrets that nobody can read on the line")
                    .seen(now.at().client() + " to " + now.at().server() + " in " + protocol);
        }
        claim.item(login.user().isEmpty() ? "no name" : "as " + login.user());
    }

    @Override
    public void contact(Moment now, Contact contact) {
        if (PLAIN.contains(contact.protocol())
                && contact.state() != Contact.State.OPENED
                && contact.packetsBack() > 0
                && now.edge().server().isDevice()) {
            manages(now, contact.protocol(), contact.protocol().equals("ftp") ? Severity.LOW : Severity.MEDIUM);
        }
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        if (operation.protocol().equals("vnc")
                && operation.service().label().equals("security_choice")
                && operation.target().symbol().equals("none")
                && now.edge().server().isDevice()) {
            manages(now, "vnc without a password", Severity.MEDIUM);
        }
    }

    private static void manages(Moment now, String way, Severity severity) {
        Edge edge = now.edge();
        if (now.stage() == Stage.LEARNING) {
            return;
        }
        Claim claim = now.claim(MANAGEMENT, "", way);
        if (claim.isNew()) {
            claim.title("Device managed by " + way)
                    .severity(edge.known() && now.knowsNormal() ? Severity.INFO : severity)
                    .confidence(0.8)
                    .expected("devices of the plant are managed in ways that prove and hide")
                    .seen(edge.client().address() + " to " + edge.server().address());
        }
    }
}
