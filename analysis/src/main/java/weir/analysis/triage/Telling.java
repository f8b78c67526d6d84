// SPDX-License-Identifier: Apache-2.0
package weir.analysis.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Incident;
import weir.model.Severity;
import weir.model.Subject;

/** A campaign in plain words: which rules fired where, how usual that is, and what is new. */
final class Telling {

    private static final String DETECTOR = "XC-10";

    /** So many rules of one host are named, the most surprising. */
    private static final int NAMED = 6;

    /** Less surprise than this is not worth a word: a thing that comes every third time. */
    private static final double WORTH = 1;

    private final Campaign campaign;
    private final List<Episode> episodes;

    private Telling(Campaign campaign) {
        this.campaign = campaign;
        this.episodes = campaign.episodes().stream()
                .sorted(Comparator.comparingLong(Episode::start).thenComparing(Episode::host))
                .toList();
    }

    static Incident of(Campaign campaign) {
        return new Telling(campaign).incident();
    }

    private Incident incident() {
        List<Finding> findings = episodes.stream().map(this::finding).toList();
        Set<Address> assets = new LinkedHashSet<>();
        findings.forEach(f -> assets.addAll(f.assets()));
        Episode first = campaign.episodes().getFirst();
        return new Incident(
                id("I-", first.host() + "|" + first.start()),
                title(),
                story(),
                findings.stream().map(Finding::severity).reduce(Severity.INFO, Severity::or),
                findings.stream().mapToDouble(Finding::confidence).max().orElse(0),
                phase(),
                "",
                episodes.getFirst().start(),
                campaign.end(),
                List.copyOf(assets),
                findings);
    }

    private String title() {
        List<String> hosts = hosts();
        String others = hosts.size() == 1 ? "" : " and " + number(hosts.size() - 1, "other host");
        return (campaign.whileLearning() ? "Outliers while learning at " : "Unusual alerts at ")
                + campaign.episodes().getFirst().host()
                + others;
    }

    private List<String> hosts() {
        return episodes.stream().map(Episode::host).distinct().toList();
    }

    private String story() {
        List<String> sentences = new ArrayList<>();
        if (campaign.whileLearning()) {
            sentences.add("Look at these before they are taken for usual.");
        }
        for (Episode episode : episodes) {
            sentences.add("At " + episode.host() + " " + number(episode.alerts(), "alert") + ". " + seen(episode));
        }
        return String.join(" ", sentences);
    }

    private static String seen(Episode episode) {
        List<RuleCount> told = telling(episode);
        if (told.isEmpty()) {
            return "Nothing of it is unusual by itself.";
        }
        return told.stream().map(Telling::told).collect(Collectors.joining(" "));
    }

    private static String told(RuleCount rule) {
        String name = "\"" + rule.text() + "\" " + (rule.count() == 1 ? "once" : rule.count() + " times");
        if (rule.usualEpisodes() >= 0.5) {
            return name + ": more than usual for this host.";
        }
        String elsewhere = rule.usualShare() < 0.005
                ? "seen nowhere before."
                : String.format(Locale.ROOT, "seen in %.0f %% of all episodes.", Math.max(1, 100 * rule.usualShare()));
        return name + ": new for this host, " + elsewhere;
    }

    private static List<RuleCount> telling(Episode episode) {
        return episode.bySurprise().stream()
                .filter(r -> r.surprise() > WORTH)
                .limit(NAMED)
                .toList();
    }

    private Finding finding(Episode episode) {
        List<RuleCount> told = telling(episode);
        String rules = (told.isEmpty() ? episode.bySurprise().stream().limit(1) : told.stream())
                .map(RuleCount::rule)
                .collect(Collectors.joining("; "));
        return new Finding(
                id("F-", DETECTOR + "|" + episode.host() + "|" + episode.start()),
                DETECTOR,
                "Alerts that are unusual for " + episode.host(),
                severity(episode),
                confidence(episode),
                episode.peers().stream().findFirst().orElse(Address.NONE),
                new Subject(episode.address(), ""),
                rules,
                episode.start(),
                episode.end(),
                episode.firstPacket(),
                episode.lastPacket(),
                episode.alerts(),
                expected(episode),
                seen(episode),
                "The host was changed, tested or scanned on purpose at that time, or the rules were new.",
                techniques(episode));
    }

    private String expected(Episode episode) {
        return String.format(
                Locale.ROOT,
                "Alerts that come and go together at this host, with a surprise of %.1f nats at the most; these have %.1f.",
                campaign.threshold(),
                episode.surprise());
    }

    /** What surprises most is high; what only goes with it is no worse than the other product says. */
    private Severity severity(Episode episode) {
        Severity worst = telling(episode).stream().map(RuleCount::severity).reduce(Severity.INFO, Severity::or);
        double times = episode.surprise() / Math.max(1, campaign.threshold());
        Severity unusual = times < 1 ? Severity.LOW : times < 2 ? Severity.MEDIUM : Severity.HIGH;
        return worst == Severity.CRITICAL ? unusual.or(Severity.HIGH) : unusual;
    }

    /** One half where it just exceeds what opens an incident; never certain, as other products' words are not. */
    private double confidence(Episode episode) {
        double surprise = episode.surprise();
        return surprise <= 0 ? 0 : surprise / (surprise + Math.max(1, campaign.threshold()));
    }

    private static List<String> techniques(Episode episode) {
        return Tactic.of(episode.counts()).stream().map(Tactic::technique).toList();
    }

    private String phase() {
        return episodes.stream()
                .flatMap(e -> Tactic.of(e.counts()).stream())
                .max(Comparator.naturalOrder())
                .map(Tactic::label)
                .orElse("");
    }

    private static String number(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** FNV-1a of the key, mixed, 48 bits of it. */
    private static String id(String prefix, String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        return prefix + String.format(Locale.ROOT, "%012x", (hash ^ hash >>> 32) & 0xffff_ffff_ffffL);
    }
}
