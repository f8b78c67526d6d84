// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.timing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Baseline;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.EdgeForm;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Limit;
import weir.analysis.detect.Limits;
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

/** A poll that came in a rhythm comes no more, although the sensor still sees other packets. */
public final class MissingTalkers implements Detector, Remembers {

    private static final Detection DETECTION = Detection.of("BL-09");

    /** Nothing faster is missed sooner, nanoseconds: devices restart, cables are moved. */
    private static final long LEAST = 60 * 1_000_000_000L;

    /** After a loss the sensor may have missed what it misses, nanoseconds. */
    private static final long BLIND = 120 * 1_000_000_000L;

    /** So many times the patience of the beginning is the most: silences that grow slowly do not become normal. */
    private static final int GROWTH = 3;

    /** Edges of which the patience of the beginning is kept; that of further ones grows with their silences. */
    private static final int MOST = 20_000;

    private final Map<Edge, Double> first = new LinkedHashMap<>(); // at most MOST
    private final EdgeRound round = new EdgeRound();
    /** Since when it judges: what was learned from another capture was heard last in that one. */
    private long since = Long.MIN_VALUE;

    private long lastLoss = Long.MIN_VALUE / 2;

    private final int periods;

    public MissingTalkers() {
        this(Limits.USUAL);
    }

    public MissingTalkers(Limits limits) {
        periods = limits.of(Limit.MISSED_PERIODS);
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
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
        if (!now.knowsNormal()) {
            since = Long.MIN_VALUE;
            return;
        }
        since = since == Long.MIN_VALUE ? now.time() : since;
        if (now.time() - lastLoss < BLIND) {
            return;
        }
        round.begin(now);
        for (Edge edge = round.next(); edge != null; edge = round.next()) {
            look(now, edge);
        }
    }

    @Override
    public String section() {
        return "silences";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(StateWriter out, Baseline known) throws IOException {
        out.number(first.size());
        for (Map.Entry<Edge, Double> entry : first.entrySet()) {
            EdgeForm.save(out, entry.getKey());
            out.real(entry.getValue());
        }
        List<Habit> polls = polls(known);
        out.number(polls.size());
        for (Habit habit : polls) {
            EdgeForm.save(out, habit.edge());
            OperationForm.save(out, habit.operation());
            out.number(habit.forRhythm());
        }
    }

    /** Those that may be missed once. */
    private static List<Habit> polls(Baseline known) {
        return known.edges().stream()
                .filter(e -> e.known() && Families.isIndustrial(e.protocol()))
                .flatMap(e -> e.habits().stream())
                .filter(h -> h.known() && h.operation().phase() != Phase.RESPONSE && h.meanGap() > 0)
                .limit(MOST)
                .toList();
    }

    @Override
    public void read(StateReader in, Baseline known) throws IOException {
        for (int i = in.count(MOST); i > 0; i--) {
            Edge edge = EdgeForm.load(in, known);
            double patience = in.real();
            if (edge != null) {
                first.put(edge, patience);
            }
        }
        for (int i = in.count(MOST); i > 0; i--) {
            Edge edge = EdgeForm.load(in, known);
            Operation operation = OperationForm.load(in);
            Habit habit = edge == null ? null : edge.habit(operation);
            int times = in.count();
            if (habit != null) {
                habit.wasSeen(times);
            }
        }
    }

    private void look(Moment now, Edge edge) {
        Habit slowest = null;
        for (Habit habit : edge.habits()) {
            boolean asked = habit.operation().phase() != Phase.RESPONSE;
            if (asked && habit.isPeriodic() && (slowest == null || habit.meanGap() < slowest.meanGap())) {
                slowest = habit;
            }
        }
        if (slowest == null) {
            return;
        }
        long silence = now.time() - Math.max(slowest.last(), since);
        if (silence > patience(edge, slowest)) {
            Subject target = new Subject(edge.server().address(), "");
            Claim claim = now.claim(DETECTION, edge.client().address(), target, edge.protocol());
            if (claim.isNew()) {
                claim.title("Polling has stopped")
                        .severity(Severity.MEDIUM)
                        .confidence(0.6)
                        .expected(Wording.of(slowest.operation()) + " every " + Wording.duration(slowest.meanGap()))
                        .seen("nothing from " + edge.client().address() + " to "
                                + edge.server().address() + " for " + Wording.duration(silence)
                                + ", while others still talk");
            }
        }
    }

    /** How long it may be silent, nanoseconds: it follows the rhythm, but not far from where that was at first. */
    private double patience(Edge edge, Habit habit) {
        double patience = Math.max(LEAST, Math.max(periods * habit.meanGap(), 3.0 * habit.longestGap()));
        Double before = first.get(edge);
        if (before == null) {
            if (first.size() < MOST) {
                first.put(edge, patience);
            }
            return patience;
        }
        return Math.min(patience, GROWTH * before);
    }
}
