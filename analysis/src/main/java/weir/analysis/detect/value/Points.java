// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.model.Loss;
import weir.model.PointValue;
import weir.model.Reading;
import weir.model.Subject;
import weir.model.Target;

/** Follows the process variables on the wire: each by itself, against its writes, and together with others. */
public final class Points implements Detector {

    /** Variables followed; further ones are not judged. */
    private static final int MOST_VARIABLES = 100_000;

    /** After a loss a write may have been missed, nanoseconds. */
    private static final long BLIND = 120 * 1_000_000_000L;

    /** A power of two. */
    private static final int LATELY = 1 << 14;

    private final Map<Subject, Map<Target, Variable>> devices = new HashMap<>(); // at most MOST_VARIABLES
    private final @Nullable PointValue[] seenAs = new @Nullable PointValue[LATELY];
    private final @Nullable Variable[] lately = new @Nullable Variable[LATELY];
    private final Effects effects = new Effects();
    private final Processes processes = new Processes();
    private int count;
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
        Variable variable = Double.isFinite(value) ? variable(point) : null;
        if (variable == null) {
            return;
        }
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
        }
    }

    @Override
    public void second(Moment now) {
        effects.second(now);
        processes.second(now);
    }

    /** Polls bring the identical points again and again: those are found without comparing their parts. */
    private @Nullable Variable variable(PointValue point) {
        int hash = System.identityHashCode(point);
        int slot = (hash ^ hash >>> 14) & LATELY - 1;
        if (seenAs[slot] == point) {
            return lately[slot];
        }
        Variable variable = found(point);
        seenAs[slot] = point;
        lately[slot] = variable;
        return variable;
    }

    private @Nullable Variable found(PointValue point) {
        Map<Target, Variable> variables = devices.get(point.subject());
        Variable variable = variables == null ? null : variables.get(point.point());
        if (variable != null || count == MOST_VARIABLES) {
            return variable;
        }
        count++;
        variable = new Variable(point);
        devices.computeIfAbsent(point.subject(), s -> new HashMap<>()).put(point.point(), variable);
        return variable;
    }
}
