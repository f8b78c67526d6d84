// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ike;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;

/**
 * The header of every message (RFC 2408, 3.1; RFC 7296, 3.1).
 *
 * <pre>
 * id of the initiator u64 | id of the responder u64 | next payload u8 | version, 4 bits each | exchange u8 | flags u8
 * | message u32 | length u32, all counted
 * </pre>
 */
final class Header {

    static final int SIZE = 28;

    /** Version 1: what follows is encrypted. */
    private static final int ENCRYPTED = 0x01;

    /** Version 2: this is an answer. */
    private static final int RESPONSE = 0x20;

    long initiator;
    long responder;
    int next;
    int version;

    @Nullable
    ExchangeType exchange;

    int flags;
    long message;
    long length;

    /** Reads it; false where this is none. */
    boolean read(Cursor in) {
        initiator = in.u64();
        responder = in.u64();
        next = in.u8();
        version = in.u8() >> 4;
        exchange = ExchangeType.of(in.u8(), version);
        flags = in.u8();
        message = in.u32();
        length = in.u32();
        return in.ok() && initiator != 0 && exchange != null && isFlags() && length > SIZE;
    }

    private boolean isFlags() {
        return version == 1 ? (flags & ~0x07) == 0 : version == 2 && (flags & ~0x38) == 0;
    }

    boolean isResponse() {
        return (flags & RESPONSE) != 0;
    }

    boolean isEncrypted() {
        return version == 1 && (flags & ENCRYPTED) != 0;
    }
}
