// SPDX-License-Identifier: Apache-2.0
package weir.analysis;

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

    public static Verdict of(Watch watch, ChangePlan plan) {
        List<Finding> judged = plan.judge(watch.findings());
        List<Finding> all = new Correlation(watch.safetyDevices()).with(judged);
        return new Verdict(all, new Casebook(watch.aliases()).incidents(all));
    }
}
