// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import static weir.wire.protocol.modbus.ModbusLayout.ADDRESS;
import static weir.wire.protocol.modbus.ModbusLayout.BLOCK;
import static weir.wire.protocol.modbus.ModbusLayout.COUNTER;
import static weir.wire.protocol.modbus.ModbusLayout.DATA;
import static weir.wire.protocol.modbus.ModbusLayout.DIAGNOSTIC;
import static weir.wire.protocol.modbus.ModbusLayout.ENCAPSULATED;
import static weir.wire.protocol.modbus.ModbusLayout.EXCHANGE;
import static weir.wire.protocol.modbus.ModbusLayout.IDENTITY;
import static weir.wire.protocol.modbus.ModbusLayout.LOG;
import static weir.wire.protocol.modbus.ModbusLayout.MASK;
import static weir.wire.protocol.modbus.ModbusLayout.NOTHING;
import static weir.wire.protocol.modbus.ModbusLayout.OCTET;
import static weir.wire.protocol.modbus.ModbusLayout.OPEN;
import static weir.wire.protocol.modbus.ModbusLayout.QUEUE;
import static weir.wire.protocol.modbus.ModbusLayout.RANGE;
import static weir.wire.protocol.modbus.ModbusLayout.RECORDS;
import static weir.wire.protocol.modbus.ModbusLayout.VALUE;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Cursor;

/**
 * The Modbus functions: those of the Modbus Application Protocol V1.1b3, section 6, and those that it reserves for
 * makers who used them before (section 5.1; named as Modicon's controllers name them).
 */
enum ModbusFunction implements Service {
    READ_COILS(1, Verb.READ, "coil", 2000, RANGE, DATA),
    READ_DISCRETE_INPUTS(2, Verb.READ, "discrete_input", 2000, RANGE, DATA),
    READ_HOLDING_REGISTERS(3, Verb.READ, "holding_register", 125, RANGE, DATA),
    READ_INPUT_REGISTERS(4, Verb.READ, "input_register", 125, RANGE, DATA),
    WRITE_SINGLE_COIL(5, Verb.WRITE, "coil", 1, VALUE, VALUE),
    WRITE_SINGLE_REGISTER(6, Verb.WRITE, "holding_register", 1, VALUE, VALUE),
    READ_EXCEPTION_STATUS(7, Verb.DIAGNOSE, NOTHING, OCTET),
    DIAGNOSTICS(8, Verb.DIAGNOSE, DIAGNOSTIC, DIAGNOSTIC),
    PROGRAM_484(9, Verb.PROGRAM, OPEN, OPEN),
    POLL_484(10, Verb.PROGRAM, OPEN, OPEN),
    GET_COMM_EVENT_COUNTER(11, Verb.DIAGNOSE, NOTHING, COUNTER),
    GET_COMM_EVENT_LOG(12, Verb.DIAGNOSE, NOTHING, LOG),
    PROGRAM_584(13, Verb.PROGRAM, OPEN, OPEN),
    POLL_584(14, Verb.PROGRAM, OPEN, OPEN),
    WRITE_MULTIPLE_COILS(15, Verb.WRITE, "coil", 1968, BLOCK, RANGE),
    WRITE_MULTIPLE_REGISTERS(16, Verb.WRITE, "holding_register", 123, BLOCK, RANGE),
    REPORT_SERVER_ID(17, Verb.IDENTIFY, NOTHING, IDENTITY),
    PROGRAM_884(18, Verb.PROGRAM, OPEN, OPEN),
    RESET_COMM_LINK(19, Verb.CONTROL, OPEN, OPEN),
    READ_FILE_RECORD(20, Verb.FILE, RECORDS, RECORDS),
    WRITE_FILE_RECORD(21, Verb.FILE, RECORDS, RECORDS),
    MASK_WRITE_REGISTER(22, Verb.WRITE, "holding_register", 1, MASK, MASK),
    READ_WRITE_MULTIPLE_REGISTERS(23, Verb.WRITE, "holding_register", 121, EXCHANGE, DATA),
    READ_FIFO_QUEUE(24, Verb.READ, "fifo_queue", 1, ADDRESS, QUEUE),
    PROGRAM_CONCEPT(40, Verb.PROGRAM, OPEN, OPEN),
    ENCAPSULATED_INTERFACE(43, Verb.OTHER, ENCAPSULATED, ENCAPSULATED),
    UNITY(90, Verb.PROGRAM, ModbusLayout.UMAS, ModbusLayout.UMAS),
    FIRMWARE_REPLACEMENT(125, Verb.FIRMWARE, OPEN, OPEN),
    PROGRAM_984(126, Verb.PROGRAM, OPEN, OPEN),
    REPORT_LOCAL_ADDRESS(127, Verb.IDENTIFY, OPEN, OPEN);

