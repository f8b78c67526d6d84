// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/**
 * The functions of {@link Umas} that are known, by the names that those who study it use. Upload and download are meant
 * as in "upload to the controller": an upload changes the program, a download copies it out.
 */
enum UmasFunction implements Service {
    INIT_COMM(0x01, Verb.SESSION),
    READ_ID(0x02, Verb.IDENTIFY),
    READ_PROJECT_INFO(0x03, Verb.IDENTIFY),
    READ_PLC_INFO(0x04, Verb.DIAGNOSE),
    READ_CARD_INFO(0x06, Verb.DIAGNOSE),
    READ_BLOCK_INFO(0x07, Verb.DIAGNOSE),
    /** Sends its data back. */
    REPEAT(0x0a, Verb.DIAGNOSE),
    /** Whoever holds the reservation may change the program, nobody else. */
    TAKE_PLC_RESERVATION(0x10, Verb.AUTHENTICATE, Layout.RESERVATION),
    RELEASE_PLC_RESERVATION(0x11, Verb.SESSION),
    KEEP_ALIVE(0x12, Verb.SESSION),
    READ_MEMORY_BLOCK(0x20, Verb.READ, Layout.MEMORY),
    WRITE_MEMORY_BLOCK(0x21, Verb.WRITE),
    READ_VARIABLES(0x22, Verb.READ, Layout.VARIABLES),
    WRITE_VARIABLES(0x23, Verb.WRITE, Layout.VALUES),
    READ_COILS_REGISTERS(0x24, Verb.READ),
    WRITE_COILS_REGISTERS(0x25, Verb.WRITE),
    READ_DATA_DICTIONARY(0x26, Verb.READ),
    PRELOAD_DATA_DICTIONARY(0x27, Verb.READ),
    READ_PHYSICAL_ADDRESS(0x28, Verb.READ),
    /** How the small controllers (M221) are given their program. */
    WRITE_PHYSICAL_ADDRESS(0x29, Verb.PROGRAM),
    BROWSE_EVENTS(0x2a, Verb.READ),
    INITIALIZE_UPLOAD(0x30, Verb.PROGRAM),
    UPLOAD_BLOCK(0x31, Verb.PROGRAM, Layout.BLOCK),
    END_UPLOAD(0x32, Verb.PROGRAM),
    INITIALIZE_DOWNLOAD(0x33, Verb.PROGRAM),
    DOWNLOAD_BLOCK(0x34, Verb.PROGRAM, Layout.BLOCK),
    END_DOWNLOAD(0x35, Verb.PROGRAM),
    BACKUP_RESTORE(0x36, Verb.PROGRAM),
    PRELOAD_BLOCKS(0x37, Verb.PROGRAM),
    READ_ETHERNET_MASTER_DATA(0x39, Verb.DIAGNOSE),
    START_PLC(0x40, Verb.CONTROL),
    STOP_PLC(0x41, Verb.CONTROL),
    INITIALIZE_PLC(0x42, Verb.CONTROL),
    MONITOR_PLC(0x50, Verb.READ),
    CHECK_PLC(0x58, Verb.DIAGNOSE),
    /** Halts the program where it is set. */
    SET_BREAKPOINT(0x60, Verb.CONTROL),
    PRIVATE_MESSAGE(0x6d, Verb.AUTHENTICATE),
    ENHANCED_RESERVATION(0x6e, Verb.AUTHENTICATE),
    READ_IO_OBJECT(0x70, Verb.READ),
    WRITE_IO_OBJECT(0x71, Verb.WRITE),
    READ_MODULE_STATUS(0x73, Verb.DIAGNOSE);

    /** How the data of a request is laid out. */
    enum Layout {
        /** Range u8, block u16, offset u16, unknown u16, octets u16. */
        MEMORY,
        /** Check sum u32, variables u8, where they are. */
        VARIABLES,
        /** The same with their values. */
        VALUES,
        /** Number u32, length u8, name of who asks. */
        RESERVATION,
        /** Unknown u16, block u16; going to the controller octets u16 and the octets. */
        BLOCK,
        /** None, or not known. */
        OPEN
    }

    private static final int CODES = 256;
    private static final @Nullable UmasFunction[] BY_CODE = new @Nullable UmasFunction[CODES];
    private static final Service[] UNLISTED = new Service[CODES];

    static {
        for (UmasFunction function : values()) {
            BY_CODE[function.code] = function;
        }
        for (int code = 0; code < CODES; code++) {
            UNLISTED[code] = new Service.Unlisted("function_" + code, code, Verb.OTHER);
        }
    }

    private final int code;
    private final Verb verb;
    private final Layout layout;

    UmasFunction(int code, Verb verb) {
        this(code, verb, Layout.OPEN);
    }

    UmasFunction(int code, Verb verb, Layout layout) {
        this.code = code;
        this.verb = verb;
        this.layout = layout;
    }

    static @Nullable UmasFunction of(int code) {
        return code >= 0 && code < CODES ? BY_CODE[code] : null;
    }

    /** A service for a code that no function is known to have. */
    static Service unlisted(int code) {
        return UNLISTED[code];
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }

    Layout layout() {
        return layout;
    }
}
