// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** What stands behind IAC (RFC 854; RFC 885, 1184), and what Weir tells besides. */
enum TelnetCommand implements Service {
    END_OF_FILE(236, Verb.SESSION),
    SUSPEND(237, Verb.CONTROL),
    ABORT(238, Verb.CONTROL),
    END_OF_RECORD(239, Verb.SESSION),
    END_OF_SUBNEGOTIATION(240, Verb.SESSION),
    NO_OPERATION(241, Verb.SESSION),
    DATA_MARK(242, Verb.SESSION),
    BREAK(243, Verb.CONTROL),
    INTERRUPT_PROCESS(244, Verb.CONTROL),
    ABORT_OUTPUT(245, Verb.SESSION),
    ARE_YOU_THERE(246, Verb.DIAGNOSE),
    ERASE_CHARACTER(247, Verb.SESSION),
    ERASE_LINE(248, Verb.SESSION),
    GO_AHEAD(249, Verb.SESSION),
    SUBNEGOTIATION(250, Verb.SESSION),
    WILL(251, Verb.SESSION),
    WONT(252, Verb.SESSION),
    DO(253, Verb.SESSION),
    DONT(254, Verb.SESSION),
    /** The server asks for the user or the password. */
    PROMPT(-1, Verb.AUTHENTICATE),
    /** A line that was typed behind a prompt, and is no secret. */
    LINE(-1, Verb.OTHER);

    private static final TelnetCommand[] ALL = values();

    private final int code;
    private final Verb verb;

    TelnetCommand(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    static @Nullable TelnetCommand of(int code) {
        return code < END_OF_FILE.code || code > DONT.code ? null : ALL[code - END_OF_FILE.code];
    }

    boolean negotiates() {
        return code >= WILL.code;
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
