// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import weir.model.Service;
import weir.model.Verb;

/**
 * Services of connection set-up (IEC 61158-5-10 clause 7.3): the operations of the calls, reading and writing split by
 * what the record is, control by its command. The code is that of the operation, or of the block that says more.
 */
enum IoService implements Service {
    /** Whoever connects decides what the outputs do and how the modules are set up. */
    CONNECT(0, Verb.CONFIGURE),
    RELEASE(1, Verb.SESSION),
    READ_RECORD(2, Verb.READ),
    READ_IDENTIFICATION(0xaff0, Verb.IDENTIFY),
    READ_DIAGNOSIS(0x800c, Verb.DIAGNOSE),
    WRITE_RECORD(3, Verb.CONFIGURE),
    WRITE_IDENTIFICATION(0xaff1, Verb.CONFIGURE),
    /** Parameters of a drive are read and written in records of their own. */
    ACCESS_DRIVE_PARAMETER(0xb02e, Verb.WRITE),
    CONTROL(4, Verb.SESSION),
    PARAMETER_END(0x0110, Verb.SESSION),
    PLUG_PARAMETER_END(0x0111, Verb.SESSION),
    APPLICATION_READY(0x0112, Verb.SESSION),
    PLUG_APPLICATION_READY(0x0113, Verb.SESSION),
    READY_FOR_COMPANION(0x0116, Verb.SESSION),
    READY_FOR_RT_CLASS_3(0x0117, Verb.SESSION),
    PARAMETER_BEGIN(0x0118, Verb.SESSION),
    CALL(-1, Verb.OTHER),
    /** What a device has that is not what was expected. */
    MODULE_DIFFERENCE(0x8104, Verb.DIAGNOSE),
    DIAGNOSIS(0x0010, Verb.DIAGNOSE);

    private static final int IDENTIFICATION_FIRST = 0xaff0;
    private static final int IDENTIFICATION_LAST = 0xafff;
    private static final int DRIVE_LOCAL = 0xb02e;
    private static final int DRIVE_GLOBAL = 0xb02f;

    private final int code;
    private final Verb verb;

    IoService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    /** What a call with this number is. */
    static IoService ofOperation(int operation) {
        return switch (operation) {
            case 0 -> CONNECT;
            case 1 -> RELEASE;
            case 2, 5 -> READ_RECORD;
            case 3 -> WRITE_RECORD;
            case 4 -> CONTROL;
            default -> CALL;
        };
    }

    /** Blocks 0x0110 to 0x0118, their answers 0x8000 higher. */
    static IoService ofControl(int block) {
        return switch (block & 0x7fff) {
            case 0x0110 -> PARAMETER_END;
            case 0x0111 -> PLUG_PARAMETER_END;
            case 0x0112 -> APPLICATION_READY;
            case 0x0113 -> PLUG_APPLICATION_READY;
            case 0x0114 -> RELEASE;
            case 0x0116 -> READY_FOR_COMPANION;
            case 0x0117 -> READY_FOR_RT_CLASS_3;
            case 0x0118 -> PARAMETER_BEGIN;
            default -> CONTROL;
        };
    }

    static IoService ofRecord(boolean write, int index) {
        if (index == DRIVE_LOCAL || index == DRIVE_GLOBAL) {
            return ACCESS_DRIVE_PARAMETER;
        }
        if (index >= IDENTIFICATION_FIRST && index <= IDENTIFICATION_LAST) {
            return write ? WRITE_IDENTIFICATION : READ_IDENTIFICATION;
        }
        int kind = index & 0xfff;
        boolean diagnosis = index >= 0x8000 && kind >= 0x00a && kind <= 0x013;
        return write ? WRITE_RECORD : diagnosis ? READ_DIAGNOSIS : READ_RECORD;
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
