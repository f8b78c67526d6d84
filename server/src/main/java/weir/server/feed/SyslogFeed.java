// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import weir.wire.Likeness;

/** Syslog (RFC 3164, RFC 5424), and within it what the programs, firewalls and formats that are known write. */
final class SyslogFeed implements Feed {

    /** {@code %ASA-6-302013: text}; the Firepower that runs the same code calls itself FTD. */
    private static final Pattern ASA = Pattern.compile("%(?:ASA|FTD)-(?:\\w+-)?\\d-(\\d{6}): (.*)");

    private static final Sentences ASA_SENTENCES = new Sentences("asa", "asa");
    private static final Sentences PROGRAMS = new Sentences("syslog", "programs");

    private static final String CEE = "@cee:";

    private final LogTimes times;
    private final List<Feed> within;

    /** @param within formats that a message may have as a whole: JSON, XML */
    SyslogFeed(LogOptions options, List<Feed> within) {
        this.within = within;
        times = new LogTimes(options);
    }

    @Override
    public String name() {
        return "syslog";
    }

    @Override
    public Likeness likeness(String line) {
        if (SyslogMessage.priority(line) > 0 || line.contains("%ASA-") || isDeviceEvent(line) || FortiGate.is(line)) {
            return Likeness.SURE;
        }
        char first = line.isEmpty() ? 0 : line.charAt(0);
        boolean dated = (first >= 'A' && first <= 'S') || first == '1' || first == '2';
        boolean opened = dated
                && new LogTimes(new LogOptions(2000, java.time.ZoneOffset.UTC))
                                .begins(line)
                                .length()
                        > 0;
        return opened ? Likeness.MAYBE : Likeness.NO;
    }

    @Override
    public void read(String line, LogEntry to) {
        SyslogMessage message = SyslogMessage.of(line, times).relayed(times);
        to.time(message.time());
        if (isDeviceEvent(message.text())) {
            deviceEvent(message, to);
            return;
        }
        String record = record(message.text());
        Feed packed = record.isEmpty() ? null : feed(record);
        if (packed != null) {
            packed.read(record, to);
            return;
        }
        Matcher cisco = ASA.matcher(message.text());
        if (cisco.find()) {
            if (!ASA_SENTENCES.read(cisco.group(1), cisco.group(2), message.host(), to)) {
                to.strange("asa " + cisco.group(1));
            }
            return;
        }
        if (FortiGate.is(message.text())) {
            FortiGate.read(message.text(), times, to);
        } else if (message.program().equals("filterlog")) {
            FilterLog.read(message.text(), to);
        } else if (NetfilterLog.is(message.text())) {
            NetfilterLog.read(message.text(), to);
        } else {
            program(message, to);
        }
    }

    /** The message where it is a record, else "". */
    private static String record(String text) {
        String bare = text.startsWith(CEE) ? text.substring(CEE.length()).strip() : text;
        return bare.startsWith("{") || bare.startsWith("<Event ") ? bare : "";
    }

    private @Nullable Feed feed(String record) {
        for (Feed feed : within) {
            if (feed.likeness(record) == Likeness.SURE) {
                return feed;
            }
        }
        return null;
    }

    /** At the start only: further on somebody else's words may stand, such as the name in a login that failed. */
    private static boolean isDeviceEvent(String text) {
        return CefText.is(text) || LeefText.is(text);
    }

    private void deviceEvent(SyslogMessage message, LogEntry to) {
        boolean cef = CefText.is(message.text());
        DeviceEvent event = cef ? CefText.of(message.text()) : LeefText.of(message.text());
        if (event == null) {
            to.strange(cef ? "cef, broken head" : "leef, broken head");
        } else {
            event.tell(message.host(), times, to);
        }
    }

    private void program(SyslogMessage message, LogEntry to) {
        String program = message.program().startsWith("sshd") ? "sshd" : message.program();
        if (!PROGRAMS.read(program, message.text(), message.host(), to)) {
            boolean known = PROGRAMS.has(program);
            to.strange(
                    "syslog " + (program.isEmpty() ? "without program" : known ? program + ", other text" : program));
        }
    }
}
