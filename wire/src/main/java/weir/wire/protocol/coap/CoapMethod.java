// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.coap;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** What a request asks for (RFC 7252 clause 12.1.1, RFC 8132), and what is told where no request is known. */
enum CoapMethod implements Service {
    /** Nothing but a sign of life, an acknowledgement or a reset. */
    EMPTY(0, Verb.SESSION),
    GET(1, Verb.READ),
    POST(2, Verb.WRITE),
    PUT(3, Verb.WRITE),
    DELETE(4, Verb.WRITE),
    FETCH(5, Verb.READ),
    PATCH(6, Verb.WRITE),
    IPATCH(7, Verb.WRITE),
    /** A GET or FETCH that asks to be told of changes too (RFC 7641). */
    OBSERVE(1, Verb.SUBSCRIBE),
    /** An answer whose request was not seen. */
    RESPONSE(64, Verb.READ);

    private static final int METHODS = 8;
    private static final CoapMethod[] ALL = values();

    private final int code;
    private final Verb verb;

    CoapMethod(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    static @Nullable CoapMethod of(int code) {
        return code >= 0 && code < METHODS ? ALL[code] : null;
    }

    boolean writes() {
        return verb == Verb.WRITE;
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
