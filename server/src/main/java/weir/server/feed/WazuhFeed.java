// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.Map;
import weir.model.Outcome;
import weir.model.Severity;
import weir.wire.Likeness;

/** The alerts of Wazuh as JSON lines ({@code alerts.json}); those that tell of a login become one too. */
final class WazuhFeed implements Feed {

    private final LogTimes times;

    WazuhFeed(LogOptions options) {
        times = new LogTimes(options);
    }

    @Override
    public String name() {
        return "wazuh";
    }

    @Override
    public Likeness likeness(String line) {
        boolean named = line.startsWith("{") && line.contains("\"rule\"") && line.contains("\"agent\"");
        return named && line.contains("\"level\"") ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public void read(String line, LogEntry to) {
        Map<String, String> v = FlatJson.of(line);
        if (!v.containsKey("rule.id")) {
            to.strange("wazuh, broken line");
            return;
        }
        String host = v.getOrDefault("agent.name", "");
        String agent = v.getOrDefault("agent.ip", "");
        to.time(times.of(v.getOrDefault("timestamp", "")));
        to.between(Ends.of(
                v.getOrDefault("data.protocol", ""),
                v.getOrDefault("data.srcip", ""),
                v.getOrDefault("data.srcport", ""),
                v.getOrDefault("data.dstip", agent),
                v.getOrDefault("data.dstport", "")));
        to.named(name(), Ends.address(agent), host);
        to.alert(name(), v.get("rule.id"), v.getOrDefault("rule.description", ""), severity(v), host);
        String groups = v.getOrDefault("rule.groups[]", "");
        String user = v.getOrDefault("data.dstuser", v.getOrDefault("data.srcuser", ""));
        String device = agent.isEmpty() ? host : agent;
        if (groups.contains("authentication_success")) {
            to.login(name(), device, user, Outcome.DONE);
        } else if (groups.contains("authentication_failed") || groups.contains("invalid_login")) {
            to.login(name(), device, user, LogEntry.refused(""));
        }
    }

    /** Levels 0 to 16 (Wazuh documentation, "Rules classification"). */
    private static Severity severity(Map<String, String> v) {
        long level = Texts.number(v.getOrDefault("rule.level", ""), 16);
        if (level >= 15) {
            return Severity.CRITICAL;
        }
        if (level >= 12) {
            return Severity.HIGH;
        }
        return level >= 7 ? Severity.MEDIUM : level >= 4 ? Severity.LOW : Severity.INFO;
    }
}
