// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** A service that is answered (ISO 9506-2 clause 7, ConfirmedServiceRequest); its code is its tag. */
enum ConfirmedService implements Service {
    STATUS(0, Verb.DIAGNOSE, "", Naming.NONE),
    GET_NAME_LIST(1, Verb.READ, "", Naming.SCOPE),
    IDENTIFY(2, Verb.IDENTIFY, "", Naming.NONE),
    RENAME(3, Verb.CONFIGURE, "object", Naming.OBJECT_AT_1),
    READ(4, Verb.READ, "variable", Naming.VARIABLES),
    WRITE(5, Verb.WRITE, "variable", Naming.VARIABLES),
    GET_VARIABLE_ACCESS_ATTRIBUTES(6, Verb.READ, "variable", Naming.OBJECT_AT_0),
    DEFINE_NAMED_VARIABLE(7, Verb.CONFIGURE, "variable", Naming.OBJECT_AT_0),
    DEFINE_SCATTERED_ACCESS(8, Verb.CONFIGURE, "scattered_access", Naming.OBJECT_AT_0),
    GET_SCATTERED_ACCESS_ATTRIBUTES(9, Verb.READ, "scattered_access", Naming.OBJECT),
    DELETE_VARIABLE_ACCESS(10, Verb.CONFIGURE, "variable", Naming.OBJECT_AT_1),
    DEFINE_NAMED_VARIABLE_LIST(11, Verb.CONFIGURE, "variable_list", Naming.OBJECT),
    GET_NAMED_VARIABLE_LIST_ATTRIBUTES(12, Verb.READ, "variable_list", Naming.OBJECT),
    DELETE_NAMED_VARIABLE_LIST(13, Verb.CONFIGURE, "variable_list", Naming.OBJECT_AT_1),
    DEFINE_NAMED_TYPE(14, Verb.CONFIGURE, "type", Naming.OBJECT),
    GET_NAMED_TYPE_ATTRIBUTES(15, Verb.READ, "type", Naming.OBJECT),
    DELETE_NAMED_TYPE(16, Verb.CONFIGURE, "type", Naming.OBJECT_AT_1),
    INPUT(17, Verb.OTHER, "operator_station", Naming.TEXT_AT_0),
    OUTPUT(18, Verb.OTHER, "operator_station", Naming.TEXT_AT_0),
    TAKE_CONTROL(19, Verb.CONTROL, "semaphore", Naming.OBJECT_AT_0),
    RELINQUISH_CONTROL(20, Verb.CONTROL, "semaphore", Naming.OBJECT_AT_0),
    DEFINE_SEMAPHORE(21, Verb.CONFIGURE, "semaphore", Naming.OBJECT_AT_0),
    DELETE_SEMAPHORE(22, Verb.CONFIGURE, "semaphore", Naming.OBJECT),
    REPORT_SEMAPHORE_STATUS(23, Verb.READ, "semaphore", Naming.OBJECT),
    REPORT_POOL_SEMAPHORE_STATUS(24, Verb.READ, "semaphore", Naming.OBJECT_AT_0),
    REPORT_SEMAPHORE_ENTRY_STATUS(25, Verb.READ, "semaphore", Naming.OBJECT_AT_0),
    INITIATE_DOWNLOAD_SEQUENCE(26, Verb.PROGRAM, "domain", Naming.TEXT_AT_0),
    DOWNLOAD_SEGMENT(27, Verb.PROGRAM, "domain", Naming.TEXT),
    TERMINATE_DOWNLOAD_SEQUENCE(28, Verb.PROGRAM, "domain", Naming.TEXT_AT_0),
    INITIATE_UPLOAD_SEQUENCE(29, Verb.PROGRAM, "domain", Naming.TEXT),
    UPLOAD_SEGMENT(30, Verb.PROGRAM, "domain", Naming.NUMBER),
    TERMINATE_UPLOAD_SEQUENCE(31, Verb.PROGRAM, "domain", Naming.NUMBER),
    REQUEST_DOMAIN_DOWNLOAD(32, Verb.PROGRAM, "domain", Naming.TEXT_AT_0),
    REQUEST_DOMAIN_UPLOAD(33, Verb.PROGRAM, "domain", Naming.TEXT_AT_0),
    LOAD_DOMAIN_CONTENT(34, Verb.PROGRAM, "domain", Naming.TEXT_AT_0),
    STORE_DOMAIN_CONTENT(35, Verb.PROGRAM, "domain", Naming.TEXT_AT_0),
    DELETE_DOMAIN(36, Verb.PROGRAM, "domain", Naming.TEXT),
    GET_DOMAIN_ATTRIBUTES(37, Verb.READ, "domain", Naming.TEXT),
    CREATE_PROGRAM_INVOCATION(38, Verb.PROGRAM, "program_invocation", Naming.TEXT_AT_0),
    DELETE_PROGRAM_INVOCATION(39, Verb.PROGRAM, "program_invocation", Naming.TEXT),
    START(40, Verb.CONTROL, "program_invocation", Naming.TEXT_AT_0),
    STOP(41, Verb.CONTROL, "program_invocation", Naming.TEXT_AT_0),
    RESUME(42, Verb.CONTROL, "program_invocation", Naming.TEXT_AT_0),
    RESET(43, Verb.CONTROL, "program_invocation", Naming.TEXT_AT_0),
    KILL(44, Verb.CONTROL, "program_invocation", Naming.TEXT_AT_0),
    GET_PROGRAM_INVOCATION_ATTRIBUTES(45, Verb.READ, "program_invocation", Naming.TEXT),
    OBTAIN_FILE(46, Verb.FILE, "file", Naming.FILE_AT_1),
    DEFINE_EVENT_CONDITION(47, Verb.CONFIGURE, "event_condition", Naming.OBJECT_AT_0),
    DELETE_EVENT_CONDITION(48, Verb.CONFIGURE, "event_condition", Naming.OBJECT_AT_0),
    GET_EVENT_CONDITION_ATTRIBUTES(49, Verb.READ, "event_condition", Naming.OBJECT),
    REPORT_EVENT_CONDITION_STATUS(50, Verb.READ, "event_condition", Naming.OBJECT),
    ALTER_EVENT_CONDITION_MONITORING(51, Verb.CONFIGURE, "event_condition", Naming.OBJECT_AT_0),
    TRIGGER_EVENT(52, Verb.ALARM, "event_condition", Naming.OBJECT_AT_0),
    DEFINE_EVENT_ACTION(53, Verb.CONFIGURE, "event_action", Naming.OBJECT_AT_0),
    DELETE_EVENT_ACTION(54, Verb.CONFIGURE, "event_action", Naming.OBJECT_AT_0),
    GET_EVENT_ACTION_ATTRIBUTES(55, Verb.READ, "event_action", Naming.OBJECT),
    REPORT_EVENT_ACTION_STATUS(56, Verb.READ, "event_action", Naming.OBJECT),
    DEFINE_EVENT_ENROLLMENT(57, Verb.CONFIGURE, "event_enrollment", Naming.OBJECT_AT_0),
    DELETE_EVENT_ENROLLMENT(58, Verb.CONFIGURE, "event_enrollment", Naming.OBJECT_AT_0),
    ALTER_EVENT_ENROLLMENT(59, Verb.CONFIGURE, "event_enrollment", Naming.OBJECT_AT_0),
    REPORT_EVENT_ENROLLMENT_STATUS(60, Verb.READ, "event_enrollment", Naming.OBJECT),
    GET_EVENT_ENROLLMENT_ATTRIBUTES(61, Verb.READ, "event_enrollment", Naming.NONE),
    ACKNOWLEDGE_EVENT_NOTIFICATION(62, Verb.ALARM, "event_enrollment", Naming.OBJECT_AT_0),
    GET_ALARM_SUMMARY(63, Verb.READ, "", Naming.NONE),
    GET_ALARM_ENROLLMENT_SUMMARY(64, Verb.READ, "", Naming.NONE),
    READ_JOURNAL(65, Verb.READ, "journal", Naming.OBJECT_AT_0),
    WRITE_JOURNAL(66, Verb.WRITE, "journal", Naming.OBJECT_AT_0),
    INITIALIZE_JOURNAL(67, Verb.CONFIGURE, "journal", Naming.OBJECT_AT_0),
    REPORT_JOURNAL_STATUS(68, Verb.READ, "journal", Naming.OBJECT),
    CREATE_JOURNAL(69, Verb.CONFIGURE, "journal", Naming.OBJECT_AT_0),
    DELETE_JOURNAL(70, Verb.CONFIGURE, "journal", Naming.OBJECT_AT_0),
    GET_CAPABILITY_LIST(71, Verb.IDENTIFY, "", Naming.NONE),
    FILE_OPEN(72, Verb.FILE, "file", Naming.FILE_AT_0),
    FILE_READ(73, Verb.FILE, "file", Naming.NUMBER),
    FILE_CLOSE(74, Verb.FILE, "file", Naming.NUMBER),
    FILE_RENAME(75, Verb.FILE, "file", Naming.FILE_AT_0),
    FILE_DELETE(76, Verb.FILE, "file", Naming.FILE),
    FILE_DIRECTORY(77, Verb.FILE, "file", Naming.FILE_AT_0),
    ADDITIONAL_SERVICE(78, Verb.OTHER, "", Naming.NONE),
    GET_DATA_EXCHANGE_ATTRIBUTES(80, Verb.READ, "data_exchange", Naming.OBJECT),
    EXCHANGE_DATA(81, Verb.WRITE, "data_exchange", Naming.OBJECT_AT_0),
    DEFINE_ACCESS_CONTROL_LIST(82, Verb.CONFIGURE, "access_control_list", Naming.TEXT_AT_0),
    GET_ACCESS_CONTROL_LIST_ATTRIBUTES(83, Verb.READ, "access_control_list", Naming.TEXT_AT_0),
    REPORT_ACCESS_CONTROLLED_OBJECTS(84, Verb.READ, "access_control_list", Naming.TEXT_AT_0),
    DELETE_ACCESS_CONTROL_LIST(85, Verb.CONFIGURE, "access_control_list", Naming.TEXT),
    CHANGE_ACCESS_CONTROL(86, Verb.CONFIGURE, "access_control_list", Naming.NONE),
    RECONFIGURE_PROGRAM_INVOCATION(87, Verb.PROGRAM, "program_invocation", Naming.TEXT_AT_0);

