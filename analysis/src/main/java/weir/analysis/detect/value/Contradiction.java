// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Moment;
import weir.model.Address;
import weir.model.Severity;
import weir.model.Subject;

/** A variable that is not what was written, changes though nobody wrote, or is shown differently to its readers. */
final class Contradiction {

    static final Detection FEEDBACK = Detection.of("PV-04");
    static final Detection SILENT = Detection.of("PV-06");
    static final Detection VIEWS = Detection.of("PV-07");

    /** A device may take so long to do what it was told, nanoseconds. */
    private static final long REACTION = 5 * 1_000_000_000L;

    /** Reads in a row that show something else than was written. */
    private static final int WRONG = 3;

    /** A write explains a change that is first read so much later, nanoseconds: slow polls. */
    private static final long EXPLAINS = 120 * 1_000_000_000L;

    /** What one reader was shown is compared with what another was shown at most so much earlier, nanoseconds. */
    private static final long FRESH = 5 * 1_000_000_000L;

    /** Readings in a row that differ. */
    private static final int DIFFERENT = 5;

    private Contradiction() {}

    /** A value was read; {@link PointHabit#last} is still the one before it. */
    static void read(Moment now, Variable variable, double value, boolean blind) {
        feedback(now, variable, value);
        if (!blind) {
            silent(now, variable, value);
            views(now, variable, value);
        }
    }

    private static void feedback(Moment now, Variable variable, double value) {
        Written written = variable.written;
        if (!written.isOpen()) {
            return;
        }
        if (value == written.value()) {
            written.keeps();
        } else if (now.time() - written.time() > REACTION && written.differs() >= WRONG) {
            if (written.isUsuallyKept() && now.knowsNormal()) {
                mismatch(now, variable, value);
                written.close();
            } else {
                written.gaveUp();
            }
        }
    }

    private static void mismatch(Moment now, Variable variable, double value) {
        Claim claim = claim(now, FEEDBACK, variable);
        if (claim.isNew()) {
            claim.title("Device does not hold what was written")
                    .severity(Severity.MEDIUM)
                    .confidence(0.6)
                    .expected(Variable.number(variable.written.value()) + ", which was written; until now this variable"
                            + " always held what was written")
                    .seen(variable.name() + " is " + Variable.number(value));
        }
    }

    private static void silent(Moment now, Variable variable, double value) {
        PointHabit habit = variable.habit;
        Written written = variable.written;
        if (!habit.hasLast() || value == habit.last()) {
            return;
        }
        boolean byWrite = written.any() && now.time() - written.time() <= EXPLAINS;
        if (!now.knowsNormal()) {
            written.changed(byWrite);
        } else if (!byWrite && written.changesByWritesOnly()) {
            Claim claim = claim(now, SILENT, variable);
            if (claim.isNew()) {
                claim.title("Set-point changed and nobody wrote it")
                        .severity(Severity.MEDIUM)
                        .confidence(0.5)
                        .expected("this variable changes only when somebody writes it over the network")
                        .seen(variable.name() + " went from " + Variable.number(habit.last()) + " to "
                                + Variable.number(value));
            }
        }
    }

    private static void views(Moment now, Variable variable, double value) {
        Address reader = now.at().client();
        Readers readers = variable.readers;
        if (readers == null) {
            Address first = variable.reader == null ? reader : variable.reader;
            variable.reader = first;
            if (first == reader || first.equals(reader)) {
                return;
            }
            readers = new Readers();
            variable.readers = readers;
        }
        boolean rule = readers.usuallyAgree();
        int other = readers.shown(reader, value, now.time(), variable.habit.span(), FRESH);
        if (other < 0 || !rule || readers.disagreeing() < DIFFERENT || !now.knowsNormal()) {
            return;
        }
        readers.told();
        Claim claim = claim(now, VIEWS, variable);
        if (claim.isNew()) {
            claim.title("Two stations are shown different values")
                    .severity(Severity.HIGH)
                    .confidence(0.7)
                    .expected("all who read this variable are shown the same, as until now")
                    .seen(variable.name() + ": " + reader + " was shown " + Variable.number(value) + ", "
                            + readers.who(other) + " " + Variable.number(readers.value(other)));
        }
    }

    private static Claim claim(Moment now, Detection detection, Variable variable) {
        Subject device = variable.point.subject();
        return now.claim(
                detection, device.address(), device, variable.point.point().label());
    }
}
