// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.Map;
import java.util.regex.Matcher;
import weir.model.Contact;
import weir.model.HostEvent;
import weir.model.Outcome;
import weir.model.Severity;
import weir.server.feed.LogEntry.Carried;

/** A sentence that was recognised, with the words that stood in its gaps. */
final class Said {

    private final String feed;
    private final String host;
    private final String key;
    private final String text;
    private final Matcher words;
    private final Map<String, Integer> groups;

    Said(String feed, String host, String key, String text, Matcher words) {
        this.feed = feed;
        this.host = host;
        this.key = key;
        this.text = text;
        this.words = words;
        this.groups = words.namedGroups();
    }

    void tell(Meaning meaning, LogEntry to) {
        Ends ends = Ends.of(word("proto"), word("from"), word("fromPort"), word("to"), word("toPort"));
        to.between(ends);
        switch (meaning) {
            case ALLOWED -> to.ruling(feed, true, word("rule"));
            case DENIED -> to.ruling(feed, false, word("rule"));
            case LOGIN_DONE -> to.login(feed, device(), word("user"), Outcome.DONE);
            case LOGIN_REFUSED -> to.login(feed, device(), word("user"), LogEntry.refused(word("why")));
            case LOGIN_OPEN -> to.login(feed, device(), word("user"), Outcome.OPEN);
            case FLOW_OPENED -> to.contact("", Contact.State.OPENED, Carried.NOTHING, 0);
            case FLOW_CLOSED -> closed(to);
            case EITHER_FLOW_CLOSED -> closed(to.between(ends.asked()));
            case ALERT -> to.alert(feed, key, text, severity(), host);
            case PROCESS_STARTED -> event(HostEvent.Kind.PROCESS_STARTED, to);
            case SCRIPT_RUN -> event(HostEvent.Kind.SCRIPT_RUN, to);
            case SERVICE_INSTALLED -> event(HostEvent.Kind.SERVICE_INSTALLED, to);
            case SERVICE_STOPPED -> event(HostEvent.Kind.SERVICE_STOPPED, to);
            case TASK_CREATED -> event(HostEvent.Kind.TASK_CREATED, to);
            case LOG_CLEARED -> event(HostEvent.Kind.LOG_CLEARED, to);
            case PROTECTION_OFF -> event(HostEvent.Kind.PROTECTION_OFF, to);
            case AUDIT_POLICY_CHANGED -> event(HostEvent.Kind.AUDIT_POLICY_CHANGED, to);
            case MEDIA_ATTACHED -> event(HostEvent.Kind.MEDIA_ATTACHED, to);
            case ACCOUNT_CREATED -> event(HostEvent.Kind.ACCOUNT_CREATED, to);
            case GROUP_CHANGED -> event(HostEvent.Kind.GROUP_CHANGED, to);
            case FILE_CHANGED -> event(HostEvent.Kind.FILE_CHANGED, to);
            case CONFIGURATION_CHANGED -> event(HostEvent.Kind.CONFIGURATION_CHANGED, to);
            case NOTHING -> to.nothing();
        }
    }

    private void event(HostEvent.Kind kind, LogEntry to) {
        to.event(feed, kind, host, word("user"), word("object"));
    }

    /** Only the sum of both directions is told by some: it stands as what came back, which is most of it. */
    private void closed(LogEntry to) {
        to.contact("", Contact.State.CLOSED, new Carried(0, 0, 0, Texts.count(word("bytes"))), clock(word("duration")));
    }

    /** {@code h:mm:ss} in nanoseconds. */
    static long clock(String text) {
        long seconds = 0;
        for (String part : text.split(":", 4)) {
            seconds = seconds * 60 + Texts.number(part, 100_000);
        }
        return seconds * LogTimes.SECOND;
    }

    /** Who was logged in to: the host that wrote the line, unless the line names another. */
    private String device() {
        String named = word("host");
        return named.isEmpty() ? host : named;
    }

    private Severity severity() {
        return switch (word("level")) {
            case "0", "1" -> Severity.CRITICAL;
            case "2" -> Severity.HIGH;
            case "5", "6", "7" -> Severity.LOW;
            default -> Severity.MEDIUM;
        };
    }

    private String word(String name) {
        if (!groups.containsKey(name)) {
            return "";
        }
        String word = words.group(name);
        return word == null ? "" : word;
    }
}
