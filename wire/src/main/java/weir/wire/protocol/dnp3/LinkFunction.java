// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** What a link frame is for (IEEE 1815 tables 9-1 and 9-2). */
enum LinkFunction implements Service {
    LINK_RESET(true, 0, Verb.SESSION),
    LINK_RESET_USER_PROCESS(true, 1, Verb.SESSION),
    LINK_TEST(true, 2, Verb.DIAGNOSE),
    LINK_CONFIRMED_USER_DATA(true, 3, Verb.SESSION),
    LINK_UNCONFIRMED_USER_DATA(true, 4, Verb.SESSION),
    LINK_REQUEST_STATUS(true, 9, Verb.DIAGNOSE),
    LINK_ACK(false, 0, Verb.SESSION),
    LINK_NACK(false, 1, Verb.SESSION),
    LINK_STATUS(false, 11, Verb.DIAGNOSE),
    LINK_NOT_WORKING(false, 14, Verb.DIAGNOSE),
    LINK_NOT_SUPPORTED(false, 15, Verb.SESSION);

    private static final @Nullable LinkFunction[] BY_CODE = new @Nullable LinkFunction[32];

    static {
        for (LinkFunction function : values()) {
            BY_CODE[index(function.primary, function.code)] = function;
        }
    }

    private final boolean primary;
    private final int code;
    private final Verb verb;

    LinkFunction(boolean primary, int code, Verb verb) {
        this.primary = primary;
        this.code = code;
        this.verb = verb;
    }

    static @Nullable LinkFunction of(boolean primary, int code) {
        return BY_CODE[index(primary, code)];
    }

    private static int index(boolean primary, int code) {
        return (primary ? 16 : 0) + code;
    }

    boolean carriesData() {
        return this == LINK_CONFIRMED_USER_DATA || this == LINK_UNCONFIRMED_USER_DATA;
    }

    boolean refuses() {
        return this == LINK_NACK || this == LINK_NOT_SUPPORTED || this == LINK_NOT_WORKING;
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
