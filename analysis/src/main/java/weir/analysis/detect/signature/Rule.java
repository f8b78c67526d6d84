// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.signature;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import weir.model.Severity;
import weir.model.Sighting;

/**
 * A rule that others wrote.
 *
 * @param id generator, number and revision: {@code 1:2008066:4}
 * @param techniques ids of MITRE ATT&CK
 * @param header between whom, and which way
 * @param packets the packet has to look like something too, which an alert says
 * @param operation what an operation has to be; null for a rule that is judged on packets alone
 */
public record Rule(
        String id,
        String text,
        Severity severity,
        List<String> techniques,
        Predicate<Sighting> header,
        boolean packets,
        @Nullable OperationTest operation) {

    public Rule {
        techniques = List.copyOf(techniques);
    }
}
