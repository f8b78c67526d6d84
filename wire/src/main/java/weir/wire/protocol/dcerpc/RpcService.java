// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.model.Service;
import weir.model.Verb;

/** What RPC says of itself, apart from the calls: kinds of protocol data unit (C706, 12.6.4 and 12.5.2). */
enum RpcService implements Service {
    PING(1, Verb.SESSION),
    WORKING(4, Verb.SESSION),
    NO_CALL(5, Verb.SESSION),
    ACKNOWLEDGE(7, Verb.SESSION),
    CANCEL_CALL(8, Verb.SESSION),
    BIND(11, Verb.SESSION),
    ALTER_CONTEXT(14, Verb.SESSION),
    AUTHENTICATE(16, Verb.AUTHENTICATE),
    SHUTDOWN(17, Verb.SESSION),
    CANCEL(18, Verb.SESSION),
    ORPHANED(19, Verb.SESSION),
    REQUEST_TO_SEND(20, Verb.SESSION),
    /** The answer to a request that was not seen. */
    ANSWER(2, Verb.OTHER);

    private final int code;
    private final Verb verb;

    RpcService(int code, Verb verb) {
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
}
