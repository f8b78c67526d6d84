// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.quic;

import weir.wire.Cursor;

/**
 * The header of the packets that open a connection (RFC 8999, 5.1; RFC 9000, 17.2).
 *
 * <pre>
 * 1, 1, type (2 bits), 4 bits | version u32 | destination id, length u8 | source id, length u8
 * Initial       token, its length a varint | length varint | number of the packet, 1 to 4 | payload
 * 0-RTT, Handshake                           length varint | number of the packet, 1 to 4 | payload
 * Retry         token | check, 16
 * version 0     versions that the server speaks, u32 each
 * varint        2 bits say whether 1, 2, 4 or 8 octets (RFC 9000, 16)
 * </pre>
 */
final class LongHeader {

    /** The longest connection id (RFC 9000, 17.2). */
    static final int LONGEST_ID = 20;

    int first;
    long versionNumber;
    Version version = Version.OTHER;
    final Cursor destination = new Cursor();
    final Cursor source = new Cursor();
    PacketType type = PacketType.UNKNOWN_VERSION;
    /** Octets of number and payload; -1 where the packet goes to the end of the datagram. */
    long length;

    static boolean isLong(int first) {
        return (first & 0x80) != 0;
    }

    /** Reads up to the number of the packet; false where too little is there or the ids are too long. */
    boolean read(Cursor in) {
        first = in.u8();
        versionNumber = in.u32();
        version = Version.of(versionNumber);
        if (!id(in, destination) || !id(in, source)) {
            return false;
        }
        length = -1;
        if (versionNumber == 0) {
            type = PacketType.VERSION_NEGOTIATION;
            return true;
        }
        if (version == Version.OTHER) {
            type = PacketType.UNKNOWN_VERSION;
            return true;
        }
        type = PacketType.of(first, version);
        if (type == PacketType.RETRY) {
            return true;
        }
        if (type == PacketType.INITIAL) {
            long token = varint(in);
            in.skip((int) Math.min(token, Integer.MAX_VALUE));
        }
        length = varint(in);
        return in.ok();
    }

    private static boolean id(Cursor in, Cursor id) {
        int length = in.u8();
        in.slice(length, id);
        return in.ok() && length <= LONGEST_ID;
    }

    static long varint(Cursor in) {
        int first = in.u8();
        long value = first & 0x3f;
        for (int more = (1 << (first >> 6)) - 1; more > 0; more--) {
            value = value << 8 | in.u8();
        }
        return value;
    }
}
