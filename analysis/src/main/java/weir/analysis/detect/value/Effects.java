// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import weir.analysis.deed.Deed;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Moment;
import weir.model.Address;
import weir.model.Subject;

/**
 * What became of writes that somebody complained about: the value before, the one written, the one read back, and which
 * steady variables of the same device moved after it. Added to the claim of the write.
 */
final class Effects {

    private static final Detection WRITE = Detection.of("PR-06");

    /** Writes of one second that are kept until it is known whether somebody complains; further ones are not followed. */
    private static final int MOST_FRESH = 64;

    /** Writes that are followed at a time; the oldest is let go. Each is compared with every value that changed. */
    private static final int MOST = 8;

    /** A write is followed for so long, nanoseconds. */
    private static final long FOLLOWED = 30 * 1_000_000_000L;

    /** Variables told that moved after one write. */
    private static final int MOST_MOVED = 3;

    /** One write on its way. */
    private static final class Write {
        final Address who;
        final Variable variable;
        final long time;
        final double value;
        final boolean hadValue;
        final double before;
        boolean told;
        boolean readBack;
        int moved;

        Write(Address who, Variable variable, long time, double value) {
            this.who = who;
            this.variable = variable;
            this.time = time;
            this.value = value;
            hadValue = variable.habit.hasLast();
            before = variable.habit.last();
        }
    }

    private final Deque<Write> fresh = new ArrayDeque<>(); // at most MOST_FRESH
    private final Deque<Write> writes = new ArrayDeque<>(); // at most MOST

    void written(Moment now, Variable variable, double value) {
        Write write = new Write(now.at().client(), variable, now.time(), value);
        if (claim(now, write) != null) {
            follow(write);
        } else if (fresh.size() < MOST_FRESH) {
            fresh.addLast(write);
        }
    }

    private void follow(Write write) {
        if (writes.size() == MOST) {
            writes.removeFirst();
        }
        writes.addLast(write);
    }

    /** A value was read; {@link PointHabit#last} is still the one before it. */
    void read(Moment now, Variable variable, double value) {
        if (writes.isEmpty() || value == variable.habit.last() && !variable.written.isOpen()) {
            return;
        }
        Subject device = variable.point.subject();
        for (Write write : writes) {
            if (write.variable == variable) {
                readBack(now, write, value);
            } else if (write.moved < MOST_MOVED
                    && write.variable.point.subject().equals(device)
                    && variable.habit.hasLast()
                    && value != variable.habit.last()
                    && variable.habit.isSteady()) {
                moved(now, write, variable, value);
            }
        }
    }

    private static void readBack(Moment now, Write write, double value) {
        Claim claim = write.readBack ? null : claim(now, write);
        if (claim != null) {
            write.readBack = true;
            tell(claim, write);
            claim.item(write.variable.point.point().label() + " read back as " + Variable.number(value));
        }
    }

    private static void moved(Moment now, Write write, Variable variable, double value) {
        Claim claim = claim(now, write);
        if (claim != null) {
            write.moved++;
            tell(claim, write);
            claim.item("then " + variable.point.point().label() + " went from " + Variable.number(variable.habit.last())
                    + " to " + Variable.number(value));
        }
    }

    private static void tell(Claim claim, Write write) {
        if (!write.told) {
            write.told = true;
            claim.item(write.variable.point.point().label()
                    + (write.hadValue ? " from " + Variable.number(write.before) : "") + " to "
                    + Variable.number(write.value));
        }
    }

    private static @Nullable Claim claim(Moment now, Write write) {
        return now.claimed(WRITE, write.who, write.variable.point.subject(), Deed.WRITE.label());
    }

    void second(Moment now) {
        for (Write write : fresh) {
            if (claim(now, write) != null) {
                follow(write);
            }
        }
        fresh.clear();
        for (Write write : writes) {
            Claim claim = write.told ? null : claim(now, write);
            if (claim != null) {
                tell(claim, write);
            }
        }
        while (!writes.isEmpty() && now.time() - writes.getFirst().time > FOLLOWED) {
            writes.removeFirst();
        }
    }
}
