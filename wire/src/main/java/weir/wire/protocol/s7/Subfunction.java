// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import weir.model.Service;
import weir.model.Verb;
import weir.wire.Numbered;

/** What user data is about: function group and subfunction; the code is {@code group << 8 | subfunction}. */
enum Subfunction implements Service {
    BLOCK_STATUS(0x0101, Verb.DIAGNOSE),
    VARIABLE_STATUS(0x0102, Verb.READ, Form.TEST_VARIABLES),
    INTERRUPT_STACK(0x0103, Verb.DIAGNOSE),
    BLOCK_STACK(0x0104, Verb.DIAGNOSE),
    LOCAL_STACK(0x0105, Verb.DIAGNOSE),
    TIME_MEASUREMENT(0x0106, Verb.DIAGNOSE),
    FORCE_SELECTION(0x0107, Verb.CONTROL),
    MODIFY_VARIABLE(0x0108, Verb.WRITE, Form.TEST_VARIABLES),
    FORCE(0x0109, Verb.CONTROL, Form.TEST_VARIABLES),
    BREAKPOINT(0x010a, Verb.CONTROL),
    EXIT_HOLD(0x010b, Verb.CONTROL),
    MEMORY_RESET(0x010c, Verb.CONTROL),
    DISABLE_JOB(0x010d, Verb.DIAGNOSE, Form.TEST_JOB),
    ENABLE_JOB(0x010e, Verb.DIAGNOSE, Form.TEST_JOB),
    DELETE_JOB(0x010f, Verb.DIAGNOSE, Form.TEST_JOB),
    READ_JOB_LIST(0x0110, Verb.DIAGNOSE),
    READ_JOB(0x0111, Verb.DIAGNOSE, Form.TEST_JOB),
    REPLACE_JOB(0x0112, Verb.CONTROL, Form.TEST_JOB),
    BLOCK_STATUS_2(0x0113, Verb.DIAGNOSE),
    FLASH_LED(0x0116, Verb.DIAGNOSE),

    CYCLIC_TRANSFER(0x0201, Verb.SUBSCRIBE, Form.CYCLIC),
    CYCLIC_UNSUBSCRIBE(0x0204, Verb.SUBSCRIBE),
    CHANGE_DRIVEN_TRANSFER(0x0205, Verb.SUBSCRIBE, Form.CYCLIC),
    CHANGE_DRIVEN_MODIFY(0x0207, Verb.SUBSCRIBE, Form.CYCLIC),
    READ_RECORD(0x0208, Verb.READ, Form.RECORD),

    LIST_BLOCKS(0x0301, Verb.IDENTIFY),
    LIST_BLOCKS_OF_TYPE(0x0302, Verb.IDENTIFY, Form.BLOCK_KIND),
    BLOCK_INFO(0x0303, Verb.IDENTIFY, Form.BLOCK_NAME),

    READ_SZL(0x0401, Verb.IDENTIFY, Form.STATUS_LIST),
    MESSAGE_SERVICE(0x0402, Verb.SUBSCRIBE, Form.MESSAGES),
    DIAGNOSTIC_MESSAGE(0x0403, Verb.DIAGNOSE, Form.EVENT),
    ALARM_8_INDICATION(0x0405, Verb.ALARM, Form.ALARM),
    NOTIFY_INDICATION(0x0406, Verb.ALARM, Form.ALARM),
    ALARM_8_LOCK(0x0407, Verb.ALARM, Form.ALARM),
    ALARM_8_UNLOCK(0x0408, Verb.ALARM, Form.ALARM),
    SCAN_INDICATION(0x0409, Verb.ALARM, Form.SCAN),
    ALARM_ACKNOWLEDGE(0x040b, Verb.ALARM, Form.ALARM),
    ALARM_ACKNOWLEDGE_INDICATION(0x040c, Verb.ALARM, Form.ALARM),
    ALARM_LOCK_INDICATION(0x040d, Verb.ALARM, Form.ALARM),
    ALARM_UNLOCK_INDICATION(0x040e, Verb.ALARM, Form.ALARM),
    ALARM_SQ_INDICATION(0x0411, Verb.ALARM, Form.ALARM),
    ALARM_S_INDICATION(0x0412, Verb.ALARM, Form.ALARM),
    ALARM_QUERY(0x0413, Verb.ALARM, Form.ALARM),
    NOTIFY_8_INDICATION(0x0416, Verb.ALARM, Form.ALARM),

    PASSWORD(0x0501, Verb.AUTHENTICATE, Form.PASSWORD),
    CLEAR_PASSWORD(0x0502, Verb.AUTHENTICATE),

    BLOCK_SEND(0x0600, Verb.WRITE, Form.BLOCK_SEND),

    READ_CLOCK(0x0701, Verb.READ),
    SET_CLOCK(0x0702, Verb.TIME),
    READ_CLOCK_FOLLOWING(0x0703, Verb.READ),
    SET_CLOCK_FOLLOWING(0x0704, Verb.TIME),

    NC_REQUEST_DOWNLOAD(0x3f01, Verb.PROGRAM),
    NC_DOWNLOAD_BLOCK(0x3f02, Verb.PROGRAM),
    NC_CONTINUE_DOWNLOAD(0x3f03, Verb.PROGRAM),
    NC_DOWNLOAD_ENDED(0x3f04, Verb.PROGRAM),
    NC_START_UPLOAD(0x3f06, Verb.PROGRAM),
    NC_UPLOAD(0x3f07, Verb.PROGRAM),
    NC_CONTINUE_UPLOAD(0x3f08, Verb.PROGRAM);

    /** The controller says that it changed its operating mode; it has no group of its own on the wire. */
    static final Service MODE_TRANSITION = new Unlisted("mode_transition", 0, Verb.DIAGNOSE);

    /** Groups use 6 bits. */
    private static final Service[] BY_CODE = new Service[64 << 8];

    static {
        Numbered names = Numbered.hex("userdata_");
        for (int code = 0; code < BY_CODE.length; code++) {
            BY_CODE[code] = new Unlisted(names.of(code), code, Verb.OTHER);
        }
        for (Subfunction subfunction : values()) {
            BY_CODE[subfunction.code] = subfunction;
        }
    }

    /** How what it carries is laid out; {@link Contents} reads it. */
    enum Form {
        OPAQUE,
        STATUS_LIST,
        CYCLIC,
        RECORD,
        TEST_VARIABLES,
        TEST_JOB,
        BLOCK_KIND,
        BLOCK_NAME,
        BLOCK_SEND,
        MESSAGES,
        ALARM,
        SCAN,
        EVENT,
        PASSWORD
    }

    private final int code;
    private final Verb verb;
    private final Form form;

    Subfunction(int code, Verb verb) {
        this(code, verb, Form.OPAQUE);
    }

    Subfunction(int code, Verb verb, Form form) {
        this.code = code;
        this.verb = verb;
        this.form = form;
    }

    Form form() {
        return form;
    }

    static Service of(int group, int subfunction) {
        return BY_CODE[((group & 63) << 8) | (subfunction & 0xff)];
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
