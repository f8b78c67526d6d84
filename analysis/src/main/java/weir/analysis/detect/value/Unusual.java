// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Moment;
import weir.model.Severity;
import weir.model.Subject;

/** A variable that does what it never did: leaves its range, jumps, stands still or repeats itself, takes an unknown step. */
final class Unusual {

    static final Detection RANGE = Detection.of("PV-01");
    static final Detection RATE = Detection.of("PV-02");
    static final Detection FROZEN = Detection.of("PV-03");
    static final Detection SEQUENCE = Detection.of("PV-08");

    /** Times faster than ever seen. */
    private static final double TOO_FAST = 3;

    /** Equal values in a row of a noisy variable, and ten times as many as ever seen. */
    private static final int FROZEN_RUN = 20;

    private Unusual() {}

    /** Judges a value by what is usual, or learns it. */
    static void follow(Moment now, Variable variable, double value, boolean written) {
        PointHabit habit = variable.habit;
        if (now.knowsNormal() && habit.settles()) {
            if (habit.isOutside(value)) {
                outside(now, variable, value, written);
            } else if (!written) {
                inside(now, variable, value);
                habit.drift(value, now.time());
            }
        } else if (!written) {
            habit.learn(value, now.time());
            Replay replay = value == habit.last() ? null : variable.replay();
            if (replay != null) {
                replay.learn(value);
            }
        }
    }

    private static void outside(Moment now, Variable variable, double value, boolean written) {
        PointHabit habit = variable.habit;
        Claim claim = claim(now, RANGE, variable, written);
        if (claim.isNew()) {
            boolean constant = habit.isConstant();
            claim.title(constant ? "Value that never changed is another" : "Value out of its usual range")
                    .severity(constant ? Severity.LOW : Severity.MEDIUM)
                    .confidence(constant ? 0.3 : 0.6)
                    .expected(usual(habit))
                    .seen(variable.name() + (written ? " was set to " : " is ") + Variable.number(value));
        }
        if (!written && habit.isNoisy()) {
            jump(now, variable, value);
        }
    }

    private static void inside(Moment now, Variable variable, double value) {
        PointHabit habit = variable.habit;
        if (habit.isNoisy()) {
            jump(now, variable, value);
            frozen(now, variable, value);
            played(now, variable, value);
        } else if (habit.isDiscrete() && habit.hasState(habit.last()) && !habit.follows(value)) {
            step(now, variable, value);
        }
    }

    private static void step(Moment now, Variable variable, double value) {
        PointHabit habit = variable.habit;
        Claim claim = claim(now, SEQUENCE, variable, false);
        if (claim.isNew()) {
            boolean known = habit.hasState(value);
            claim.title(known ? "Step that was never taken" : "State that was never taken")
                    .severity(Severity.LOW)
                    .confidence(known ? 0.5 : 0.4)
                    .expected("one of the steps seen among " + habit.count() + " values")
                    .seen(variable.name() + " went from " + Variable.number(habit.last()) + " to "
                            + Variable.number(value));
        }
    }

    private static void jump(Moment now, Variable variable, double value) {
        PointHabit habit = variable.habit;
        double rate = habit.rate(value, now.time());
        if (rate <= TOO_FAST * habit.fastest() || Math.abs(value - habit.last()) <= habit.span() / 2) {
            return;
        }
        Claim claim = claim(now, RATE, variable, false);
        if (claim.isNew()) {
            claim.title("Value moves faster than it can")
                    .severity(Severity.MEDIUM)
                    .confidence(0.6)
                    .expected("at most " + Variable.number(habit.fastest()) + " a second, as in " + habit.count()
                            + " values")
                    .seen(variable.name() + " went from " + Variable.number(habit.last()) + " to "
                            + Variable.number(value) + ", " + Variable.number(rate) + " a second");
        }
    }

    private static void frozen(Moment now, Variable variable, double value) {
        PointHabit habit = variable.habit;
        long run = value == habit.last() ? habit.run() + 1 : 1;
        if (run < Math.max(FROZEN_RUN, 10 * habit.longestRun())) {
            return;
        }
        Claim claim = claim(now, FROZEN, variable, false);
        if (claim.isNew()) {
            claim.title("Noisy value stands still")
                    .severity(Severity.MEDIUM)
                    .confidence(0.6)
                    .expected("it never showed more than " + habit.longestRun() + " equal values in a row")
                    .seen(variable.name() + " is " + Variable.number(value) + " for " + run + " values");
        }
    }

    private static void played(Moment now, Variable variable, double value) {
        Replay replay = value == variable.habit.last() ? null : variable.replay();
        if (replay == null || !replay.isPlayed(value)) {
            return;
        }
        Claim claim = claim(now, FROZEN, variable, false);
        if (claim.isNew()) {
            claim.title("Noisy value repeats what it was before")
                    .severity(Severity.MEDIUM)
                    .confidence(0.6)
                    .expected("noise that never comes again, as in " + variable.habit.count() + " values")
                    .seen(variable.name() + " shows the same values in the same order as before");
        }
    }

    private static Claim claim(Moment now, Detection detection, Variable variable, boolean written) {
        Subject device = variable.point.subject();
        return now.claim(
                detection,
                written ? now.at().client() : device.address(),
                device,
                variable.point.point().label());
    }

    private static String usual(PointHabit habit) {
        return habit.isConstant()
                ? Variable.number(habit.low()) + ", as in " + habit.count() + " values"
                : Variable.number(habit.low()) + " to " + Variable.number(habit.high()) + ", as in " + habit.count()
                        + " values";
    }
}
