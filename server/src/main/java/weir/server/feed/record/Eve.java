// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import weir.model.Address;
import weir.model.Alert;
import weir.model.Attribute;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.Identity;
import weir.model.Severity;
import weir.model.Subject;
import weir.model.Transfer;
import weir.model.Violation;
import weir.server.feed.Feed;
import weir.server.feed.Telling;

/**
 * Suricata's EVE log, an object a line (Suricata user guide, "EVE JSON Format"): alerts, flows, files, anomalies and SSH
 * banners. What it decodes of other protocols is not read here; the sensor sees those itself.
 */
public final class Eve implements Feed {

    private static final String NAME = "suricata";

    private final Fields fields = new Fields();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean knows(String line) {
        return line.startsWith("{") && line.contains("\"event_type\"") && line.contains("\"timestamp\"");
    }

    @Override
    public boolean read(String line, Telling out) {
        if (!fields.json(line)) {
            return Told.dropped(out, "no_json");
        }
        long time = Moments.iso(fields.text("timestamp"));
        if (time < 0) {
            return Told.dropped(out, "no_time");
        }
        Told to = new Told(ends(time), out);
        return switch (fields.text("event_type")) {
            case "alert" -> alert(to);
            case "flow" -> flow(to);
            case "fileinfo" -> file(to);
            case "anomaly" -> anomaly(to);
            case "ssh" -> ssh(to);
            case "" -> Told.dropped(out, "no_event_type");
            default -> Told.dropped(out, "other_event_type");
        };
    }

    private Ends ends(long time) {
        return Ends.between(
                time,
                fields.text("proto"),
                Address.parse(fields.text("src_ip")),
                fields.text("src_port"),
                Address.parse(fields.text("dest_ip")),
                fields.text("dest_port"));
    }

    private boolean alert(Told to) {
        String rule = fields.text("alert.signature_id");
        if (rule.isEmpty()) {
            return Told.dropped(to.out(), "no_rule");
        }
        boolean answer = fields.text("direction").equals("to_client");
        Told told = answer ? new Told(to.ends().fromServer(), to.out()) : to;
        return told.tell(new Alert(NAME, rule, fields.text("alert.signature"), severity(), fields.text("host")));
    }

    /** 1 is the highest of Suricata's priorities. */
    private Severity severity() {
        return switch ((int) Math.min(99, fields.count("alert.severity"))) {
            case 1 -> Severity.HIGH;
            case 2 -> Severity.MEDIUM;
            case 3 -> Severity.LOW;
            default -> Severity.INFO;
        };
    }

    private boolean flow(Told to) {
        long since = Moments.iso(fields.text("flow.start"));
        long until = Moments.iso(fields.text("flow.end"));
        if (since < 0) {
            return Told.dropped(to.out(), "no_start");
        }
        return to.tell(new Contact(
                Contact.State.CLOSED,
                to.ends().transport(),
                application(),
                Grade.WHOLE,
                fields.count("flow.pkts_toserver"),
                fields.count("flow.bytes_toserver"),
                fields.count("flow.pkts_toclient"),
                fields.count("flow.bytes_toclient"),
                since,
                Math.max(since, until),
                0,
                0));
    }

    private String application() {
        String name = fields.text("app_proto");
        return name.equals("failed") || name.equals("unknown") ? "" : name;
    }

    /** The source sends the file; of two ends the one with the lower port serves. */
    private boolean file(Told to) {
        String name = fields.text("fileinfo.filename");
        if (name.isEmpty()) {
            return Told.dropped(to.out(), "no_file_name");
        }
        Ends ends = to.ends();
        boolean served = ends.sourcePort() < ends.destinationPort();
        Ends sent = served ? ends.fromServer() : ends;
        boolean whole = fields.text("fileinfo.state").equals("CLOSED")
                && !fields.text("fileinfo.gaps").equals("true");
        Transfer transfer = new Transfer(
                NAME,
                new Subject(sent.server(), ""),
                "file",
                name,
                served ? Transfer.Way.OUT_OF_DEVICE : Transfer.Way.INTO_DEVICE,
                whole ? Transfer.State.COMPLETE : Transfer.State.BROKEN,
                whole ? fields.text("fileinfo.sha256") : "");
        return new Told(sent, to.out()).tell(transfer, fields.count("fileinfo.size"));
    }

    private boolean anomaly(Told to) {
        String event = fields.text("anomaly.event");
        return event.isEmpty() ? Told.dropped(to.out(), "no_anomaly") : to.tell(new Violation(NAME, Words.stable(event)));
    }

    private boolean ssh(Told to) {
        boolean server = software(to, "ssh.server.software_version", to.ends().server());
        boolean client = software(to, "ssh.client.software_version", to.ends().client());
        return server || client || Told.dropped(to.out(), "no_banner");
    }

    private boolean software(Told to, String field, Address owner) {
        String value = fields.text(field).strip();
        return !value.isEmpty()
                && to.tell(new Identity(NAME, new Subject(owner, ""), Attribute.SOFTWARE, value, "ssh banner", 4));
    }
}
