// SPDX-License-Identifier: Apache-2.0
package weir.analysis.triage;

import weir.model.Alert;
import weir.model.Severity;

/** How often one rule fired in an episode, and how much that surprises. */
final class RuleCount {

    private final String rule;
    private final String text;
    private final long first;
    private Severity severity = Severity.INFO;
    private long count;
    private double surprise;
    private double usualEpisodes;
    private double usualShare;

    RuleCount(Alert alert, long first) {
        this.rule = alert.rule();
        this.text = alert.text().isEmpty() ? alert.rule() : alert.text();
        this.first = first;
    }

    /** Whether the count is one at which surprise is worth being worked out again: each power of two. */
    boolean add(Severity of) {
        severity = severity.or(of);
        count++;
        return Long.bitCount(count) == 1;
    }

    /** Judges it; returns by how much the surprise grew. */
    double judge(Usual usual, String host, long time) {
        double before = surprise;
        surprise = usual.surprise(rule, host, count, time) * weight();
        usualEpisodes = usual.episodes(rule, host, time);
        usualShare = usual.share(rule, time);
        return surprise - before;
    }

    /** What the maker of the rule thinks of it counts half as much as how usual it is. */
    private double weight() {
        return switch (severity) {
            case INFO -> 0.5;
            case LOW -> 0.75;
            case MEDIUM -> 1;
            case HIGH -> 1.25;
            case CRITICAL -> 1.5;
        };
    }

    String rule() {
        return rule;
    }

    String text() {
        return text;
    }

    long first() {
        return first;
    }

    Severity severity() {
        return severity;
    }

    long count() {
        return count;
    }

    double surprise() {
        return surprise;
    }

    /** In how many earlier episodes of the host it fired, as known when it was judged last. */
    double usualEpisodes() {
        return usualEpisodes;
    }

    /** In which share of the episodes of all hosts. */
    double usualShare() {
        return usualShare;
    }
}
