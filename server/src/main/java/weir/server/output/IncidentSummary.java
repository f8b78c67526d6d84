// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import weir.analysis.detect.Stage;
import weir.model.Finding;
import weir.model.Incident;

/** The incidents that fit a screen, the weightiest first. */
public final class IncidentSummary {

    private static final int MOST = 8;

    private final List<Incident> incidents;
    private final List<Finding> findings;
    private final Stage stage;

    public IncidentSummary(List<Incident> incidents, List<Finding> findings, Stage stage) {
        this.incidents = incidents;
        this.findings = findings;
        this.stage = stage;
    }

    public void print(PrintWriter out) {
        out.println();
        out.println("  " + incidents.size() + (incidents.size() == 1 ? " incident" : " incidents") + " of "
                + findings.size() + (findings.size() == 1 ? " finding" : " findings") + known());
        incidents.stream()
                .sorted(Comparator.comparing(Incident::severity).reversed().thenComparing(Incident::start))
                .limit(MOST)
                .forEach(i -> out.println("    " + i.severity().label() + "  " + i.title() + " (packets "
                        + i.firstPacket() + " to " + i.lastPacket() + ")"));
        if (incidents.size() > MOST) {
            out.println("    and " + (incidents.size() - MOST) + " more");
        }
        out.flush();
    }

    private String known() {
        return stage == Stage.JUDGING
                ? ""
                : "; judged by rules and roles only: what is normal is not known yet, give --baseline";
    }
}
