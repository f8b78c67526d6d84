// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import java.io.IOException;
import java.util.Set;
import weir.analysis.baseline.Baseline;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Remembers;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Loss;
import weir.model.PointValue;
import weir.model.Reading;

/** Follows the process variables on the wire: each by itself, against its writes, and together with others. */
public final class Points implements Detector, Remembers {

    /** After a loss a write may have been missed, nanoseconds. */
    private static final long BLIND = 120 * 1_000_000_000L;

    private final Variables variables = new Variables();
    private final Effects effects = new Effects();
    private final Processes processes = new Processes();
    private long lastLoss = Long.MIN_VALUE / 2;

    @Override
    public Set<Detection> detections() {
        return Set.of(
                Unusual.RANGE,
                Unusual.RATE,
                Unusual.FROZEN,
                Unusual.SEQUENCE,
                Contradiction.FEEDBACK,
                Contradiction.SILENT,
                Contradiction.VIEWS,
                Processes.DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.VALUES, Interest.LOSSES, Interest.SECONDS);
    }

    @Override
    public void loss(Moment now, Loss loss) {
        lastLoss = now.time();
    }

    @Override
    public void value(Moment now, PointValue point) {
        Reading reading = now.at().reading();
        if (reading.kind() != Reading.Kind.INTEGER && reading.kind() != Reading.Kind.NUMBER) {
            return;
        }
        double value = reading.number();
        if (!Double.isFinite(value)) {
            return;
        }
        Glimpse glimpse = variables.of(point);
        Variable variable = glimpse.variable;
        if (variable == null || glimpse.counts(now, value)) {
            return;
        }
        variable.wake();
        if (point.origin() == PointValue.Origin.WRITE) {
            effects.written(now, variable, value);
            Unusual.follow(now, variable, value, true);
            variable.written.write(value, now.time());
        } else {
            effects.read(now, variable, value);
            Contradiction.read(now, variable, value, now.time() - lastLoss < BLIND);
            Unusual.follow(now, variable, value, false);
            variable.habit.seen(value, now.time());
            processes.read(now, variable, value);
            glimpse.rest(now, variable, value);
        }
    }

    @Override
    public void second(Moment now) {
        effects.second(now);
        processes.second(now);
    }

    @Override
    public String section() {
        return "values";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(StateWriter out, Baseline known) throws IOException {
        variables.write(out);
    }

    @Override
    public void read(StateReader in, Baseline known) throws IOException {
        variables.read(in);
    }
}