    /** How a request names what it is about. */
    enum Naming {
        NONE,
        /** A class of objects and a domain. */
        SCOPE,
        VARIABLES,
        /** An object's name, as all of the request or first in it. */
        OBJECT,
        OBJECT_AT_0,
        OBJECT_AT_1,
        /** Plain text. */
        TEXT,
        TEXT_AT_0,
        FILE,
        FILE_AT_0,
        FILE_AT_1,
        /** The number that was given to what is open. */
        NUMBER
    }

    private static final @Nullable ConfirmedService[] BY_TAG = new @Nullable ConfirmedService[88];

    static {
        for (ConfirmedService service : values()) {
            BY_TAG[service.tag] = service;
        }
    }

    private final int tag;
    private final Verb verb;
    private final String objects;
    private final Naming naming;

    ConfirmedService(int tag, Verb verb, String objects, Naming naming) {
        this.tag = tag;
        this.verb = verb;
        this.objects = objects;
        this.naming = naming;
    }

    static @Nullable ConfirmedService of(int tag) {
        return tag < 0 || tag >= BY_TAG.length ? null : BY_TAG[tag];
    }

    @Override
    public int code() {
        return tag;
    }

    @Override
    public Verb verb() {
        return verb;
    }

    /** Kind of the objects that it touches. */
    String objects() {
        return objects;
    }

    Naming naming() {
        return naming;
    }
}
