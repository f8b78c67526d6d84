// SPDX-License-Identifier: Apache-2.0
package weir.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import weir.analysis.detect.Watch;
import weir.analysis.detect.across.ChangePlan;
import weir.analysis.detect.across.Correlation;
import weir.analysis.incident.Casebook;
import weir.model.Finding;
import weir.model.Incident;

/**
 * What is to be said of all that was watched.
 *
 * @param findings in order of time, those of approved work as records
 * @param incidents in order of their start
 */
public record Verdict(List<Finding> findings, List<Incident> incidents) {

    /** The same with incidents that were made of the alerts of other products. */
    public Verdict with(List<Incident> others) {
        List<Finding> findings = new ArrayList<>(this.findings);
        others.forEach(i -> findings.addAll(i.findings()));
        findings.sort(Finding.BY_TIME);
        List<Incident> incidents = new ArrayList<>(this.incidents);
        incidents.addAll(others);
        incidents.sort(Comparator.comparingLong(Incident::start).thenComparing(Incident::id));
        return new Verdict(findings, incidents);
    }

    public static Verdict of(Watch watch, ChangePlan plan) {
        List<Finding> judged = plan.judge(watch.findings());
        List<Finding> all = new Correlation(watch.safetyDevices()).with(judged);
        return new Verdict(all, new Casebook(watch.aliases(), watch.masters()).incidents(all));
    }
}
