// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.Locale;
import java.util.Map;
import weir.model.Address;
import weir.model.Outcome;
import weir.model.Severity;

/**
 * What a device says in a format that all devices may use: a login, a ruling of a firewall, or else an alert.
 *
 * @param format {@code cef} or {@code leef}
 * @param id of the kind of event
 * @param name of the kind of event, or ""
 * @param grade its severity, as written
 * @param fields at most {@link #MOST_FIELDS}
 */
record DeviceEvent(
        String format,
        String vendor,
        String product,
        String id,
        String name,
        String grade,
        Map<String, String> fields) {

    static final int MOST_FIELDS = 256;

    /** @param host that the envelope names, or "" */
    void tell(String host, LogTimes times, LogEntry to) {
        to.time(times.of(of(EventField.TIME)));
        to.between(Ends.of(
                of(EventField.TRANSPORT),
                of(EventField.SOURCE),
                of(EventField.SOURCE_PORT),
                of(EventField.DESTINATION),
                of(EventField.DESTINATION_PORT)));
        names(to);
        String about = EventWords.of(id + ' ' + name + ' ' + of(EventField.CATEGORY) + ' ' + of(EventField.ACTION));
        boolean threat = EventWords.THREAT.in(about);
        if (EventWords.LOGOFF.in(about)) {
            to.nothing();
        } else if (threat || !login(about, host, to)) {
            firewall(threat, host, to);
        }
    }

    private String of(EventField field) {
        return field.in(fields);
    }

    private void names(LogEntry to) {
        name(EventField.DEVICE, EventField.DEVICE_NAME, to);
        name(EventField.SOURCE, EventField.SOURCE_NAME, to);
        name(EventField.DESTINATION, EventField.DESTINATION_NAME, to);
    }

    private void name(EventField address, EventField name, LogEntry to) {
        String text = of(name);
        if (!text.isEmpty() && Ends.address(text).equals(Address.NONE)) {
            to.named(feed(), Ends.address(of(address)), text);
        }
    }

    /** The line names the product, which says more than the format. */
    private String feed() {
        String named = Texts.name(product.isEmpty() ? vendor : product).toLowerCase(Locale.ROOT);
        return named.isEmpty() ? format : named;
    }

    /** False where it speaks of no login, or of one without a person and without an end. */
    private boolean login(String about, String host, LogEntry to) {
        Outcome outcome = outcome();
        String user = of(EventField.USER);
        if (!EventWords.LOGIN.in(about) || (user.isEmpty() && outcome.equals(Outcome.OPEN))) {
            return false;
        }
        to.login(feed(), device(host), user, outcome);
        return true;
    }

    private Outcome outcome() {
        String[] says = {of(EventField.OUTCOME), of(EventField.ACTION), of(EventField.CATEGORY), name, id};
        for (String text : says) {
            String words = EventWords.of(text);
            if (EventWords.REFUSED.in(words)) {
                return LogEntry.refused(of(EventField.REASON));
            }
            if (EventWords.DONE.in(words)) {
                return Outcome.DONE;
            }
        }
        return Outcome.OPEN;
    }

    /** What was logged in to: the other end, or the device that tells of it. */
    private String device(String host) {
        EventField[] most = {
            EventField.DESTINATION, EventField.DESTINATION_NAME, EventField.DEVICE, EventField.DEVICE_NAME
        };
        for (EventField field : most) {
            if (!of(field).isEmpty()) {
                return of(field);
            }
        }
        return host;
    }

    /** A threat that was let through or held up is both, a ruling and an alert; so is what the device grades high. */
    private void firewall(boolean threat, String host, LogEntry to) {
        String action = EventWords.of(of(EventField.ACTION));
        boolean denied = EventWords.DENIED.in(action);
        boolean ruling = denied || EventWords.ALLOWED.in(action);
        if (ruling) {
            to.ruling(feed(), !denied, rule());
        }
        Severity severity = severity();
        if (!ruling || threat || severity.compareTo(Severity.HIGH) >= 0) {
            to.alert(feed(), id, text(), severity, alerted(host));
        }
    }

    /** Named by the device itself, or in one of the fields that have a label. */
    private String rule() {
        for (int i = 1; i <= 6; i++) {
            String label = fields.getOrDefault("cs" + i + "Label", "").toLowerCase(Locale.ROOT);
            if (label.startsWith("rule") || label.startsWith("policy")) {
                return fields.getOrDefault("cs" + i, "");
            }
        }
        return of(EventField.RULE);
    }

    private String text() {
        String first = name.isEmpty() ? of(EventField.CATEGORY) : name;
        return (first + ' ' + of(EventField.TEXT)).strip();
    }

    private String alerted(String host) {
        String named = of(EventField.DESTINATION_NAME);
        return named.isEmpty() ? host : named;
    }

    /** 0 to 10, or a word; what is not graded is low. */
    private Severity severity() {
        if (!grade.isEmpty() && grade.length() <= 2 && grade.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return severity(Integer.parseInt(grade));
        }
        String words = EventWords.of(grade);
        if (EventWords.CRITICAL.in(words)) {
            return Severity.CRITICAL;
        } else if (EventWords.HIGH.in(words)) {
            return Severity.HIGH;
        } else if (EventWords.MEDIUM.in(words)) {
            return Severity.MEDIUM;
        }
        return EventWords.INFO.in(words) ? Severity.INFO : Severity.LOW;
    }

    private static Severity severity(int grade) {
        if (grade >= 9) {
            return Severity.CRITICAL;
        } else if (grade >= 7) {
            return Severity.HIGH;
        } else if (grade >= 4) {
            return Severity.MEDIUM;
        }
        return grade >= 1 ? Severity.LOW : Severity.INFO;
    }
}
