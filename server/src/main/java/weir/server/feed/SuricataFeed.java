// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.Map;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Contact;
import weir.model.Severity;
import weir.model.Subject;
import weir.model.Transfer;
import weir.server.feed.LogEntry.Carried;
import weir.wire.Likeness;

/** EVE JSON of Suricata: alerts, flows, files, anomalies, SSH (Suricata User Guide, "Eve JSON Format"). */
final class SuricataFeed implements Feed {

    private final LogTimes times;

    SuricataFeed(LogOptions options) {
        times = new LogTimes(options);
    }

    @Override
    public String name() {
        return "suricata";
    }

    @Override
    public Likeness likeness(String line) {
        return line.startsWith("{") && line.contains("\"event_type\"") ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public void read(String line, LogEntry to) {
        Map<String, String> v = FlatJson.of(line);
        if (v.isEmpty()) {
            to.strange("suricata, broken line");
            return;
        }
        to.time(times.of(v.getOrDefault("timestamp", "")));
        Ends ends = Ends.of(
                value(v, "proto"),
                value(v, "src_ip"),
                value(v, "src_port"),
                value(v, "dest_ip"),
                value(v, "dest_port"));
        to.between(ends);
        switch (value(v, "event_type")) {
            case "alert" -> alert(v, to);
            case "anomaly" -> to.alert(name(), value(v, "anomaly.event"), value(v, "anomaly.type"), Severity.INFO, "");
            case "flow" -> flow(v, to);
            case "fileinfo" -> file(v, ends, to);
            case "ssh" -> ssh(v, ends, to);
            default -> to.strange("suricata " + value(v, "event_type"));
        }
    }

    private void alert(Map<String, String> v, LogEntry to) {
        Severity severity = switch (value(v, "alert.severity")) {
            case "1" -> Severity.HIGH;
            case "2" -> Severity.MEDIUM;
            case "3" -> Severity.LOW;
            default -> Severity.INFO;
        };
        to.alert(name(), value(v, "alert.signature_id"), value(v, "alert.signature"), severity, "");
    }

    private void flow(Map<String, String> v, LogEntry to) {
        long from = times.of(value(v, "flow.start"));
        long until = times.of(value(v, "flow.end"));
        Carried carried = new Carried(
                count(v, "flow.pkts_toserver"), count(v, "flow.bytes_toserver"),
                count(v, "flow.pkts_toclient"), count(v, "flow.bytes_toclient"));
        to.time(until);
        boolean timed = from != LogTimes.NONE && until != LogTimes.NONE && until > from;
        String protocol = value(v, "app_proto");
        to.contact(protocol.equals("failed") ? "" : protocol, Contact.State.CLOSED, carried, timed ? until - from : 0);
    }

    /** The packet that ends a file that is fetched comes from the server; one that is put there goes to it. */
    private void file(Map<String, String> v, Ends ends, LogEntry to) {
        String method = value(v, "http.http_method");
        boolean into = method.equals("POST") || method.equals("PUT");
        Address holder = into ? ends.destination() : ends.source();
        Transfer.State state =
                value(v, "fileinfo.state").equals("CLOSED") ? Transfer.State.COMPLETE : Transfer.State.BROKEN;
        Transfer.Way way = into ? Transfer.Way.INTO_DEVICE : Transfer.Way.OUT_OF_DEVICE;
        to.transfer(
                name(),
                new Subject(holder, ""),
                value(v, "fileinfo.filename"),
                way,
                state,
                value(v, "fileinfo.sha256"),
                count(v, "fileinfo.size"));
    }

    private void ssh(Map<String, String> v, Ends ends, LogEntry to) {
        String software = value(v, "ssh.server.software_version");
        if (!to.known(name(), ends.destination(), Attribute.SOFTWARE, software, 5)) {
            to.nothing();
        }
    }

    private static long count(Map<String, String> v, String key) {
        return Texts.count(value(v, key));
    }

    private static String value(Map<String, String> v, String key) {
        return v.getOrDefault(key, "");
    }
}
