// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Address;
import weir.model.PointValue;

/** One variable of one device: what is usual of it, what was last written to it, and what each reader was shown. */
final class Variable {

    final PointValue point;
    final PointHabit habit = new PointHabit();
    final Written written = new Written();

    /** Who read it first. */
    @Nullable
    Address reader;

    /** Where its values are only counted at the moment, or were. */
    @Nullable
    Glimpse glimpse;

    /** Only for noisy ones, and only of those that {@code remembers}. */
    @Nullable
    Replay replay;

    private final boolean remembers;

    /** Only for those with more than one reader. */
    @Nullable
    Readers readers;

    /** Whose view of the process it was last put into. */
    @Nullable
    Group group;

    /** Which column of that group it is, or -1. */
    int column;

    /** @param remembers there is room for what it showed before */
    Variable(PointValue point, boolean remembers) {
        this.point = point;
        this.remembers = remembers;
    }

    /** What it showed before; null where it is not noisy, or there is no room. */
    @Nullable
    Replay replay() {
        if (replay == null && remembers && habit.isNoisy() && habit.count() >= PointHabit.ENOUGH) {
            replay = new Replay();
        }
        return replay;
    }

    /** From here on each value is judged again. */
    void wake() {
        Glimpse counted = glimpse;
        if (counted != null) {
            counted.wake(this);
            glimpse = null;
        }
    }

    void write(StateWriter out) throws IOException {
        wake();
        habit.write(out);
        written.write(out);
        Address first = reader;
        out.address(first == null ? Address.NONE : first);
        Readers known = readers;
        out.flag(known != null);
        if (known != null) {
            known.write(out);
        }
    }

    void read(StateReader in) throws IOException {
        habit.read(in);
        written.read(in);
        Address first = in.address();
        reader = first.kind() == Address.Kind.NONE ? null : first;
        if (in.flag()) {
            Readers known = new Readers();
            known.read(in);
            readers = known;
        }
    }

    /** {@code holding_register 17 of 10.0.0.2}. */
    String name() {
        return point.point().label() + " of " + point.subject().address();
    }

    /** A value as people write it: at most three places behind the point. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(Math.round(value * 1000) / 1000.0);
    }
}
