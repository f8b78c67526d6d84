// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tristation;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** What a datagram is for, by its first octet. */
enum Link implements Service {
    CONNECT(Verb.SESSION),
    CONNECTED(Verb.SESSION),
    DISCONNECTED(Verb.SESSION),
    DISCONNECT(Verb.SESSION),
    COMMAND(Verb.OTHER),
    PING(Verb.SESSION),
    CONNECTION_LIMIT_REACHED(Verb.SESSION),
    NOT_CONNECTED(Verb.SESSION),
    MAIN_PROCESSORS_DEAD(Verb.SESSION),
    ACCESS_DENIED(Verb.SESSION),
    CONNECTION_FAILED(Verb.SESSION);

    private static final Link[] ALL = values();

    private final Verb verb;

    Link(Verb verb) {
        this.verb = verb;
    }

    static @Nullable Link of(int code) {
        return code >= 1 && code <= ALL.length ? ALL[code - 1] : null;
    }

    /** Whether the controller says it in answer to {@link #CONNECT} and refuses. */
    boolean refuses() {
        return ordinal() >= CONNECTION_LIMIT_REACHED.ordinal();
    }

    @Override
    public int code() {
        return ordinal() + 1;
    }

    @Override
    public Verb verb() {
        return verb;
    }
}
