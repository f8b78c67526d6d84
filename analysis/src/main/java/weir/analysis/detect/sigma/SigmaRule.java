// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import java.util.List;
import weir.model.Severity;

/**
 * A Sigma rule that can be judged here.
 *
 * @param id as its writer gave it, or its title
 * @param techniques ids of MITRE ATT&CK: {@code T0855}, {@code T1021.001}
 * @param benignIf what its writer knows to be harmless, or ""
 */
public record SigmaRule(
        String id,
        String title,
        Severity severity,
        List<String> techniques,
        String benignIf,
        Logsource logsource,
        Condition condition) {

    public SigmaRule {
        techniques = List.copyOf(techniques);
    }
}
