// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.across;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import weir.analysis.detect.Detection;
import weir.model.Address;
import weir.model.Finding;

/** Adds to findings what they mean together. A pure function of the findings: the same give the same. */
public final class Correlation {

    private final List<Rule> rules;

    /** One way in which findings mean more together. */
    interface Rule {
        Set<Detection> detections();

        /** What it adds, given all findings in order of their start. */
        List<Finding> judge(List<Finding> findings);
    }

    /** @param safety addresses of devices that belong to the safety system */
    public Correlation(Set<Address> safety) {
        rules = List.of(
                new HostThenControl(),
                new PivotChain(),
                new SameDeedManyTimes(),
                new LossOfControl(),
                new SafetyTouched(safety),
                new UnexplainedDrift(),
                new TacticProgress());
    }

    /** Rows of the catalogue that these rules answer for. */
    public static Set<Detection> detections() {
        Set<Detection> all = new HashSet<>();
        new Correlation(Set.of()).rules.forEach(r -> all.addAll(r.detections()));
        return all;
    }

    /** The findings and what they mean together, in order of their start. */
    public List<Finding> with(List<Finding> findings) {
        List<Finding> inOrder = new ArrayList<>(findings);
        inOrder.sort(Finding.BY_TIME);
        List<Finding> all = new ArrayList<>(inOrder);
        rules.forEach(rule -> all.addAll(rule.judge(inOrder)));
        all.sort(Finding.BY_TIME);
        return all;
    }
}
