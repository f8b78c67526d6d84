// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.quic;

import weir.model.Service;
import weir.model.Verb;

/** Packets (RFC 9000, 17), and what is told of what the first of them carry. */
enum PacketType implements Service {
    INITIAL(0, Verb.SESSION),
    ZERO_RTT(1, Verb.OTHER),
    HANDSHAKE(2, Verb.SESSION),
    RETRY(3, Verb.SESSION),
    VERSION_NEGOTIATION(-1, Verb.SESSION),
    /** All that follows the handshake. */
    ONE_RTT(-1, Verb.OTHER),
    CONNECTION_CLOSE(-1, Verb.SESSION),
    /** A version whose layout behind the connection ids is not known. */
    UNKNOWN_VERSION(-1, Verb.OTHER);

    private static final PacketType[] LONG = {INITIAL, ZERO_RTT, HANDSHAKE, RETRY};

    private final int code;
    private final Verb verb;

    PacketType(int code, Verb verb) {
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

    /** The type in the first octet; version 2 counts them otherwise (RFC 9369, 3.2). */
    static PacketType of(int first, Version version) {
        int type = first >> 4 & 3;
        return LONG[version == Version.V2 ? type + 3 & 3 : type];
    }
}