    /** Type of the encapsulated interface that identifies devices. */
    static final int DEVICE_IDENTIFICATION = 14;

    private static final int CODES = 128;
    private static final @Nullable ModbusFunction[] BY_CODE = new @Nullable ModbusFunction[CODES];
    private static final Service[] UNLISTED = new Service[CODES];

    static {
        for (ModbusFunction function : values()) {
            BY_CODE[function.code] = function;
        }
        for (int code = 0; code < CODES; code++) {
            UNLISTED[code] =
                    new Service.Unlisted(isForUsers(code) ? "user_" + code : "function_" + code, code, Verb.OTHER);
        }
    }

    private final int code;
    private final Verb verb;
    private final String objects;
    private final int most;
    private final ModbusLayout request;
    private final ModbusLayout answer;

    ModbusFunction(int code, Verb verb, ModbusLayout request, ModbusLayout answer) {
        this(code, verb, "", 0, request, answer);
    }

    ModbusFunction(int code, Verb verb, String objects, int most, ModbusLayout request, ModbusLayout answer) {
        this.code = code;
        this.verb = verb;
        this.objects = objects;
        this.most = most;
        this.request = request;
        this.answer = answer;
    }

    /** The function with this code (0 to 127), or null. */
    static @Nullable ModbusFunction of(int code) {
        return BY_CODE[code];
    }

    /** A service for a code that no function has. */
    static Service unlisted(int code) {
        return UNLISTED[code];
    }

    /** Codes that the standard leaves to users (section 5): unknown, and yet no fault. */
    static boolean isForUsers(int code) {
        return code >= 65 && code <= 72 || code >= 100 && code <= 110;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }

    /** What it reads or writes: {@code coil}, {@code holding_register}; "" for none. Numbered from 0, as on the wire. */
    String objects() {
        return objects;
    }

    /** How many of them one request may name. */
    int most() {
        return most;
    }

    /** Whether eight objects share an octet; otherwise each takes two. */
    boolean ofBits() {
        return objects.equals("coil") || objects.equals("discrete_input");
    }

    /** Whether the octets from the function code on, as many as {@code length}, have the form of a request. */
    boolean canBeRequest(Cursor pdu, int length) {
        if (this == UNITY) {
            return Umas.isRequest(pdu);
        }
        if (this == ENCAPSULATED_INTERFACE) {
            return length == 4 && pdu.peek(1) == DEVICE_IDENTIFICATION;
        }
        return request.length(pdu) == length;
    }

    /** The same for an answer that is no refusal. */
    boolean canBeAnswer(Cursor pdu, int length) {
        if (this == UNITY) {
            return Umas.isAnswer(pdu);
        }
        if (this == ENCAPSULATED_INTERFACE) {
            return length > 6 && pdu.peek(1) == DEVICE_IDENTIFICATION;
        }
        boolean inRegisters = answer == DATA && !ofBits();
        return answer.length(pdu) == length && !(inRegisters && (length & 1) != 0);
    }

    ModbusLayout request() {
        return request;
    }

    ModbusLayout answer() {
        return answer;
    }
}
