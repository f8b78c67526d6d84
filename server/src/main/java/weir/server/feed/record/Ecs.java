// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import weir.model.Address;
import weir.model.Alert;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.HostEvent;
import weir.model.HostEvent.Kind;
import weir.model.Login;
import weir.model.Outcome;
import weir.model.Ruling;
import weir.model.Severity;
import weir.model.Subject;

/**
 * Lines in the Elastic Common Schema, an object a line, nested or with dots in its names. What an event is stands in
 * {@code event.kind}, {@code event.category} and {@code event.type} (ECS reference, "Categorization fields").
 */
public final class Ecs implements RecordFeed {

    private static final String NAME = "ecs";

    static final Outcome REFUSED = new Outcome(Outcome.Kind.REFUSED, 0, "");

    private final Fields fields = new Fields();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean knows(String line) {
        return line.startsWith("{")
                && line.contains("\"@timestamp\"")
                && (line.contains("\"ecs") || line.contains("\"event") || line.contains("\"winlog"));
    }

    @Override
    public boolean read(String line, Telling out) {
        boolean told = tell(line, out);
        fields.clear(); // many sources wait with a reader each
        return told;
    }

    private boolean tell(String line, Telling out) {
        if (!fields.json(line)) {
            return Told.dropped(out, "no_json");
        }
        long time = Moments.iso(fields.text("@timestamp"));
        if (time < 0) {
            return Told.dropped(out, "no_time");
        }
        if (fields.has("winlog.event_id")) {
            return windows(time).tell(out);
        }
        Told to = new Told(ends(time), out);
        return fields.text("event.kind").equals("alert") ? alert(to) : event(to);
    }

    private WindowsEvent windows(long time) {
        fields.put("winlog.event_data.ProviderName", fields.text("winlog.provider_name"));
        return new WindowsEvent(
                fields,
                "winlog.event_data.",
                fields.text("winlog.channel"),
                fields.text("winlog.event_id"),
                fields.text("winlog.computer_name", "host.name"),
                time);
    }

    private Ends ends(long time) {
        Address named = Address.parse(fields.text("destination.ip", "server.ip"));
        return Ends.between(
                time,
                fields.text("network.transport", "network.iana_number"),
                Address.parse(fields.text("source.ip", "client.ip")),
                fields.text("source.port", "client.port"),
                named.kind() == Address.Kind.NONE ? Address.parse(fields.text("host.ip")) : named,
                fields.text("destination.port", "server.port"));
    }

    private String host() {
        return fields.text("host.name", "host.hostname");
    }

    private boolean alert(Told to) {
        String rule = fields.text("rule.id", "rule.name");
        String stable = rule.isEmpty() ? fields.text("event.code", "event.action") : rule;
        return stable.isEmpty()
                ? Told.dropped(to.out(), "no_rule")
                : to.tell(new Alert(NAME, stable, fields.text("rule.name", "message"), severity(), host()));
    }

    /** Risk scores are 0 to 100; 21, 47, 73 and 99 are those of Elastic's own rules. Without one: in the middle. */
    private Severity severity() {
        String score = fields.text("event.risk_score");
        long whole = Numerals.count(score.indexOf('.') < 0 ? score : score.substring(0, score.indexOf('.')));
        if (score.isEmpty()) {
            return Severity.MEDIUM;
        } else if (whole >= 90) {
            return Severity.CRITICAL;
        } else if (whole >= 70) {
            return Severity.HIGH;
        } else if (whole >= 40) {
            return Severity.MEDIUM;
        }
        return whole >= 20 ? Severity.LOW : Severity.INFO;
    }

    private boolean is(String category) {
        return fields.holds("event.category", category);
    }

    private boolean was(String type) {
        return fields.holds("event.type", type);
    }

    private boolean event(Told to) {
        if (is("authentication") && !was("end")) {
            return login(to);
        } else if (is("network") && (was("denied") || was("allowed"))) {
            return to.tell(new Ruling(NAME, !was("denied"), fields.text("rule.name", "rule.id")));
        } else if (is("network") && (was("connection") || was("end"))) {
            return contact(to);
        } else if (is("process") && was("start")) {
            return happened(to, Kind.PROCESS_STARTED, fields.text("process.command_line", "process.executable"));
        } else if (is("file") && (was("change") || was("creation") || was("deletion"))) {
            return happened(to, Kind.FILE_CHANGED, fields.text("file.path", "file.name"));
        } else if (is("iam") && was("user") && was("creation")) {
            return happened(to, Kind.ACCOUNT_CREATED, fields.text("user.target.name", "user.changes.name"));
        } else if (is("iam") && was("group")) {
            return happened(to, Kind.GROUP_CHANGED, fields.text("group.name"));
        } else if (is("configuration")) {
            return happened(to, Kind.CONFIGURATION_CHANGED, fields.text("event.action", "message"));
        }
        return Told.dropped(to.out(), "other_event");
    }

    private boolean happened(Told to, Kind kind, String object) {
        return to.tell(new HostEvent(NAME, kind, host(), fields.text("user.name"), object));
    }

    private boolean login(Told to) {
        Outcome outcome = switch (fields.text("event.outcome")) {
            case "success" -> Outcome.DONE;
            case "failure" -> REFUSED;
            default -> Outcome.OPEN;
        };
        Address own = to.ends().server();
        Subject subject = new Subject(own, own.kind() == Address.Kind.NONE ? host() : "");
        return to.tell(new Login(NAME, subject, fields.text("user.name"), "", outcome));
    }

    private boolean contact(Told to) {
        long start = Moments.iso(fields.text("event.start"));
        long end = Moments.iso(fields.text("event.end"));
        long since = start < 0 ? to.ends().time() : start;
        return to.tell(new Contact(
                was("end") ? Contact.State.CLOSED : Contact.State.OPENED,
                to.ends().transport(),
                fields.text("network.protocol"),
                Grade.WHOLE,
                fields.count("source.packets"),
                fields.count("source.bytes"),
                fields.count("destination.packets"),
                fields.count("destination.bytes"),
                since,
                Math.max(since, end),
                0,
                0));
    }
}
