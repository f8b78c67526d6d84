// SPDX-License-Identifier: Apache-2.0
package weir.analysis.triage;

import java.util.ArrayList;
import java.util.List;

/** Episodes that are told as one incident: the one that opened it, and those of other hosts that go with it. */
final class Campaign {

    /** So many episodes; a worm that touches more hosts is told with these. */
    private static final int MOST = 256;

    private final List<Episode> episodes = new ArrayList<>();
    private final long opened;
    private final double threshold;

    private final boolean whileLearning;

    Campaign(Episode first, long opened, double threshold, boolean whileLearning) {
        this.whileLearning = whileLearning;
        this.opened = opened;
        this.threshold = threshold;
        add(first);
    }

    void add(Episode episode) {
        if (episodes.size() < MOST && episode.campaign() == null) {
            episodes.add(episode);
            episode.belongTo(this);
        }
    }

    /** When it was surprising enough to be opened, nanoseconds since the epoch. */
    long opened() {
        return opened;
    }

    /** The surprise that it had to exceed. */
    double threshold() {
        return threshold;
    }

    long end() {
        return episodes.stream().mapToLong(Episode::end).max().orElse(opened);
    }

    /** Whether it is what was far out while learning: to be looked at before it is taken for usual. */
    boolean whileLearning() {
        return whileLearning;
    }

    List<Episode> episodes() {
        return episodes;
    }

    /** Whether one of its hosts is, or was spoken with by, the other's. */
    boolean touches(Episode other) {
        for (Episode mine : episodes) {
            if (mine.host().equals(other.host())
                    || other.peers().contains(mine.address())
                    || mine.peers().contains(other.address())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the same rules make both surprising: at least half of the other's surprise is this one's too. */
    boolean resembles(Episode other) {
        double shared = 0;
        for (RuleCount rule : other.counts()) {
            if (surprisedBy(rule.rule())) {
                shared += rule.surprise();
            }
        }
        return 2 * shared >= other.surprise();
    }

    private boolean surprisedBy(String rule) {
        for (Episode mine : episodes) {
            for (RuleCount count : mine.counts()) {
                if (count.surprise() > 1 && count.rule().equals(rule)) {
                    return true;
                }
            }
        }
        return false;
    }
}
