// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** The ADS commands, and the services of the search for devices. */
enum Command implements Service {
    READ_DEVICE_INFO(1, Verb.IDENTIFY),
    READ(2, Verb.READ),
    WRITE(3, Verb.WRITE),
    READ_STATE(4, Verb.DIAGNOSE),
    /** Starts, stops, resets, puts into configuration. */
    WRITE_CONTROL(5, Verb.CONTROL),
    ADD_NOTIFICATION(6, Verb.SUBSCRIBE),
    DELETE_NOTIFICATION(7, Verb.SUBSCRIBE),
    NOTIFICATION(8, Verb.READ),
    READ_WRITE(9, Verb.WRITE),
    /** Asks every TwinCAT device to say what it is. */
    DISCOVER(1 | 1 << 16, Verb.IDENTIFY),
    /** Makes the device talk to another: with user and password in the clear. */
    ADD_ROUTE(6 | 1 << 16, Verb.CONFIGURE),
    DELETE_ROUTE(7 | 1 << 16, Verb.CONFIGURE);

    /** The last command. */
    static final int LAST = 9;

    private static final @Nullable Command[] BY_CODE = new @Nullable Command[LAST + 1];

    static {
        for (Command command : values()) {
            if (command.code <= LAST) {
                BY_CODE[command.code] = command;
            }
        }
    }

    private final int code;
    private final Verb verb;

    Command(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    static @Nullable Command of(int code) {
        return code <= LAST ? BY_CODE[code] : null;
    }

    @Override
    public int code() {
        return code & 0xffff;
    }

    @Override
    public Verb verb() {
        return verb;
    }
}
