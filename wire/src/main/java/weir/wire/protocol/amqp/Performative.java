// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.amqp;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Performatives of AMQP 1.0 (part 2, 2.7, and part 5, 5.3.3). */
enum Performative implements Service {
    OPEN(0x10, Verb.SESSION),
    BEGIN(0x11, Verb.SESSION),
    /** Wants to send to, or to receive from, an address. */
    ATTACH(0x12, Verb.SUBSCRIBE),
    FLOW(0x13, Verb.SESSION),
    /** Tells something to whoever wants it. */
    TRANSFER(0x14, Verb.READ),
    DISPOSITION(0x15, Verb.SESSION),
    DETACH(0x16, Verb.SUBSCRIBE),
    END(0x17, Verb.SESSION),
    CLOSE(0x18, Verb.SESSION),
    SASL_MECHANISMS(0x40, Verb.AUTHENTICATE),
    SASL_INIT(0x41, Verb.AUTHENTICATE),
    SASL_CHALLENGE(0x42, Verb.AUTHENTICATE),
    SASL_RESPONSE(0x43, Verb.AUTHENTICATE),
    SASL_OUTCOME(0x44, Verb.AUTHENTICATE);

    private final int code;
    private final Verb verb;

    Performative(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    static @Nullable Performative of(int code) {
        int index = code >= 0x40 ? code - 0x40 + SASL_MECHANISMS.ordinal() : code - 0x10;
        return index >= 0 && index < ALL.length && ALL[index].code == code ? ALL[index] : null;
    }

    private static final Performative[] ALL = values();

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }
}
