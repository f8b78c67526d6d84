// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** What a request asks for. Some do one thing or another, by what they touch: see {@link #with}. */
enum Function implements Service {
    ERROR(0x04b1, Verb.OTHER),
    EXPLORE(0x04bb, Verb.READ),
    CREATE_OBJECT(0x04ca, Verb.CONFIGURE),
    DELETE_OBJECT(0x04d4, Verb.CONFIGURE),
    SET_VARIABLE(0x04f2, Verb.WRITE),
    GET_VARIABLE(0x04fc, Verb.READ),
    ADD_LINK(0x0506, Verb.CONFIGURE),
    REMOVE_LINK(0x051a, Verb.CONFIGURE),
    GET_LINK(0x0524, Verb.READ),
    NOTIFY(0x052e, Verb.READ),
    SET_MULTI_VARIABLES(0x0542, Verb.WRITE),
    GET_MULTI_VARIABLES(0x054c, Verb.READ),
    BEGIN_SEQUENCE(0x0556, Verb.SESSION),
    END_SEQUENCE(0x0560, Verb.SESSION),
    INVOKE(0x056b, Verb.OTHER),
    SET_VAR_SUB_STREAMED(0x057c, Verb.WRITE),
    GET_VAR_SUB_STREAMED(0x0586, Verb.READ),
    GET_VARIABLES_ADDRESS(0x0590, Verb.READ),
    ABORT(0x059a, Verb.SESSION),
    ERROR_NOTICE(0x05a9, Verb.OTHER),
    INIT_SSL(0x05b3, Verb.SESSION),
    /** Values that were subscribed to; no function number. */
    NOTIFICATION(0x0033, Verb.READ),
    KEEP_ALIVE(0x00ff, Verb.SESSION),
    SYSTEM_EVENT(0x00fe, Verb.SESSION),
    /** TLS inside of the transport. */
    ENCRYPTED(0x0016, Verb.OTHER),
    /** Protected so that nothing of it can be read. */
    OPAQUE(0x0003, Verb.OTHER);

    private static final int FIRST = 0x04b1;
    private static final @Nullable Function[] BY_CODE = new @Nullable Function[0x0103];

    static {
        for (Function function : values()) {
            if (function.code >= FIRST) {
                BY_CODE[function.code - FIRST] = function;
            }
        }
    }

    private final int code;
    private final Verb verb;
    /** The same service with other verbs, made when the class is. */
    private final Service[] variants;

    Function(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
        variants = new Service[Verb.values().length];
        for (Verb other : Verb.values()) {
            variants[other.ordinal()] = new Service.Unlisted(name(), code, other);
        }
    }

    static @Nullable Function of(int code) {
        return code < FIRST || code >= FIRST + BY_CODE.length ? null : BY_CODE[code - FIRST];
    }

    /** This service, where what it touches makes it do that. */
    Service with(Verb what) {
        return what == verb ? this : variants[what.ordinal()];
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
