// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.across;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import weir.analysis.detect.Detection;
import weir.analysis.detect.FindingId;
import weir.model.Finding;
import weir.model.Severity;

/** Makes a finding of findings, and says which kinds there are. */
final class Together {

    /** Deeds that change what a controller is or does, or what the process does. */
    static final Set<String> CONTROL =
            Set.of("PR-01", "PR-02", "PR-04", "PR-05", "PR-06", "PR-07", "PR-08", "PR-10", "PR-14", "PR-15", "BL-05");

    static final long HOUR = 3600 * 1_000_000_000L;

    private Together() {}

    static boolean matters(Finding finding) {
        return finding.severity().compareTo(Severity.MEDIUM) >= 0;
    }

    /** What attackers do to hosts and networks; a flood of requests may be a master that went wrong. */
    static boolean isThreat(Finding finding) {
        return finding.detector().startsWith("IT-") && !finding.detector().equals("IT-18");
    }

    static boolean isControl(Finding finding) {
        return CONTROL.contains(finding.detector());
    }

    /** One finding that stands for these, in order of their start: who did the last of them, to whom. */
    static Finding of(
            Detection detection,
            String title,
            Severity severity,
            double confidence,
            String expected,
            List<Finding> of) {
        return of(detection, title, severity, confidence, expected, of, of);
    }

    /** The same, at the time of the last of them: steps may be far apart, and each has its own incident. */
    static Finding atLast(
            Detection detection,
            String title,
            Severity severity,
            double confidence,
            String expected,
            List<Finding> of) {
        return of(detection, title, severity, confidence, expected, of, List.of(of.getLast()));
    }

    private static Finding of(
            Detection detection,
            String title,
            Severity severity,
            double confidence,
            String expected,
            List<Finding> of,
            List<Finding> when) {
        Finding first = of.getFirst();
        Finding last = of.getLast();
        List<String> techniques = Stream.concat(
                        detection.techniques().stream(), of.stream().flatMap(f -> f.techniques().stream()))
                .distinct()
                .toList();
        long end = when.stream().mapToLong(Finding::end).max().orElse(0);
        return new Finding(
                FindingId.of(
                        detection.id(), last.source(), last.target(), first.id(), last.start(), last.firstPacket()),
                detection.id(),
                title,
                severity,
                confidence,
                last.source(),
                last.target(),
                "",
                when.getFirst().start(),
                end,
                when.stream().mapToLong(Finding::firstPacket).min().orElse(0),
                when.stream().mapToLong(Finding::lastPacket).max().orElse(0),
                of.size(),
                expected,
                String.join(
                        "; then ",
                        of.stream().map(Finding::title).distinct().limit(8).toList()),
                detection.benignIf(),
                techniques);
    }
}
