// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.Map;
import weir.model.Contact;
import weir.model.HostEvent;
import weir.model.Outcome;
import weir.model.Severity;
import weir.server.feed.LogEntry.Carried;

/** Lines of a FortiGate: {@code date=2026-11-23 time=07:04:46 devname="fw" type="traffic" ...} (FortiOS Log Reference). */
final class FortiGate {

    private final Map<String, String> values;
    private final LogEntry to;

    private FortiGate(Map<String, String> values, LogEntry to) {
        this.values = values;
        this.to = to;
    }

    static boolean is(String text) {
        return text.contains("logid=") && text.contains("type=") && text.contains("devname=");
    }

    static void read(String text, LogTimes times, LogEntry to) {
        FortiGate line = new FortiGate(KeyValues.of(text), to);
        to.time(line.time(times));
        to.between(Ends.of(
                line.value("proto"),
                line.value("srcip"),
                line.value("srcport"),
                line.value("dstip"),
                line.value("dstport")));
        switch (line.value("type")) {
            case "traffic" -> line.traffic();
            case "utm", "ips", "anomaly" -> line.alert();
            case "event" -> line.event();
            default -> to.strange("fortigate type " + line.value("type"));
        }
    }

    private long time(LogTimes times) {
        return times.of(value("date") + " " + value("time") + value("tz"));
    }

    private void traffic() {
        switch (value("action")) {
            case "accept", "start" -> to.ruling("fortigate", true, value("policyid"));
            case "deny", "block", "blocked", "violation" -> to.ruling("fortigate", false, value("policyid"));
            case "close", "timeout", "client-rst", "server-rst", "ip-conn", "dns" -> {
                to.ruling("fortigate", true, value("policyid"));
                Carried carried = new Carried(count("sentpkt"), count("sentbyte"), count("rcvdpkt"), count("rcvdbyte"));
                to.contact("", Contact.State.CLOSED, carried, LogTimes.duration(value("duration")));
            }
            default -> to.strange("fortigate action " + value("action"));
        }
    }

    private void alert() {
        String rule = first("attackid", "virusid", "eventtype", "logid");
        String text = first("attack", "virus", "msg", "logdesc");
        to.alert("fortigate", rule, text, severity(first("severity", "crlevel", "level")), value("devname"));
    }

    private void event() {
        String action = value("action");
        boolean proof = action.equals("login") || action.startsWith("ssl-login") || action.startsWith("tunnel-up");
        if (proof) {
            to.between(Ends.from(first("srcip", "remip"), ""));
            boolean refused = value("status").startsWith("fail") || action.endsWith("fail");
            Outcome outcome = refused ? LogEntry.refused(value("reason")) : Outcome.DONE;
            to.login("fortigate", value("devname"), value("user"), outcome);
        } else if (!value("cfgpath").isEmpty()) {
            String object = value("cfgpath") + " " + value("cfgobj") + " " + value("cfgattr");
            to.event("fortigate", HostEvent.Kind.CONFIGURATION_CHANGED, value("devname"), value("user"), object);
        } else {
            to.strange("fortigate event " + value("subtype"));
        }
    }

    static Severity severity(String word) {
        return switch (word) {
            case "critical", "emergency" -> Severity.CRITICAL;
            case "high", "alert" -> Severity.HIGH;
            case "medium", "warning", "error" -> Severity.MEDIUM;
            case "low", "notice" -> Severity.LOW;
            default -> Severity.INFO;
        };
    }

    private String first(String... keys) {
        for (String key : keys) {
            if (!value(key).isEmpty()) {
                return value(key);
            }
        }
        return "";
    }

    private long count(String key) {
        return Texts.count(value(key));
    }

    private String value(String key) {
        return values.getOrDefault(key, "");
    }
}
