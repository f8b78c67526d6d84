// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Commands of the encapsulation layer: CIP volume 2, table 2-3.2. */
enum EncapsulationCommand implements Service {
    NO_OPERATION(0x0000, Verb.SESSION),
    LIST_SERVICES(0x0004, Verb.IDENTIFY),
    LIST_IDENTITY(0x0063, Verb.IDENTIFY),
    LIST_INTERFACES(0x0064, Verb.IDENTIFY),
    REGISTER_SESSION(0x0065, Verb.SESSION),
    UNREGISTER_SESSION(0x0066, Verb.SESSION),
    SEND_RR_DATA(0x006f, Verb.SESSION),
    SEND_UNIT_DATA(0x0070, Verb.SESSION),
    INDICATE_STATUS(0x0072, Verb.DIAGNOSE),
    CANCEL(0x0073, Verb.SESSION),
    START_DTLS(0x00c8, Verb.SESSION);

    private static final int CODES = 0x100;
    private static final @Nullable EncapsulationCommand[] BY_CODE = new @Nullable EncapsulationCommand[CODES];

    static {
        for (EncapsulationCommand command : values()) {
            BY_CODE[command.code] = command;
        }
    }

    private final int code;
    private final Verb verb;

    EncapsulationCommand(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    /** The command with this number, null where there is none. */
    static @Nullable EncapsulationCommand of(int code) {
        return code >= 0 && code < CODES ? BY_CODE[code] : null;
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
