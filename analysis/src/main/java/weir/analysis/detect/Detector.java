// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.Set;
import weir.analysis.baseline.Habit;
import weir.model.Contact;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Loss;
import weir.model.Observation;
import weir.model.Operation;
import weir.model.PointValue;
import weir.model.Transfer;
import weir.model.Violation;

/**
 * A unit that looks at what happens and claims something. It is asked only about what it says it wants; what it
 * remembers is bounded, and follows from what it was shown and nothing else.
 */
public interface Detector {

    /** What a detector can be asked about. */
    enum Interest {
        /** Operations that matter: each that is new on its edge, each that changes something, each refused one. */
        OPERATIONS,
        /** Every operation, polls too; costs time at each message. */
        EVERY_OPERATION,
        CONTACTS,
        IDENTITIES,
        VIOLATIONS,
        TRANSFERS,
        LOGINS,
        LOSSES,
        /** Values of process variables. */
        VALUES,
        /** Alerts, host events and rulings of firewalls. */
        LOGS,
        /** Each second of the time of the packets. */
        SECONDS
    }

    /** Rows of the catalogue that it answers for. */
    Set<Detection> detections();

    Set<Interest> interests();

    default void operation(Moment now, Operation operation, Habit habit) {}

    default void contact(Moment now, Contact contact) {}

    default void identity(Moment now, Identity identity) {}

    default void violation(Moment now, Violation violation) {}

    default void transfer(Moment now, Transfer transfer) {}

    default void login(Moment now, Login login) {}

    default void loss(Moment now, Loss loss) {}

    default void value(Moment now, PointValue value) {}

    default void log(Moment now, Observation record) {}

    default void second(Moment now) {}
}
