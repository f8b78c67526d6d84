// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.hart;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** What a HART-IP message is for (TS20085 table 8); those that carry commands are told as these only where cut. */
enum HartMessage implements Service {
    SESSION_INITIATE(Verb.SESSION),
    SESSION_CLOSE(Verb.SESSION),
    KEEP_ALIVE(Verb.SESSION),
    TOKEN_PASSING_PDU(Verb.OTHER),
    DIRECT_PDU(Verb.OTHER),
    READ_AUDIT_LOG(Verb.DIAGNOSE);

    private static final HartMessage[] ALL = values();

    private final Verb verb;

    HartMessage(Verb verb) {
        this.verb = verb;
    }

    static @Nullable HartMessage of(int code) {
        return code >= 0 && code < ALL.length ? ALL[code] : null;
    }

    @Override
    public int code() {
        return ordinal();
    }

    @Override
    public Verb verb() {
        return verb;
    }
}
