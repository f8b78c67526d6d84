// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tds;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Types of packets (MS-TDS, 2.2.3.1.1), and what else is told. */
enum Kind implements Service {
    BATCH(1, Verb.OTHER),
    OLD_LOGIN(2, Verb.AUTHENTICATE),
    REMOTE_PROCEDURE_CALL(3, Verb.OTHER),
    RESULT(4, Verb.OTHER),
    ATTENTION(6, Verb.SESSION),
    BULK_LOAD(7, Verb.WRITE),
    FEDERATED_TOKEN(8, Verb.AUTHENTICATE),
    TRANSACTION(14, Verb.SESSION),
    LOGIN(16, Verb.AUTHENTICATE),
    SSPI(17, Verb.AUTHENTICATE),
    PRELOGIN(18, Verb.SESSION),
    /** A procedure that runs commands of the operating system, or reaches into it. */
    SYSTEM_PROCEDURE(-1, Verb.CONTROL),
    ENCRYPTED(-1, Verb.OTHER);

    private static final @Nullable Kind[] BY_CODE = new @Nullable Kind[PRELOGIN.code + 1];

    static {
        for (Kind kind : values()) {
            if (kind.code >= 0) {
                BY_CODE[kind.code] = kind;
            }
        }
    }

    private final int code;
    private final Verb verb;

    Kind(int code, Verb verb) {
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

    static @Nullable Kind of(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
