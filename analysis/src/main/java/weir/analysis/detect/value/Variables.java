// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.PointValue;
import weir.model.Subject;
import weir.model.Target;

/**
 * All variables that are followed. Polls bring the identical points again and again: those are found without comparing
 * their parts.
 */
final class Variables {

    /** Variables followed; further ones are not judged. */
    private static final int MOST = 100_000;

    /** Of which so many may remember what they showed, if they are noisy: 2 KiB each. */
    private static final int MOST_REMEMBERED = 5_000;

    /** Places to find points again by identity: a power of two, growing with the variables. */
    private static final int LEAST_PLACES = 1 << 12;

    private static final int MOST_PLACES = 1 << 18;

    private final Map<Subject, Map<Target, Variable>> devices = new LinkedHashMap<>(); // at most MOST variables
    private @Nullable Glimpse[] places = new @Nullable Glimpse[LEAST_PLACES];
    private int count;

    Glimpse of(PointValue point) {
        int hash = System.identityHashCode(point);
        int place = (hash ^ hash >>> 14) & places.length - 1;
        Glimpse first = places[place];
        if (first != null && first.point == point) {
            return first;
        }
        Glimpse second = places[place ^ 1];
        if (second != null && second.point == point) {
            return second;
        }
        Glimpse glimpse = new Glimpse(point, found(point));
        places[place ^ 1] = first;
        places[place] = glimpse;
        return glimpse;
    }

    /** Null where there are too many. */
    private @Nullable Variable found(PointValue point) {
        Map<Target, Variable> variables = devices.get(point.subject());
        Variable variable = variables == null ? null : variables.get(point.point());
        if (variable != null || count == MOST) {
            return variable;
        }
        if (++count > places.length / 2 && places.length < MOST_PLACES) {
            places = new @Nullable Glimpse[4 * places.length];
        }
        variable = new Variable(point, count <= MOST_REMEMBERED);
        devices.computeIfAbsent(point.subject(), s -> new LinkedHashMap<>()).put(point.point(), variable);
        return variable;
    }

    void write(StateWriter out) throws IOException {
        out.number(count);
        for (Map<Target, Variable> device : devices.values()) {
            for (Variable variable : device.values()) {
                PointValue point = variable.point;
                out.text(point.protocol());
                out.address(point.subject().address());
                out.text(point.subject().unit());
                out.text(point.point().unit());
                out.text(point.point().space());
                out.number(point.point().first());
                out.number(point.point().count());
                out.text(point.point().symbol());
                out.text(point.type());
                out.constant(point.origin());
                variable.write(out);
            }
        }
    }

    void read(StateReader in) throws IOException {
        for (int i = in.count(MOST); i > 0; i--) {
            String protocol = in.text();
            Subject subject = new Subject(in.address(), in.text());
            Target target = new Target(in.text(), in.text(), in.number(), in.number(), in.text());
            PointValue point =
                    new PointValue(protocol, subject, target, in.text(), in.constant(PointValue.Origin.class));
            Variable variable = found(point);
            if (variable != null) {
                variable.read(in);
            }
        }
    }
}
