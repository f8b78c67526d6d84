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
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Remembers;
import weir.analysis.detect.Wording;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Severity;
import weir.model.Subject;

/**
 * A device whose quickest answers take longer than its slowest quickest ones did: something stands between, or another
 * device answers. The quickest of many answers is compared, for load delays most answers but not all.
 */
public final class Latencies implements Detector, Remembers {

    private static final Detection DETECTION = Detection.of("TM-03");

    /** Edges whose answers are judged; further ones are not. */
    private static final int MOST = 20_000;

    /** Looks, each at another handful of answers, before it is known how quick a device is. */
    private static final int KNOWN = 8;

    /** Looks in a row that show the step. */
    private static final int LOOKS = 4;

    /** A step smaller than this is the network's, nanoseconds. */
    private static final double LEAST = 2e6;

    private static final class Quickness {
        double slowest;
        long lookedAt = -1;
        int looks;
        int slow;
    }

    private final EdgeRound round = new EdgeRound();
    private final Map<Edge, Quickness> known = new LinkedHashMap<>(); // at most MOST; edges are equal by identity

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.SECONDS);
    }

    @Override
    public void second(Moment now) {
        round.begin(now);
        for (Edge edge = round.next(); edge != null; edge = round.next()) {
            Quickness quickness = known.get(edge);
            if (quickness == null && known.size() < MOST) {
                quickness = new Quickness();
                known.put(edge, quickness);
            }
            if (quickness != null && edge.answerRounds() != quickness.lookedAt && edge.answerRounds() > 0) {
                quickness.lookedAt = edge.answerRounds();
                look(now, edge, quickness);
            }
        }
    }

    @Override
    public String section() {
        return "answers";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(StateWriter out, Baseline baseline) throws IOException {
        List<Map.Entry<Edge, Quickness>> kept = known.entrySet().stream()
                .filter(e -> e.getKey().known() && e.getValue().looks > 0)
                .toList();
        out.number(kept.size());
        for (Map.Entry<Edge, Quickness> entry : kept) {
            EdgeForm.save(out, entry.getKey());
            out.real(entry.getValue().slowest);
            out.number(entry.getValue().looks);
            out.number(entry.getValue().slow);
        }
    }

    @Override
    public void read(StateReader in, Baseline baseline) throws IOException {
        for (int i = in.count(MOST); i > 0; i--) {
            Edge edge = EdgeForm.load(in, baseline);
            Quickness quickness = new Quickness();
            quickness.slowest = in.real();
            quickness.looks = in.count();
            quickness.slow = in.count();
            if (edge != null) {
                known.put(edge, quickness);
            }
        }
    }

    private static void look(Moment now, Edge edge, Quickness quickness) {
        double quickest = edge.quickestAnswer();
        if (quickness.looks < KNOWN) {
            quickness.looks++;
            quickness.slowest = Math.max(quickness.slowest, quickest);
            return;
        }
        boolean slow = quickest > 2 * quickness.slowest + LEAST;
        quickness.slow = slow ? quickness.slow + 1 : 0;
        if (quickness.slow < LOOKS || !now.knowsNormal()) {
            return;
        }
        Subject server = new Subject(edge.server().address(), "");
        Claim claim = now.claim(DETECTION, edge.client().address(), server, edge.protocol());
        if (claim.isNew()) {
            claim.title("Answers take longer than they can")
                    .severity(Severity.LOW)
                    .confidence(0.4)
                    .expected("the quickest of each " + Edge.ANSWERS_OF_ROUND + " answers within "
                            + Wording.duration(quickness.slowest))
                    .seen("the quickest took " + Wording.duration(quickest));
        }
    }
}
