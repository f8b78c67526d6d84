// SPDX-License-Identifier: Apache-2.0
package weir.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Findings that belong together, told as one story.
 *
 * @param id stable for the same input: {@code I-} and twelve hexadecimal digits
 * @param title what happened, in a few words
 * @param story what happened, in order, in plain sentences
 * @param severity the highest of its findings, or more when they add up
 * @param confidence 0 to 1
 * @param phase the furthest tactic of ATT&CK for ICS that it reached: {@code Impair Process Control}
 * @param impact what it means for the operation, as far as that is known; or ""
 * @param start time of the first evidence, nanoseconds since the epoch
 * @param end time of the last
 * @param assets the devices, those that acted first
 * @param findings in order of their start
 */
public record Incident(
        String id,
        String title,
        String story,
        Severity severity,
        double confidence,
        String phase,
        String impact,
        long start,
        long end,
        List<Address> assets,
        List<Finding> findings) {

    public Incident {
        assets = List.copyOf(assets);
        findings = List.copyOf(findings);
    }

    public long firstPacket() {
        return findings.stream().mapToLong(Finding::firstPacket).min().orElse(0);
    }

    public long lastPacket() {
        return findings.stream().mapToLong(Finding::lastPacket).max().orElse(0);
    }

    /** Technique ids of all findings, each once, those of the weightiest findings first. */
    public List<String> techniques() {
        return byWeight().flatMap(f -> f.techniques().stream()).distinct().toList();
    }

    /** Ids of the detectors, each once, those of the weightiest findings first. */
    public List<String> detectors() {
        return byWeight().map(Finding::detector).distinct().toList();
    }

    /** The finding that says most about it. */
    public Finding weightiest() {
        return byWeight().findFirst().orElseThrow();
    }

    private Stream<Finding> byWeight() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .reversed()
                        .thenComparing(f -> -f.confidence())
                        .thenComparing(Finding::start));
    }
}
