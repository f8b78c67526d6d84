// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/**
 * What one function code stands for many of: the diagnostics of function 8 (Modbus Application Protocol V1.1b3, section
 * 6.8), the encapsulated interfaces of function 43 (sections 6.19 to 6.21), and the half of function 23 that reads.
 * Numbered by function and sub-function, {@code function << 8 | sub-function}.
 */
enum ModbusSubfunction implements Service {
    RETURN_QUERY_DATA(8, 0, Verb.DIAGNOSE),
    /** Restarts the serial port, runs its power-up tests, and leaves listen only mode. */
    RESTART_COMMUNICATIONS(8, 1, Verb.CONTROL),
    RETURN_DIAGNOSTIC_REGISTER(8, 2, Verb.DIAGNOSE),
    CHANGE_ASCII_DELIMITER(8, 3, Verb.CONFIGURE),
    /** The device acts on nothing and answers nothing until it is restarted. */
    FORCE_LISTEN_ONLY(8, 4, Verb.CONTROL),
    CLEAR_COUNTERS(8, 10, Verb.DIAGNOSE),
    RETURN_BUS_MESSAGE_COUNT(8, 11, Verb.DIAGNOSE),
    RETURN_BUS_ERROR_COUNT(8, 12, Verb.DIAGNOSE),
    RETURN_BUS_EXCEPTION_COUNT(8, 13, Verb.DIAGNOSE),
    RETURN_SERVER_MESSAGE_COUNT(8, 14, Verb.DIAGNOSE),
    RETURN_SERVER_NO_RESPONSE_COUNT(8, 15, Verb.DIAGNOSE),
    RETURN_SERVER_NAK_COUNT(8, 16, Verb.DIAGNOSE),
    RETURN_SERVER_BUSY_COUNT(8, 17, Verb.DIAGNOSE),
    RETURN_BUS_OVERRUN_COUNT(8, 18, Verb.DIAGNOSE),
    /** Used by Modicon's own; reserved in the standard. */
    RETURN_OVERRUN_ERROR_COUNT(8, 19, Verb.DIAGNOSE),
    CLEAR_OVERRUN_COUNTER(8, 20, Verb.DIAGNOSE),
    /** Gets or clears statistics of Modbus Plus; reserved in the standard. */
    MODBUS_PLUS_STATISTICS(8, 21, Verb.DIAGNOSE),

    /** The other half of {@link ModbusFunction#READ_WRITE_MULTIPLE_REGISTERS}, which tells the half that writes. */
    READ_WHILE_WRITING(23, 0, Verb.READ),

    CANOPEN_GENERAL_REFERENCE(43, 13, Verb.OTHER),
    READ_DEVICE_IDENTIFICATION(43, 14, Verb.IDENTIFY);

    private static final ModbusSubfunction[] ALL = values();

    private final int code;
    private final Verb verb;

    ModbusSubfunction(int function, int number, Verb verb) {
        this.code = function << 8 | number;
        this.verb = verb;
    }

    static @Nullable ModbusSubfunction of(int function, int number) {
        for (ModbusSubfunction one : ALL) {
            if (one.code == (function << 8 | number)) {
                return one;
            }
        }
        return null;
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
