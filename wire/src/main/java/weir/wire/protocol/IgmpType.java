// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Types of messages about groups. */
enum IgmpType implements Service {
    QUERY(0x11, Verb.READ),
    JOIN_VERSION_1(0x12, Verb.SUBSCRIBE),
    DVMRP(0x13, Verb.OTHER),
    PIM(0x14, Verb.OTHER),
    JOIN(0x16, Verb.SUBSCRIBE),
    LEAVE(0x17, Verb.SUBSCRIBE),
    /** Of version 3: its records are told as {@link #JOIN} and {@link #LEAVE}. */
    REPORT(0x22, Verb.SUBSCRIBE);

    private final int code;
    private final Verb verb;

    IgmpType(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    static @Nullable IgmpType of(int code) {
        return switch (code) {
            case 0x11 -> QUERY;
            case 0x12 -> JOIN_VERSION_1;
            case 0x13 -> DVMRP;
            case 0x14 -> PIM;
            case 0x16 -> JOIN;
            case 0x17 -> LEAVE;
            case 0x22 -> REPORT;
            default -> null;
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
