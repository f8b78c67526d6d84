// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Verb;

/** DHCP message types (RFC 2132 section 9.6, RFC 3203, RFC 4388), and BOOTP, which has none (RFC 951). */
enum DhcpMessage implements Service {
    BOOT_REQUEST(0, Phase.REQUEST, Verb.SESSION),
    DISCOVER(1, Phase.REQUEST, Verb.SESSION),
    OFFER(2, Phase.RESPONSE, Verb.SESSION),
    REQUEST(3, Phase.REQUEST, Verb.SESSION),
    DECLINE(4, Phase.NOTICE, Verb.SESSION),
    ACK(5, Phase.RESPONSE, Verb.SESSION),
    NAK(6, Phase.RESPONSE, Verb.SESSION),
    RELEASE(7, Phase.NOTICE, Verb.SESSION),
    INFORM(8, Phase.REQUEST, Verb.SESSION),
    FORCE_RENEW(9, Phase.NOTICE, Verb.CONFIGURE),
    LEASE_QUERY(10, Phase.REQUEST, Verb.IDENTIFY),
    LEASE_UNASSIGNED(11, Phase.RESPONSE, Verb.IDENTIFY),
    LEASE_UNKNOWN(12, Phase.RESPONSE, Verb.IDENTIFY),
    LEASE_ACTIVE(13, Phase.RESPONSE, Verb.IDENTIFY),
    BOOT_REPLY(0, Phase.RESPONSE, Verb.SESSION);

    private static final DhcpMessage[] ALL = values();

    private final int code;
    private final Phase phase;
    private final Verb verb;

    DhcpMessage(int code, Phase phase, Verb verb) {
        this.code = code;
        this.phase = phase;
        this.verb = verb;
    }

    /** By message type; null for one that is not listed. */
    static @Nullable DhcpMessage of(int type) {
        return type > 0 && type < BOOT_REPLY.ordinal() ? ALL[type] : null;
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
