// SPDX-License-Identifier: Apache-2.0
package weir.server.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Point;
import weir.model.PointValue;
import weir.model.Reading;
import weir.model.Sighting;

/** The last values of each process variable, for the first look at its chart. */
public final class Traces implements Observer {

    /** Variables with a trace. */
    private static final int MOST_POINTS = 20_000;

    /** Values kept of one. */
    private static final int MOST_VALUES = 1024;

    /** Values kept of all. */
    private static final long MOST_OF_ALL = 4_000_000;

    /**
     * One value.
     *
     * @param time nanoseconds since the epoch
     * @param written somebody wrote it; else it was read or told
     */
    public record Value(long time, double value, boolean written) {}

    private static final class Trace {
        long[] times = new long[16];
        double[] values = new double[16];
        boolean[] written = new boolean[16];
        int next;
        boolean full;

        int size() {
            return full ? times.length : next;
        }
    }

    private final Map<PointValue, @Nullable Trace> bySight = new HashMap<>(); // at most 3 of a point
    private final Map<String, Trace> traces = new HashMap<>(); // at most MOST_POINTS
    private long kept;

    @Override
    public void observe(Sighting at, Observation what) {
        if (what instanceof PointValue point) {
            Reading reading = at.reading();
            if (reading.kind() == Reading.Kind.INTEGER || reading.kind() == Reading.Kind.NUMBER) {
                Trace trace = trace(point);
                if (trace != null) {
                    add(trace, at.time(), reading.number(), point.origin() == PointValue.Origin.WRITE);
                }
            }
        }
    }

    private @Nullable Trace trace(PointValue point) {
        Trace known = bySight.get(point);
        if (known != null || bySight.size() >= 3 * MOST_POINTS) {
            return known;
        }
        String id = Point.id(point);
        Trace trace = traces.get(id);
        if (trace == null && traces.size() < MOST_POINTS) {
            trace = new Trace();
            traces.put(id, trace);
        }
        if (trace != null) {
            bySight.put(point, trace);
        }
        return trace;
    }

    private void add(Trace trace, long time, double value, boolean written) {
        int size = trace.times.length;
        if (trace.next == size) {
            if (size < MOST_VALUES && !trace.full && kept + size <= MOST_OF_ALL) {
                trace.times = java.util.Arrays.copyOf(trace.times, size * 2);
                trace.values = java.util.Arrays.copyOf(trace.values, size * 2);
                trace.written = java.util.Arrays.copyOf(trace.written, size * 2);
                kept += size;
            } else {
                trace.next = 0;
                trace.full = true;
            }
        }
        trace.times[trace.next] = time;
        trace.values[trace.next] = value;
        trace.written[trace.next++] = written;
    }

    /** Those of one point, the oldest first. */
    List<Value> of(String point) {
        Trace trace = traces.get(point);
        List<Value> values = new ArrayList<>();
        if (trace != null) {
            int start = trace.full ? trace.next : 0;
            for (int i = 0; i < trace.size(); i++) {
                int at = (start + i) % trace.times.length;
                values.add(new Value(trace.times[at], trace.values[at], trace.written[at]));
            }
        }
        return values;
    }
}
