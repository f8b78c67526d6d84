// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.timing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Baseline;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.EdgeForm;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Remembers;
import weir.analysis.detect.Wording;
import weir.analysis.inventory.Families;
import weir.analysis.state.OperationForm;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Loss;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;
import weir.model.Subject;

/** A poll that comes in another rhythm than it was known by: at another pace, or no longer evenly. */
public final class Rhythms implements Detector, Remembers {

    private static final Detection PACE = Detection.of("TM-01");
    private static final Detection EVENNESS = Detection.of("TM-02");

    /** Polls whose rhythm is kept; further ones are not judged. */
    private static final int MOST = 20_000;

    /** Operations of one edge that are looked at. */
    private static final int MOST_OF_EDGE = 64;

    /** Polls before the rhythm is known, and between two looks: the mean of gaps is one of about eight. */
    private static final int SAMPLES = 24;

    /** Looks in a row that show the same change. */
    private static final int LOOKS = 3;

    /** After a loss gaps prove nothing, nanoseconds. */
    private static final long BLIND = 120 * 1_000_000_000L;

    /** Changes below this are the network's, nanoseconds. */
    private static final double LEAST = 50e6;

    private static final class Rhythm {
        final double gap;
        final double spread;
        long lookedAt;
        int pace;
        int uneven;

        Rhythm(double gap, double spread, long lookedAt) {
            this.gap = gap;
            this.spread = spread;
            this.lookedAt = lookedAt;
        }

        static Rhythm of(Habit habit) {
            return new Rhythm(habit.meanGap(), habit.spread(), habit.count());
        }
    }

    private final EdgeRound round = new EdgeRound();
    private final Map<Habit, Rhythm> known = new LinkedHashMap<>(); // at most MOST; habits are equal by identity
    private long lastLoss = Long.MIN_VALUE / 2;

    @Override
    public Set<Detection> detections() {
        return Set.of(PACE, EVENNESS);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.SECONDS, Interest.LOSSES);
    }

    @Override
    public void loss(Moment now, Loss loss) {
        lastLoss = now.time();
    }

    @Override
    public void second(Moment now) {
        if (!now.knowsNormal() || now.time() - lastLoss < BLIND) {
            return;
        }
        round.begin(now);
        for (Edge edge = round.next(); edge != null; edge = round.next()) {
            int looked = 0;
            for (Habit habit : edge.habits()) {
                if (++looked > MOST_OF_EDGE) {
                    break;
                }
                if (habit.known() && habit.operation().phase() == Phase.REQUEST) {
                    look(now, edge, habit);
                }
            }
        }
    }

    private void look(Moment now, Edge edge, Habit habit) {
        Rhythm rhythm = known.get(habit);
        if (rhythm == null) {
            learn(habit);
            return;
        }
        if (habit.count() - rhythm.lookedAt < SAMPLES) {
            return;
        }
        rhythm.lookedAt = habit.count();
        double off = Math.abs(habit.meanGap() - rhythm.gap);
        boolean even = habit.spread() < habit.meanGap() / 4;
        boolean otherPace = even && off > Math.max(LEAST, Math.max(0.3 * rhythm.gap, 6 * rhythm.spread));
        rhythm.pace = otherPace ? rhythm.pace + 1 : 0;
        boolean uneven = habit.spread() > Math.max(LEAST, Math.max(4 * rhythm.spread, 0.2 * rhythm.gap));
        rhythm.uneven = uneven ? rhythm.uneven + 1 : 0;
        if (rhythm.pace >= LOOKS) {
            pace(now, edge, habit, rhythm);
        } else if (rhythm.uneven >= LOOKS) {
            evenness(now, edge, habit, rhythm);
        }
    }

    private void learn(Habit habit) {
        if (habit.isPeriodic() && habit.count() >= SAMPLES && known.size() < MOST) {
            known.put(habit, Rhythm.of(habit));
        }
    }

    @Override
    public String section() {
        return "rhythms";
    }

    @Override
    public int version() {
        return 1;
    }

    /** Those too that it would know if it judged from here on. */
    @Override
    public void write(StateWriter out, Baseline baseline) throws IOException {
        for (Edge edge : baseline.edges()) {
            if (edge.known() && Families.isIndustrial(edge.protocol())) {
                edge.habits().stream()
                        .limit(MOST_OF_EDGE)
                        .filter(h -> h.known() && h.operation().phase() == Phase.REQUEST && !known.containsKey(h))
                        .forEach(this::learn);
            }
        }
        out.number(known.size());
        for (Map.Entry<Habit, Rhythm> entry : known.entrySet()) {
            EdgeForm.save(out, entry.getKey().edge());
            OperationForm.save(out, entry.getKey().operation());
            out.real(entry.getValue().gap);
            out.real(entry.getValue().spread);
        }
    }

    @Override
    public void read(StateReader in, Baseline baseline) throws IOException {
        for (int i = in.count(MOST); i > 0; i--) {
            Edge edge = EdgeForm.load(in, baseline);
            Operation operation = OperationForm.load(in);
            Rhythm rhythm = new Rhythm(in.real(), in.real(), 0);
            Habit habit = edge == null ? null : edge.habit(operation);
            if (habit != null) {
                known.put(habit, rhythm);
            }
        }
    }

    private static void pace(Moment now, Edge edge, Habit habit, Rhythm rhythm) {
        Claim claim = claim(now, PACE, edge);
        if (claim.isNew()) {
            claim.title(habit.meanGap() < rhythm.gap ? "Polled faster than before" : "Polled slower than before")
                    .severity(Severity.LOW)
                    .confidence(0.5)
                    .expected(Wording.of(habit.operation()) + " every " + Wording.duration(rhythm.gap))
                    .seen("every " + Wording.duration(habit.meanGap()));
        }
    }

    private static void evenness(Moment now, Edge edge, Habit habit, Rhythm rhythm) {
        Claim claim = claim(now, EVENNESS, edge);
        if (claim.isNew()) {
            claim.title("Polls come unevenly")
                    .severity(Severity.LOW)
                    .confidence(0.4)
                    .expected(Wording.of(habit.operation()) + " every " + Wording.duration(rhythm.gap)
                            + ", give or take " + Wording.duration(rhythm.spread))
                    .seen("every " + Wording.duration(habit.meanGap()) + ", give or take "
                            + Wording.duration(habit.spread()));
        }
    }

    private static Claim claim(Moment now, Detection detection, Edge edge) {
        Subject server = new Subject(edge.server().address(), "");
        return now.claim(detection, edge.client().address(), server, edge.protocol());
    }
}
