// SPDX-License-Identifier: Apache-2.0
package weir.analysis.triage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Incident;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Sighting;

/**
 * Triage of the alerts of other products: learns which alerts are usual for which host, and makes incidents of those
 * that are far from it, at most as many a day as the operators can look into. Alerts of a host go together until it is
 * silent; hosts go together where one's alerts name the other, or where both are unusual at the same time.
 */
public final class Triage implements Observer {

    private static final long DAY = TimeUnit.DAYS.toNanos(1);

    /** So many hosts are followed at once; the one that was silent for longest ends early. */
    private static final int HOSTS = 4096;

    /** So many incidents are kept, the latest. */
    private static final int INCIDENTS = 4096;

    /** So many ended episodes are kept to be joined by an incident that opens after them. */
    private static final int RECENT = 1024;

    private final TriagePolicy policy;
    private final long silence;
    private final long chapter;
    private final Usual usual;
    private final Fences fences = new Fences();

    /** Those going on, the longest silent first. */
    private final Map<String, Episode> open = new LinkedHashMap<>(16, 0.75f, true);

    private final Deque<Episode> recent = new ArrayDeque<>();
    private final Deque<Campaign> campaigns = new ArrayDeque<>();
    private final List<Episode> lessons = new ArrayList<>();
    private boolean learning = true;
    private long begun = Long.MIN_VALUE;
    private long now = Long.MIN_VALUE;
    private long alerts;

    public Triage(TriagePolicy policy) {
        this.policy = policy;
        this.silence = policy.silence().toNanos();
        this.chapter = policy.chapter().toNanos();
        this.usual = new Usual(policy.memory().toNanos());
    }

    @Override
    public void observe(Sighting at, Observation what) {
        if (!(what instanceof Alert alert)) {
            return;
        }
        alerts++;
        begun = begun == Long.MIN_VALUE ? at.time() : begun;
        now = Math.max(now, at.time());
        endTheSilent();
        if (learning && now - begun >= policy.learning().toNanos() && fences.known()) {
            endLearning();
        }
        Address address = at.destination().kind() == Address.Kind.NONE ? at.source() : at.destination();
        String host = alert.host().isEmpty() ? address.toString() : alert.host();
        Episode episode = open.get(host);
        if (episode == null || now - episode.start() > chapter) {
            episode = begin(host, address, at.time());
        }
        episode.add(at, alert, usual);
        if (!learning && episode.campaign() == null) {
            judge(episode);
        }
    }

    private Episode begin(String host, Address address, long time) {
        Episode before = open.remove(host);
        Episode episode = new Episode(host, address, time);
        if (before != null) {
            end(before);
            Campaign goesOn = before.campaign();
            if (goesOn != null) {
                goesOn.add(episode);
            }
        }
        if (open.size() >= HOSTS) {
            Episode longestSilent = open.values().iterator().next();
            open.remove(longestSilent.host());
            end(longestSilent);
        }
        open.put(host, episode);
        return episode;
    }

    private void endTheSilent() {
        Iterator<Episode> eldest = open.values().iterator();
        while (eldest.hasNext()) {
            Episode episode = eldest.next();
            if (now - episode.end() <= silence) {
                return;
            }
            eldest.remove();
            end(episode);
        }
    }

    private void end(Episode episode) {
        fences.add(episode.surprise(), episode.end());
        usual.learn(episode);
        if (learning) {
            if (lessons.size() < RECENT) {
                lessons.add(episode);
            }
            return;
        }
        recent.addLast(episode);
        while (!recent.isEmpty()
                && (recent.size() > RECENT || now - recent.getFirst().end() > silence)) {
            recent.removeFirst();
        }
    }

    /** What was learned from is judged by all the rest of it: what is far out even so is told as one incident. */
    private void endLearning() {
        learning = false;
        Fences others = new Fences();
        for (Episode episode : lessons) {
            usual.forget(episode);
            episode.judge(usual);
            usual.learn(episode);
            others.add(episode.surprise(), episode.end());
        }
        lessons.sort(Comparator.comparingDouble(Episode::surprise).reversed());
        Campaign lesson = null;
        for (Episode episode : lessons) {
            if (episode.surprise() > others.outer()) {
                lesson = lesson == null ? openIncident(episode, others.outer(), true) : lesson;
                if (lesson != null) {
                    lesson.add(episode);
                }
            }
        }
        lessons.clear();
    }

    private void judge(Episode episode) {
        double inner = fences.inner();
        if (episode.surprise() <= inner) {
            joinByItsStep(episode);
            return;
        }
        if (join(episode, inner)) {
            return;
        }
        double threshold = Math.max(fences.outer(), fences.exceeded(policy.incidentsADay(), now, DAY));
        if (episode.surprise() <= threshold) {
            return;
        }
        Campaign campaign = openIncident(episode, threshold, false);
        if (campaign == null) {
            return;
        }
        for (Episode other : open.values().toArray(Episode[]::new)) {
            gather(campaign, other, inner);
        }
        recent.forEach(other -> gather(campaign, other, inner));
    }

    private void gather(Campaign campaign, Episode other, double inner) {
        if (other.campaign() == null && other.surprise() > inner && now - other.end() <= silence) {
            campaign.add(other);
        }
    }

    /**
     * What stops a service or clears a log is little to see, and is what an intruder does late: where it is not usual
     * for its host it goes with an incident that is going on.
     */
    private void joinByItsStep(Episode episode) {
        if (!Tactic.of(episode.counts()).contains(Tactic.INHIBIT_RESPONSE_FUNCTION)) {
            return;
        }
        for (Iterator<Campaign> latest = campaigns.descendingIterator(); latest.hasNext(); ) {
            Campaign campaign = latest.next();
            if (!campaign.whileLearning() && episode.end() - campaign.end() <= silence) {
                campaign.add(episode);
                return;
            }
        }
    }

    /** An episode goes with an incident of the same time, and with one of the last day about the same hosts or rules. */
    private boolean join(Episode episode, double inner) {
        for (Iterator<Campaign> latest = campaigns.descendingIterator(); latest.hasNext(); ) {
            Campaign campaign = latest.next();
            if (episode.end() - campaign.opened() > chapter) {
                return false;
            }
            if (campaign.whileLearning()) {
                continue;
            }
            boolean together = episode.surprise() > inner && episode.end() - campaign.end() <= silence;
            if (together || campaign.touches(episode) || campaign.resembles(episode)) {
                campaign.add(episode);
                return true;
            }
        }
        return false;
    }

    private @Nullable Campaign openIncident(Episode episode, double threshold, boolean whileLearning) {
        long today = campaigns.stream().filter(c -> now - c.opened() < DAY).count();
        if (today >= policy.incidentsADay()) {
            return null;
        }
        Campaign campaign = new Campaign(episode, now, threshold, whileLearning);
        campaigns.addLast(campaign);
        if (campaigns.size() > INCIDENTS) {
            campaigns.removeFirst();
        }
        return campaign;
    }

    /** The incidents until now, in the order in which they were opened. */
    public List<Incident> incidents() {
        return campaigns.stream().map(Telling::of).toList();
    }

    /** Whether it still only learns. */
    public boolean learning() {
        return learning;
    }

    /** How many alerts it was given. */
    public long alerts() {
        return alerts;
    }
}
