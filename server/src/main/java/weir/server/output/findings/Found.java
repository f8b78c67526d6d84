// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.util.List;
import java.util.stream.Stream;
import weir.model.Finding;
import weir.model.Incident;

/** What an analysis found. */
public record Found(List<Finding> findings, List<Incident> incidents) {

    public Found {
        findings = List.copyOf(findings);
        incidents = List.copyOf(incidents);
    }

    /** All of it, findings first: who reads of an incident has had its findings. */
    Stream<Claim> claims() {
        return Stream.concat(
                findings.stream().map(Claim::of), incidents.stream().map(Claim::of));
    }
}
