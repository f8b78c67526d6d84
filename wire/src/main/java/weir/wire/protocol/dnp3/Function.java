// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Application function (IEEE 1815 table 4-3), with what follows the object headers of its messages. */
enum Function implements Service {
    CONFIRM(0, Verb.SESSION, Carries.OBJECTS),
    READ(1, Verb.READ, Carries.HEADERS),
    WRITE(2, Verb.WRITE, Carries.OBJECTS),
    SELECT(3, Verb.CONTROL, Carries.OBJECTS),
    OPERATE(4, Verb.CONTROL, Carries.OBJECTS),
    DIRECT_OPERATE(5, Verb.CONTROL, Carries.OBJECTS),
    DIRECT_OPERATE_NO_RESPONSE(6, Verb.CONTROL, Carries.OBJECTS),
    IMMEDIATE_FREEZE(7, Verb.WRITE, Carries.HEADERS),
    IMMEDIATE_FREEZE_NO_RESPONSE(8, Verb.WRITE, Carries.HEADERS),
    FREEZE_AND_CLEAR(9, Verb.WRITE, Carries.HEADERS),
    FREEZE_AND_CLEAR_NO_RESPONSE(10, Verb.WRITE, Carries.HEADERS),
    FREEZE_AT_TIME(11, Verb.WRITE, Carries.HEADERS),
    FREEZE_AT_TIME_NO_RESPONSE(12, Verb.WRITE, Carries.HEADERS),
    COLD_RESTART(13, Verb.CONTROL, Carries.HEADERS),
    WARM_RESTART(14, Verb.CONTROL, Carries.HEADERS),
    INITIALIZE_DATA(15, Verb.CONFIGURE, Carries.HEADERS),
    INITIALIZE_APPLICATION(16, Verb.PROGRAM, Carries.HEADERS),
    START_APPLICATION(17, Verb.PROGRAM, Carries.HEADERS),
    STOP_APPLICATION(18, Verb.PROGRAM, Carries.HEADERS),
    SAVE_CONFIGURATION(19, Verb.CONFIGURE, Carries.HEADERS),
    ENABLE_UNSOLICITED(20, Verb.CONFIGURE, Carries.HEADERS),
    DISABLE_UNSOLICITED(21, Verb.CONFIGURE, Carries.HEADERS),
    ASSIGN_CLASS(22, Verb.CONFIGURE, Carries.HEADERS),
    DELAY_MEASURE(23, Verb.TIME, Carries.HEADERS),
    RECORD_CURRENT_TIME(24, Verb.TIME, Carries.HEADERS),
    OPEN_FILE(25, Verb.FILE, Carries.OBJECTS),
    CLOSE_FILE(26, Verb.FILE, Carries.OBJECTS),
    DELETE_FILE(27, Verb.FILE, Carries.OBJECTS),
    GET_FILE_INFORMATION(28, Verb.FILE, Carries.OBJECTS),
    AUTHENTICATE_FILE(29, Verb.AUTHENTICATE, Carries.OBJECTS),
    ABORT_FILE(30, Verb.FILE, Carries.OBJECTS),
    ACTIVATE_CONFIGURATION(31, Verb.CONFIGURE, Carries.OBJECTS),
    AUTHENTICATION_REQUEST(32, Verb.AUTHENTICATE, Carries.OBJECTS),
    AUTHENTICATION_REQUEST_NO_RESPONSE(33, Verb.AUTHENTICATE, Carries.OBJECTS),
    /** An answer whose request was not seen; otherwise the request's own function is told. */
    RESPONSE(129, Verb.READ, Carries.OBJECTS),
    UNSOLICITED_RESPONSE(130, Verb.READ, Carries.OBJECTS),
    AUTHENTICATION_RESPONSE(131, Verb.AUTHENTICATE, Carries.OBJECTS);

    private static final @Nullable Function[] BY_CODE = new @Nullable Function[256];

    static {
        for (Function function : values()) {
            BY_CODE[function.code] = function;
        }
    }

    private enum Carries {
        HEADERS,
        OBJECTS
    }

    private final int code;
    private final Verb verb;
    private final Carries carries;

    Function(int code, Verb verb, Carries carries) {
        this.code = code;
        this.verb = verb;
        this.carries = carries;
    }

    static @Nullable Function of(int code) {
        return BY_CODE[code & 0xff];
    }

    /** Sent by an outstation. */
    boolean answers() {
        return code >= RESPONSE.code;
    }

    /** Whether objects follow their header, not only the header stands for them. */
    boolean carriesObjects() {
        return carries == Carries.OBJECTS;
    }

    /** Brings the time to freeze at, in front of the headers of what to freeze. */
    boolean freezesAtTime() {
        return this == FREEZE_AT_TIME || this == FREEZE_AT_TIME_NO_RESPONSE;
    }

    boolean isAnswered() {
        return !answers()
                && this != CONFIRM
                && this != DIRECT_OPERATE_NO_RESPONSE
                && this != IMMEDIATE_FREEZE_NO_RESPONSE
                && this != FREEZE_AND_CLEAR_NO_RESPONSE
                && this != FREEZE_AT_TIME_NO_RESPONSE
                && this != AUTHENTICATION_REQUEST_NO_RESPONSE;
    }

    boolean controls() {
        return this == SELECT || this == OPERATE || this == DIRECT_OPERATE || this == DIRECT_OPERATE_NO_RESPONSE;
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
