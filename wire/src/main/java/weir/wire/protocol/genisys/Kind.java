// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.genisys;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** What a message is for, by its first octet. */
enum Kind implements Service {
    ACKNOWLEDGE_CLIENT(0xf1, Verb.SESSION, true),
    INDICATION_DATA(0xf2, Verb.READ, true),
    /** Repeats the controls, before they are executed. */
    CONTROL_CHECKBACK(0xf3, Verb.CONTROL, true),
    COMMON_CONTROL(0xf9, Verb.CONTROL, false),
    ACKNOWLEDGE_SERVER(0xfa, Verb.SESSION, false),
    POLL(0xfb, Verb.READ, false),
    CONTROL_DATA(0xfc, Verb.CONTROL, false),
    RECALL(0xfd, Verb.READ, false),
    EXECUTE_CONTROLS(0xfe, Verb.CONTROL, false);

    private final int code;
    private final Verb verb;
    private final boolean answer;

    Kind(int code, Verb verb, boolean answer) {
        this.code = code;
        this.verb = verb;
        this.answer = answer;
    }

    static @Nullable Kind of(int code) {
        return switch (code) {
            case 0xf1 -> ACKNOWLEDGE_CLIENT;
            case 0xf2 -> INDICATION_DATA;
            case 0xf3 -> CONTROL_CHECKBACK;
            case 0xf9 -> COMMON_CONTROL;
            case 0xfa -> ACKNOWLEDGE_SERVER;
            case 0xfb -> POLL;
            case 0xfc -> CONTROL_DATA;
            case 0xfd -> RECALL;
            case 0xfe -> EXECUTE_CONTROLS;
            default -> null;
        };
    }

    boolean isAnswer() {
        return answer;
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
