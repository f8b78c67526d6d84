// SPDX-License-Identifier: Apache-2.0
package weir.analysis.triage;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.analysis.detect.Watched;

/**
 * What is usual for this site: in how many episodes each rule fired, at each host and anywhere, and how often in one.
 * Surprise is counted in nats: a thing that comes by in one of a hundred episodes surprises by ln 100.
 */
final class Usual {

    /** So many hosts with each of their rules; those not seen for longest are forgotten. */
    private static final int MOST = 1 << 16;

    /** How far from usual an amount must be before it surprises more than a new thing would: none may hide the rest. */
    private static final double LEAST_VARIANCE = 0.25;

    private record Pair(String rule, String host) {}

    private final double halfLife;
    private final Map<Pair, Custom> pairs = new Watched<>(MOST);
    private final Map<String, Custom> rules = new Watched<>(MOST);
    private final Map<String, Custom> hosts = new Watched<>(MOST);
    private final Custom all = new Custom();

    Usual(double halfLife) {
        this.halfLife = halfLife;
    }

    /** An episode is over: what was in it is a little more usual now. */
    void learn(Episode episode) {
        long time = episode.end();
        for (RuleCount rule : episode.counts()) {
            double size = Math.log1p((double) rule.count());
            pairs.computeIfAbsent(new Pair(rule.rule(), episode.host()), _ -> new Custom())
                    .add(size, time, halfLife);
            rules.computeIfAbsent(rule.rule(), _ -> new Custom()).add(size, time, halfLife);
        }
        hosts.computeIfAbsent(episode.host(), _ -> new Custom()).add(0, time, halfLife);
        all.add(0, time, halfLife);
    }

    /** Takes back what {@link #learn} did. */
    void forget(Episode episode) {
        long time = episode.end();
        for (RuleCount rule : episode.counts()) {
            double size = Math.log1p((double) rule.count());
            take(pairs.get(new Pair(rule.rule(), episode.host())), size, time);
            take(rules.get(rule.rule()), size, time);
        }
        take(hosts.get(episode.host()), 0, time);
        take(all, 0, time);
    }

    private void take(@Nullable Custom habit, double size, long time) {
        if (habit != null) {
            habit.take(size, time, halfLife);
        }
    }

    /** Nats of surprise that a rule fired so often in one episode of a host: that it did at all, and how often. */
    double surprise(String rule, String host, long count, long time) {
        Custom site = habit(rules, rule);
        Custom here = habit(pairs, new Pair(rule, host));
        double anywhere = (site.episodes(time, halfLife) + 0.5) / (all.episodes(time, halfLife) + 1);
        // the site counts as one episode of the host, so that what is usual elsewhere is not quite new here
        double chance =
                (here.episodes(time, halfLife) + anywhere) / (habit(hosts, host).episodes(time, halfLife) + 1);
        return Math.max(0, -Math.log(Math.min(1, chance))) + excess(site, here, count, time);
    }

    private double excess(Custom site, Custom here, long count, long time) {
        double weight = here.episodes(time, halfLife) + 1;
        double mean = (here.mean() * (weight - 1) + site.mean()) / weight;
        double square = (here.meanSquare() * (weight - 1) + site.meanSquare()) / weight;
        double variance = Math.max(LEAST_VARIANCE, square - mean * mean + 1 / weight);
        double above = Math.log1p((double) count) - mean;
        return above <= 0 ? 0 : Math.min(above * above / (2 * variance), above);
    }

    /** In which share of all episodes the rule fired, 0 to 1. */
    double share(String rule, long time) {
        return Math.min(1, habit(rules, rule).episodes(time, halfLife) / Math.max(1, all.episodes(time, halfLife)));
    }

    /** In how many episodes of the host the rule fired. */
    double episodes(String rule, String host, long time) {
        return habit(pairs, new Pair(rule, host)).episodes(time, halfLife);
    }

    double episodes(String host, long time) {
        return habit(hosts, host).episodes(time, halfLife);
    }

    private static <K> Custom habit(Map<K, Custom> habits, K key) {
        Custom habit = habits.get(key);
        return habit == null ? new Custom() : habit;
    }
}
