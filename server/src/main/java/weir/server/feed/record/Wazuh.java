// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import weir.model.Address;
import weir.model.Alert;
import weir.model.Login;
import weir.model.Outcome;
import weir.model.Severity;
import weir.model.Subject;
import weir.server.feed.Feed;
import weir.server.feed.Telling;

/**
 * Wazuh's alerts, an object a line ({@code alerts.json}). An alert about a login or a Windows event is told as that too:
 * the alert says what Wazuh thinks of it, the other what happened.
 */
public final class Wazuh implements Feed {

    private static final String NAME = "wazuh";

    private final Fields fields = new Fields();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean knows(String line) {
        return line.startsWith("{") && line.contains("\"rule\":") && line.contains("\"agent\":")
                && line.contains("\"level\":");
    }

    @Override
    public boolean read(String line, Telling out) {
        if (!fields.json(line)) {
            return Told.dropped(out, "no_json");
        }
        long time = Moments.iso(fields.text("timestamp", "@timestamp"));
        if (time < 0) {
            return Told.dropped(out, "no_time");
        }
        String rule = fields.text("rule.id");
        if (rule.isEmpty()) {
            return Told.dropped(out, "no_rule");
        }
        Told to = new Told(ends(time), out);
        String text = fields.text("rule.description");
        to.tell(new Alert(NAME, rule, text, severity(), fields.text("agent.name")));
        if (fields.has("data.win.system.eventID")) {
            windows(time).tell(out);
        } else {
            login(to);
        }
        return true;
    }

    private Ends ends(long time) {
        Address agent = Address.parse(fields.text("agent.ip"));
        Address named = Address.parse(fields.text("data.dstip", "data.dest_ip"));
        return Ends.between(
                time,
                fields.text("data.protocol", "data.proto"),
                Address.parse(fields.text("data.srcip", "data.src_ip")),
                fields.text("data.srcport", "data.src_port"),
                named.kind() == Address.Kind.NONE ? agent : named,
                fields.text("data.dstport", "data.dest_port"));
    }

    /** Levels are 0 to 15 (Wazuh manual, "Rules classification"): 12 is high, 15 a severe attack. */
    private Severity severity() {
        long level = fields.count("rule.level");
        if (level >= 15) {
            return Severity.CRITICAL;
        } else if (level >= 12) {
            return Severity.HIGH;
        } else if (level >= 7) {
            return Severity.MEDIUM;
        }
        return level >= 4 ? Severity.LOW : Severity.INFO;
    }

    private WindowsEvent windows(long received) {
        String system = "data.win.system.";
        long created = Moments.iso(fields.text(system + "systemTime"));
        fields.put("data.win.eventdata.ProviderName", fields.text(system + "providerName"));
        return new WindowsEvent(
                fields,
                "data.win.eventdata.",
                fields.text(system + "channel"),
                fields.text(system + "eventID"),
                fields.text(system + "computer"),
                created < 0 ? received : created);
    }

    private void login(Told to) {
        boolean done = fields.holds("rule.groups", "authentication_success");
        if (done || fields.holds("rule.groups", "authentication_failed")) {
            String user = fields.text("data.dstuser", "data.srcuser");
            Subject subject = new Subject(to.ends().server(), "");
            to.tell(new Login(NAME, subject, user, "", done ? Outcome.DONE : Ecs.REFUSED));
        }
    }
}
