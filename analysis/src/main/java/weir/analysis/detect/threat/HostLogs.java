// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Table;
import weir.model.Address;
import weir.model.HostEvent;
import weir.model.Observation;
import weir.model.Severity;
import weir.model.Subject;

/** What hosts tell of themselves in their logs: media, cleared logs, protection turned off, accounts, programs. */
public final class HostLogs implements Detector {

    private static final Detection MEDIA = Detection.of("IT-14");
    private static final Detection LOGS = Detection.of("IT-15");
    private static final Detection ACCOUNT = Detection.of("IT-16");
    private static final Detection PROCESS = Detection.of("IT-17");

    /** A longer command line is judged by its beginning. */
    private static final int LONGEST = 4096;

    private record Sign(Pattern pattern, String name, Severity severity, List<String> techniques) {}

    private final List<Sign> programs = new ArrayList<>();
    private final List<Sign> protection = new ArrayList<>();

    public HostLogs() {
        for (String[] cells : Table.rows("processes.tsv")) {
            Sign sign = new Sign(
                    Pattern.compile(cells[1], Pattern.CASE_INSENSITIVE),
                    cells[2],
                    Severity.valueOf(cells[3]),
                    List.of(cells[4].split(" ")));
            (cells[0].equals("service") ? protection : programs).add(sign);
        }
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(MEDIA, LOGS, ACCOUNT, PROCESS);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.LOGS);
    }

    @Override
    public void log(Moment now, Observation record) {
        if (!(record instanceof HostEvent event) || now.stage() == Stage.LEARNING) {
            return;
        }
        switch (event.kind()) {
            case MEDIA_ATTACHED -> tell(now, event, MEDIA, "Medium attached to " + event.host(), Severity.MEDIUM);
            case LOG_CLEARED -> tell(now, event, LOGS, "Log cleared on " + event.host(), Severity.HIGH);
            case PROTECTION_OFF -> tell(now, event, LOGS, "Protection turned off on " + event.host(), Severity.HIGH);
            case AUDIT_POLICY_CHANGED ->
                tell(now, event, LOGS, "Audit policy changed on " + event.host(), Severity.MEDIUM);
            case ACCOUNT_CREATED -> tell(now, event, ACCOUNT, "Account created on " + event.host(), Severity.MEDIUM);
            case GROUP_CHANGED ->
                tell(now, event, ACCOUNT, "Members of a group changed on " + event.host(), Severity.MEDIUM);
            case PROCESS_STARTED, SCRIPT_RUN, SERVICE_INSTALLED, TASK_CREATED -> program(now, event);
            case SERVICE_STOPPED -> stopped(now, event);
            case FILE_CHANGED, CONFIGURATION_CHANGED -> {}
        }
    }

    private void stopped(Moment now, HostEvent event) {
        for (Sign sign : protection) {
            if (sign.pattern.matcher(cut(event.object())).find()) {
                tell(now, event, LOGS, "Protection stopped on " + event.host() + ": " + sign.name, sign.severity)
                        .techniques(sign.techniques);
                return;
            }
        }
    }

    private void program(Moment now, HostEvent event) {
        for (Sign sign : programs) {
            if (sign.pattern.matcher(cut(event.object())).find()) {
                tell(now, event, PROCESS, "Suspicious program on " + event.host() + ": " + sign.name, sign.severity)
                        .techniques(sign.techniques);
                return;
            }
        }
    }

    private static Claim tell(Moment now, HostEvent event, Detection detection, String title, Severity severity) {
        Address host = now.at().source();
        Claim claim = now.claim(detection, host, new Subject(host, event.host()), title);
        if (claim.isNew()) {
            claim.title(title)
                    .severity(severity)
                    .confidence(0.7)
                    .expected("hosts of a plant seldom change, and by known people")
                    .seen("the log of " + event.host()
                            + (event.account().isEmpty() ? "" : " names " + event.account()));
        }
        return event.object().isEmpty() ? claim : claim.item(cut(event.object()));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
