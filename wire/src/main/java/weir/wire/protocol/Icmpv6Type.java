// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Verb;

/** ICMPv6 message types (IANA registry; RFC 4443, 4861, 3810). */
enum Icmpv6Type implements Service {
    DESTINATION_UNREACHABLE(1, Phase.NOTICE, Verb.DIAGNOSE),
    PACKET_TOO_BIG(2, Phase.NOTICE, Verb.DIAGNOSE),
    TIME_EXCEEDED(3, Phase.NOTICE, Verb.DIAGNOSE),
    PARAMETER_PROBLEM(4, Phase.NOTICE, Verb.DIAGNOSE),
    ECHO(128, Phase.REQUEST, Verb.DIAGNOSE),
    ECHO_REPLY(129, Phase.RESPONSE, Verb.DIAGNOSE),
    LISTENER_QUERY(130, Phase.REQUEST, Verb.SESSION),
    LISTENER_REPORT(131, Phase.NOTICE, Verb.SESSION),
    LISTENER_DONE(132, Phase.NOTICE, Verb.SESSION),
    ROUTER_SOLICITATION(133, Phase.REQUEST, Verb.IDENTIFY),
    ROUTER_ADVERTISEMENT(134, Phase.NOTICE, Verb.IDENTIFY),
    NEIGHBOUR_SOLICITATION(135, Phase.REQUEST, Verb.IDENTIFY),
    NEIGHBOUR_ADVERTISEMENT(136, Phase.RESPONSE, Verb.IDENTIFY),
    /** Another way for the packets of the receiver. */
    REDIRECT(137, Phase.NOTICE, Verb.CONFIGURE),
    NODE_QUERY(139, Phase.REQUEST, Verb.IDENTIFY),
    NODE_RESPONSE(140, Phase.RESPONSE, Verb.IDENTIFY),
    LISTENER_REPORT_V2(143, Phase.NOTICE, Verb.SESSION);

    private static final @Nullable Icmpv6Type[] BY_CODE = new @Nullable Icmpv6Type[256];

    static {
        for (Icmpv6Type type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final Phase phase;
    private final Verb verb;

    Icmpv6Type(int code, Phase phase, Verb verb) {
        this.code = code;
        this.phase = phase;
        this.verb = verb;
    }

    static @Nullable Icmpv6Type of(int code) {
        return BY_CODE[code];
    }

    /** Carries the beginning of the packet that it speaks of. */
    boolean quotes() {
        return code < 128;
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
