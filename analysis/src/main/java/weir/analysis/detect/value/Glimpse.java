// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import org.jspecify.annotations.Nullable;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.model.Address;
import weir.model.PointValue;

/**
 * What one point showed last. Most values are those of before, and most of the time nothing hangs on that: then they are
 * only counted here, in one small object, and told to the variable when something else happens to it.
 */
final class Glimpse {

    final PointValue point;

    /** Null where there are too many to follow. */
    final @Nullable Variable variable;

    private boolean quiet;
    private boolean learning;
    private double value;
    private @Nullable Address reader;
    private @Nullable Stage stage;
    private int repeats;
    private long time;
    private @Nullable Group group;
    private int column;

    Glimpse(PointValue point, @Nullable Variable variable) {
        this.point = point;
        this.variable = variable;
    }

    /** True where the value is that of before and needs no judging; it is counted. */
    boolean counts(Moment now, double shown) {
        if (!quiet
                || shown != value
                || stage != now.stage()
                || reader != now.at().client()) {
            return false;
        }
        repeats++;
        time = now.time();
        Group row = group;
        if (row != null) {
            row.take(column, shown);
        }
        return true;
    }

    /** The value was judged; from here on the same one is counted only, if nothing hangs on it. */
    void rest(Moment now, Variable of, double shown) {
        PointHabit habit = of.habit;
        if (of.readers != null || of.written.isOpen() || habit.isNoisy() || !habit.holds(shown)) {
            return;
        }
        quiet = true;
        learning = !now.knowsNormal() || !habit.isSettled();
        value = shown;
        reader = now.at().client();
        stage = now.stage();
        group = of.column >= 0 ? of.group : null;
        column = of.column;
        of.glimpse = this;
    }

    /** Something happens to the variable: it is told what was counted. */
    void wake(Variable of) {
        if (repeats > 0) {
            of.habit.repeated(repeats, time, learning);
        }
        repeats = 0;
        quiet = false;
    }
}
