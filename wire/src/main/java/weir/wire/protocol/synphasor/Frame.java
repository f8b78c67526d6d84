// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.synphasor;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** What is said: data, what a command asks for, and other commands (IEEE C37.118.2-2011 table 15). */
enum Frame implements Service {
    DATA(0, Verb.READ),
    /** Turns the stream off: whoever looks at the grid goes blind. */
    TURN_OFF_TRANSMISSION(1, Verb.CONTROL),
    TURN_ON_TRANSMISSION(2, Verb.CONTROL),
    SEND_HEADER(3, Verb.IDENTIFY),
    SEND_CONFIGURATION_1(4, Verb.IDENTIFY),
    SEND_CONFIGURATION_2(5, Verb.IDENTIFY),
    SEND_CONFIGURATION_3(6, Verb.IDENTIFY),
    EXTENDED_FRAME(8, Verb.OTHER);

    static final int TYPE_DATA = 0;
    static final int TYPE_HEADER = 1;
    static final int TYPE_CONFIGURATION_1 = 2;
    static final int TYPE_CONFIGURATION_2 = 3;
    static final int TYPE_COMMAND = 4;
    static final int TYPE_CONFIGURATION_3 = 5;

    private final int code;
    private final Verb verb;

    Frame(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    static @Nullable Frame ofCommand(int command) {
        return switch (command) {
            case 1 -> TURN_OFF_TRANSMISSION;
            case 2 -> TURN_ON_TRANSMISSION;
            case 3 -> SEND_HEADER;
            case 4 -> SEND_CONFIGURATION_1;
            case 5 -> SEND_CONFIGURATION_2;
            case 6 -> SEND_CONFIGURATION_3;
            case 8 -> EXTENDED_FRAME;
            default -> null;
        };
    }

    /** The command that a frame of this type answers. */
    static Frame answered(int type) {
        return switch (type) {
            case TYPE_HEADER -> SEND_HEADER;
            case TYPE_CONFIGURATION_1 -> SEND_CONFIGURATION_1;
            case TYPE_CONFIGURATION_2 -> SEND_CONFIGURATION_2;
            case TYPE_CONFIGURATION_3 -> SEND_CONFIGURATION_3;
            default -> DATA;
        };
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
