// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Verb;

/** ICMP message types (IANA registry; RFC 792, 950, 1256, 8335). */
enum IcmpType implements Service {
    ECHO_REPLY(0, Phase.RESPONSE, Verb.DIAGNOSE),
    DESTINATION_UNREACHABLE(3, Phase.NOTICE, Verb.DIAGNOSE),
    SOURCE_QUENCH(4, Phase.NOTICE, Verb.DIAGNOSE),
    /** Another way for the packets of the receiver. */
    REDIRECT(5, Phase.NOTICE, Verb.CONFIGURE),
    ECHO(8, Phase.REQUEST, Verb.DIAGNOSE),
    ROUTER_ADVERTISEMENT(9, Phase.NOTICE, Verb.IDENTIFY),
    ROUTER_SOLICITATION(10, Phase.REQUEST, Verb.IDENTIFY),
    TIME_EXCEEDED(11, Phase.NOTICE, Verb.DIAGNOSE),
    PARAMETER_PROBLEM(12, Phase.NOTICE, Verb.DIAGNOSE),
    TIMESTAMP(13, Phase.REQUEST, Verb.DIAGNOSE),
    TIMESTAMP_REPLY(14, Phase.RESPONSE, Verb.DIAGNOSE),
    INFORMATION_REQUEST(15, Phase.REQUEST, Verb.DIAGNOSE),
    INFORMATION_REPLY(16, Phase.RESPONSE, Verb.DIAGNOSE),
    ADDRESS_MASK_REQUEST(17, Phase.REQUEST, Verb.DIAGNOSE),
    ADDRESS_MASK_REPLY(18, Phase.RESPONSE, Verb.DIAGNOSE),
    EXTENDED_ECHO(42, Phase.REQUEST, Verb.DIAGNOSE),
    EXTENDED_ECHO_REPLY(43, Phase.RESPONSE, Verb.DIAGNOSE);

    private static final @Nullable IcmpType[] BY_CODE = new @Nullable IcmpType[256];

    static {
        for (IcmpType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final Phase phase;
    private final Verb verb;

    IcmpType(int code, Phase phase, Verb verb) {
        this.code = code;
        this.phase = phase;
        this.verb = verb;
    }

    static @Nullable IcmpType of(int code) {
        return BY_CODE[code];
    }

    /** Request type whose answer this is; its own code for another. */
    int request() {
        return switch (this) {
            case ECHO_REPLY -> ECHO.code;
            case TIMESTAMP_REPLY, INFORMATION_REPLY, ADDRESS_MASK_REPLY, EXTENDED_ECHO_REPLY -> code - 1;
            default -> code;
        };
    }

    /** Carries the beginning of the packet that it speaks of. */
    boolean quotes() {
        return switch (this) {
            case DESTINATION_UNREACHABLE, SOURCE_QUENCH, REDIRECT, TIME_EXCEEDED, PARAMETER_PROBLEM -> true;
            default -> false;
        };
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
