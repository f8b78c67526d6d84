// SPDX-License-Identifier: Apache-2.0
package weir.analysis.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Incident;
import weir.model.Severity;

/** Tells findings as one incident. */
final class Story {

    /** Findings told in full; the others are counted. */
    private static final int MOST_SENTENCES = 12;

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final long SECOND = 1_000_000_000L;

    private Story() {}

    static Incident of(List<Finding> found) {
        List<Finding> findings = new ArrayList<>(found);
        findings.sort(Finding.BY_TIME);
        Finding main = findings.stream()
                .max(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::confidence)
                        .thenComparing(f -> -f.start()))
                .orElseThrow();
        List<String> techniques = findings.stream()
                .flatMap(f -> f.techniques().stream())
                .distinct()
                .toList();
        List<Finding> weighty = findings.stream()
                .filter(f -> f.severity().compareTo(Severity.MEDIUM) >= 0)
                .toList();
        long start = weighty.stream().mapToLong(Finding::start).min().orElse(0);
        long end = weighty.stream().mapToLong(Finding::end).max().orElse(0);
        return new Incident(
                "I-" + findings.getFirst().id().substring(2),
                title(main, findings),
                story(findings),
                severity(findings, techniques),
                1 - findings.stream().mapToDouble(f -> 1 - f.confidence()).reduce(1, (a, b) -> a * b),
                Tactics.furthest(techniques),
                Impact.of(findings),
                start,
                end,
                assets(findings),
                findings);
    }

    /** The highest of them; one more where an attack comes through several tactics to one that does harm. */
    private static Severity severity(List<Finding> findings, List<String> techniques) {
        Severity highest = findings.stream()
                .map(Finding::severity)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean chain = Tactics.different(techniques).size() >= 3
                && findings.stream()
                                .filter(f -> f.severity().compareTo(Severity.MEDIUM) >= 0)
                                .count()
                        >= 3;
        return chain && highest == Severity.HIGH ? Severity.CRITICAL : highest;
    }

    private static String title(Finding main, List<Finding> findings) {
        String who = main.source().kind() == Address.Kind.NONE
                        || main.title().contains(main.source().toString())
                ? ""
                : " by " + main.source();
        long others = findings.stream()
                .filter(f -> f.severity().compareTo(Severity.MEDIUM) >= 0)
                .map(Finding::title)
                .distinct()
                .count();
        return main.title() + who + (others > 1 ? ", and " + (others - 1) + " more" : "");
    }

    private static String story(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        int told = 0;
        for (Finding finding : findings) {
            if (told == MOST_SENTENCES) {
                text.append(" And ").append(findings.size() - told).append(" more findings.");
                break;
            }
            told++;
            text.append(text.isEmpty() ? "" : " ")
                    .append("At ")
                    .append(CLOCK.format(Instant.ofEpochSecond(finding.start() / SECOND)))
                    .append(": ")
                    .append(finding.title())
                    .append(" (")
                    .append(finding.seen())
                    .append(").");
        }
        return text.toString();
    }

    /** Those that acted first, then those that were acted upon. */
    private static List<Address> assets(List<Finding> findings) {
        Set<Address> assets = new LinkedHashSet<>();
        findings.forEach(f -> assets.add(f.source()));
        findings.forEach(f -> assets.add(f.target().address()));
        assets.removeIf(a -> a.kind() == Address.Kind.NONE);
        return List.copyOf(assets);
    }
}
