// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.model.Service;
import weir.model.Verb;

/** Kinds of application messages (ANSI/ASHRAE 135 clause 20.1); services only where none other is known. */
enum PduType implements Service {
    CONFIRMED_REQUEST(Verb.OTHER),
    UNCONFIRMED_REQUEST(Verb.OTHER),
    SIMPLE_ACK(Verb.OTHER),
    COMPLEX_ACK(Verb.OTHER),
    SEGMENT_ACK(Verb.SESSION),
    ERROR(Verb.OTHER),
    REJECT(Verb.OTHER),
    ABORT(Verb.OTHER);

    private static final PduType[] ALL = values();

    private final Verb verb;

    PduType(Verb verb) {
        this.verb = verb;
    }

    /** The kind in the first octet of a message; null where there is none such. */
    static @org.jspecify.annotations.Nullable PduType of(int octet) {
        int code = octet >> 4;
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
