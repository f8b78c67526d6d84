// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ike;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Exchanges (IANA, ISAKMP Exchange Types and IKEv2 Exchange Types); those from 34 on are of version 2. */
enum ExchangeType implements Service {
    MAIN_MODE(2, Verb.AUTHENTICATE),
    AUTHENTICATION_ONLY(3, Verb.AUTHENTICATE),
    AGGRESSIVE_MODE(4, Verb.AUTHENTICATE),
    INFORMATIONAL_V1(5, Verb.SESSION),
    TRANSACTION(6, Verb.CONFIGURE),
    QUICK_MODE(32, Verb.SESSION),
    NEW_GROUP_MODE(33, Verb.SESSION),
    IKE_SA_INIT(34, Verb.SESSION),
    IKE_AUTH(35, Verb.AUTHENTICATE),
    CREATE_CHILD_SA(36, Verb.SESSION),
    INFORMATIONAL(37, Verb.SESSION),
    IKE_SESSION_RESUME(38, Verb.SESSION),
    IKE_INTERMEDIATE(43, Verb.SESSION),
    IKE_FOLLOWUP_KE(44, Verb.SESSION);

    private static final int FIRST_OF_VERSION_2 = 34;
    private static final @Nullable ExchangeType[] BY_CODE = new @Nullable ExchangeType[IKE_FOLLOWUP_KE.code + 1];

    static {
        for (ExchangeType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final Verb verb;

    ExchangeType(int code, Verb verb) {
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

    static @Nullable ExchangeType of(int code, int version) {
        ExchangeType type = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        return type != null && code >= FIRST_OF_VERSION_2 == (version == 2) ? type : null;
    }
}
