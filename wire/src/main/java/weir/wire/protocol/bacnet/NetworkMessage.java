// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import org.jspecify.annotations.Nullable;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Verb;

/** Messages of the network layer itself, between routers (ANSI/ASHRAE 135 clause 6.4). */
enum NetworkMessage implements Service {
    WHO_IS_ROUTER_TO_NETWORK(0x00, Verb.IDENTIFY, Phase.REQUEST),
    I_AM_ROUTER_TO_NETWORK(0x01, Verb.IDENTIFY, Phase.NOTICE),
    I_COULD_BE_ROUTER_TO_NETWORK(0x02, Verb.IDENTIFY, Phase.NOTICE),
    REJECT_MESSAGE_TO_NETWORK(0x03, Verb.DIAGNOSE, Phase.RESPONSE),
    ROUTER_BUSY_TO_NETWORK(0x04, Verb.DIAGNOSE, Phase.NOTICE),
    ROUTER_AVAILABLE_TO_NETWORK(0x05, Verb.DIAGNOSE, Phase.NOTICE),
    INITIALIZE_ROUTING_TABLE(0x06, Verb.CONFIGURE, Phase.REQUEST),
    INITIALIZE_ROUTING_TABLE_ACK(0x07, Verb.CONFIGURE, Phase.RESPONSE),
    ESTABLISH_CONNECTION_TO_NETWORK(0x08, Verb.CONFIGURE, Phase.REQUEST),
    DISCONNECT_CONNECTION_TO_NETWORK(0x09, Verb.CONFIGURE, Phase.REQUEST),
    CHALLENGE_REQUEST(0x0a, Verb.AUTHENTICATE, Phase.REQUEST),
    SECURITY_PAYLOAD(0x0b, Verb.OTHER, Phase.NOTICE),
    SECURITY_RESPONSE(0x0c, Verb.AUTHENTICATE, Phase.RESPONSE),
    REQUEST_KEY_UPDATE(0x0d, Verb.AUTHENTICATE, Phase.REQUEST),
    UPDATE_KEY_SET(0x0e, Verb.AUTHENTICATE, Phase.REQUEST),
    UPDATE_DISTRIBUTION_KEY(0x0f, Verb.AUTHENTICATE, Phase.REQUEST),
    REQUEST_MASTER_KEY(0x10, Verb.AUTHENTICATE, Phase.REQUEST),
    SET_MASTER_KEY(0x11, Verb.AUTHENTICATE, Phase.REQUEST),
    WHAT_IS_NETWORK_NUMBER(0x12, Verb.IDENTIFY, Phase.REQUEST),
    NETWORK_NUMBER_IS(0x13, Verb.IDENTIFY, Phase.NOTICE),
    /** A message that a vendor defines. */
    PROPRIETARY_NETWORK_MESSAGE(0x80, Verb.OTHER, Phase.NOTICE);

    private static final NetworkMessage[] ALL = values();

    private final int code;
    private final Verb verb;
    private final Phase phase;

    NetworkMessage(int code, Verb verb, Phase phase) {
        this.code = code;
        this.verb = verb;
        this.phase = phase;
    }

    static @Nullable NetworkMessage of(int code) {
        if (code >= PROPRIETARY_NETWORK_MESSAGE.code) {
            return PROPRIETARY_NETWORK_MESSAGE;
        }
        return code >= 0 && code < ALL.length - 1 ? ALL[code] : null;
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
