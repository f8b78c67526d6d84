// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.openvpn;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Packets (draft-openvpn-wire-protocol, 4): the upper five bits of the first octet. */
enum Opcode implements Service {
    HARD_RESET_CLIENT_V1(1, Verb.SESSION),
    HARD_RESET_SERVER_V1(2, Verb.SESSION),
    SOFT_RESET(3, Verb.SESSION),
    CONTROL(4, Verb.AUTHENTICATE),
    ACKNOWLEDGEMENT(5, Verb.SESSION),
    DATA_V1(6, Verb.OTHER),
    HARD_RESET_CLIENT_V2(7, Verb.SESSION),
    HARD_RESET_SERVER_V2(8, Verb.SESSION),
    DATA_V2(9, Verb.OTHER),
    HARD_RESET_CLIENT_V3(10, Verb.SESSION),
    CONTROL_WITH_KEY(11, Verb.AUTHENTICATE);

    private static final @Nullable Opcode[] BY_CODE = new @Nullable Opcode[CONTROL_WITH_KEY.code + 1];

    static {
        for (Opcode opcode : values()) {
            BY_CODE[opcode.code] = opcode;
        }
    }

    private final int code;
    private final Verb verb;

    Opcode(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }

    static @Nullable Opcode of(int first) {
        return first >= 0 && first >> 3 < BY_CODE.length ? BY_CODE[first >> 3] : null;
    }

    boolean isData() {
        return this == DATA_V1 || this == DATA_V2;
    }

    boolean isClientReset() {
        return this == HARD_RESET_CLIENT_V1 || this == HARD_RESET_CLIENT_V2 || this == HARD_RESET_CLIENT_V3;
    }

    boolean isServerReset() {
        return this == HARD_RESET_SERVER_V1 || this == HARD_RESET_SERVER_V2;
    }
}
