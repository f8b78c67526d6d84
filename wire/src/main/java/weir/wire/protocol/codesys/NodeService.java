// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.codesys;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** What nodes say to each other below the services: who is there, and channels. */
enum NodeService implements Service {
    ANNOUNCE_ADDRESS(0x01, Verb.SESSION),
    RESOLVE_ADDRESS(0xc201, Verb.IDENTIFY),
    RESOLVE_NAME(0xc202, Verb.IDENTIFY),
    DEVICE_INFO(0xc280, Verb.IDENTIFY),
    GET_CHANNEL_INFO(0xc2, Verb.SESSION),
    OPEN_CHANNEL(0xc3, Verb.SESSION),
    CLOSE_CHANNEL(0xc4, Verb.SESSION),
    MESSAGE(0x101, Verb.OTHER),
    ACKNOWLEDGE(0x102, Verb.SESSION),
    KEEP_ALIVE(0x103, Verb.SESSION),
    ENCRYPTED(0x104, Verb.OTHER);

    private final int code;
    private final Verb verb;

    NodeService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    /** The name service with this number. */
    static @Nullable NodeService of(int code) {
        return switch (code) {
            case 0xc201 -> RESOLVE_ADDRESS;
            case 0xc202 -> RESOLVE_NAME;
            case 0xc280 -> DEVICE_INFO;
            default -> null;
        };
    }

    /** What a channel's first octet says; an answer has the same but for one bit. */
    static @Nullable NodeService ofChannel(int kind) {
        return switch (kind) {
            case 0x01 -> MESSAGE;
            case 0x02 -> ACKNOWLEDGE;
            case 0x03 -> KEEP_ALIVE;
            case 0xc2, 0x82 -> GET_CHANNEL_INFO;
            case 0xc3, 0x83 -> OPEN_CHANNEL;
            case 0xc4, 0x84 -> CLOSE_CHANNEL;
            default -> null;
        };
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
