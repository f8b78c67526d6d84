// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Services that are answered (ANSI/ASHRAE 135 clause 21, BACnetConfirmedServiceChoice). */
enum ConfirmedService implements Service {
    ACKNOWLEDGE_ALARM(0, Verb.ALARM),
    CONFIRMED_COV_NOTIFICATION(1, Verb.READ),
    CONFIRMED_EVENT_NOTIFICATION(2, Verb.ALARM),
    GET_ALARM_SUMMARY(3, Verb.READ),
    GET_ENROLLMENT_SUMMARY(4, Verb.READ),
    SUBSCRIBE_COV(5, Verb.SUBSCRIBE),
    ATOMIC_READ_FILE(6, Verb.FILE),
    ATOMIC_WRITE_FILE(7, Verb.FILE),
    ADD_LIST_ELEMENT(8, Verb.CONFIGURE),
    REMOVE_LIST_ELEMENT(9, Verb.CONFIGURE),
    CREATE_OBJECT(10, Verb.CONFIGURE),
    DELETE_OBJECT(11, Verb.CONFIGURE),
    READ_PROPERTY(12, Verb.READ),
    READ_PROPERTY_CONDITIONAL(13, Verb.READ),
    READ_PROPERTY_MULTIPLE(14, Verb.READ),
    WRITE_PROPERTY(15, Verb.WRITE),
    WRITE_PROPERTY_MULTIPLE(16, Verb.WRITE),
    DEVICE_COMMUNICATION_CONTROL(17, Verb.CONTROL),
    CONFIRMED_PRIVATE_TRANSFER(18, Verb.OTHER),
    CONFIRMED_TEXT_MESSAGE(19, Verb.OTHER),
    REINITIALIZE_DEVICE(20, Verb.CONTROL),
    VT_OPEN(21, Verb.OTHER),
    VT_CLOSE(22, Verb.OTHER),
    VT_DATA(23, Verb.OTHER),
    AUTHENTICATE(24, Verb.AUTHENTICATE),
    REQUEST_KEY(25, Verb.AUTHENTICATE),
    READ_RANGE(26, Verb.READ),
    LIFE_SAFETY_OPERATION(27, Verb.CONTROL),
    SUBSCRIBE_COV_PROPERTY(28, Verb.SUBSCRIBE),
    GET_EVENT_INFORMATION(29, Verb.READ),
    SUBSCRIBE_COV_PROPERTY_MULTIPLE(30, Verb.SUBSCRIBE),
    CONFIRMED_COV_NOTIFICATION_MULTIPLE(31, Verb.READ),
    CONFIRMED_AUDIT_NOTIFICATION(32, Verb.DIAGNOSE),
    AUDIT_LOG_QUERY(33, Verb.READ),
    /** A property written that changes what a program object runs, or starts and stops it. */
    WRITE_PROPERTY_PROGRAM(15, Verb.PROGRAM),
    /** A property written that sets up an object and is no value of the process. */
    WRITE_PROPERTY_CONFIGURATION(15, Verb.CONFIGURE);

    private static final ConfirmedService[] ALL = values();
    private static final int CODES = AUDIT_LOG_QUERY.code + 1;

    private final int code;
    private final Verb verb;

    ConfirmedService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    static @Nullable ConfirmedService of(int code) {
        return code >= 0 && code < CODES ? ALL[code] : null;
    }

    /** Sent by the device whose values or events it tells of. */
    boolean isNotification() {
        return this == CONFIRMED_COV_NOTIFICATION
                || this == CONFIRMED_EVENT_NOTIFICATION
                || this == CONFIRMED_COV_NOTIFICATION_MULTIPLE
                || this == CONFIRMED_AUDIT_NOTIFICATION;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }
}
