// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.analysis.process.Tags;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Point;
import weir.model.PointValue;
import weir.model.Reading;
import weir.model.Sighting;

/** Every sighting of every process variable, a row each, as comma-separated values. */
public final class PointSeries implements Observer {

    /** Names kept ready; more are made anew each time. */
    private static final int MOST_IDS = 100_000;

    private final Writer out;
    private final Csv csv;
    private final Tags tags;
    private final Times times = new Times();
    private final Map<PointValue, String> ids = new HashMap<>();
    private @Nullable IOException failure;

    public PointSeries(Writer out, Tags tags) {
        this.out = out;
        this.csv = new Csv(out);
        this.tags = tags;
        row(List.of("time", "packet", "point", "origin", "value", "scaled", "quality"));
    }

    /** Hands everything on to the writer; why rows could not be written, null when all could be. */
    public @Nullable IOException end() {
        try {
            if (failure == null) {
                out.flush();
            }
        } catch (IOException e) {
            failure = e;
        }
        return failure;
    }

    @Override
    public void observe(Sighting at, Observation what) {
        if (failure == null && what instanceof PointValue point && at.reading().kind() != Reading.Kind.NONE) {
            String id = id(point);
            Reading reading = at.reading();
            String value = switch (reading.kind()) {
                case NONE -> "";
                case INTEGER -> Long.toString(reading.integer());
                case NUMBER -> Double.toString(reading.number());
                case TEXT -> reading.text();
            };
            row(at, point, id, reading.kind() == Reading.Kind.TEXT ? value : new Number(value));
        }
    }

    /** A number is no text that a spreadsheet could take for a formula. */
    private record Number(String digits) {
        @Override
        public String toString() {
            return digits;
        }
    }

    private void row(Sighting at, PointValue point, String id, Object value) {
        row(List.of(
                times.text(at.time()),
                at.packet(),
                id,
                point.origin().name().toLowerCase(Locale.ROOT),
                value,
                value instanceof Number ? new Number(Scaled.text(value.toString(), tags.of(id))) : value,
                at.reading().quality()));
    }

    private void row(List<?> cells) {
        try {
            csv.row(cells);
        } catch (IOException e) {
            failure = e;
        }
    }

    private String id(PointValue point) {
        String known = ids.get(point);
        if (known != null) {
            return known;
        }
        String made = Point.id(point);
        if (ids.size() < MOST_IDS) {
            ids.put(point, made);
        }
        return made;
    }
}
