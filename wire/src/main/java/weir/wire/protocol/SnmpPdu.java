// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Verb;

/** What an SNMP message asks or tells (RFC 3416 section 3, RFC 1157 section 4.1); the code is that of its tag. */
enum SnmpPdu implements Service {
    GET(0, Phase.REQUEST, Verb.READ),
    GET_NEXT(1, Phase.REQUEST, Verb.READ),
    RESPONSE(2, Phase.RESPONSE, Verb.READ),
    SET(3, Phase.REQUEST, Verb.CONFIGURE),
    TRAP_V1(4, Phase.NOTICE, Verb.ALARM),
    GET_BULK(5, Phase.REQUEST, Verb.READ),
    INFORM(6, Phase.REQUEST, Verb.ALARM),
    TRAP(7, Phase.NOTICE, Verb.ALARM),
    /** The security or message layer answers in place of the agent. */
    REPORT(8, Phase.RESPONSE, Verb.DIAGNOSE),
    /** What it is cannot be seen. */
    ENCRYPTED(-1, Phase.NOTICE, Verb.OTHER);

    private static final SnmpPdu[] ALL = values();
    private static final int FIRST_TAG = 0xa0;

    private final int code;
    private final Phase phase;
    private final Verb verb;

    SnmpPdu(int code, Phase phase, Verb verb) {
        this.code = code;
        this.phase = phase;
        this.verb = verb;
    }

    /** By identifier octet; null where it is no message's. */
    static @Nullable SnmpPdu of(int identifier) {
        int code = identifier - FIRST_TAG;
        return code >= 0 && code <= REPORT.code ? ALL[code] : null;
    }

    Phase phase() {
        return phase;
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
