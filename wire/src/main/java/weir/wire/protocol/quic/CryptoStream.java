// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.quic;

import java.util.BitSet;
import weir.wire.Cursor;

/** The first message of a handshake, put together of pieces that may come in any order and more than once. */
final class CryptoStream {

    /** A longer hello is not put together. */
    private static final int MOST = 16 << 10;

    private static final int HEADER = 4;
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private BitSet known = new BitSet();
    private boolean done;

    /** Whether the message was read, or will not be. */
    boolean isDone() {
        return done;
    }

    /** It was read: what it was put together of is not needed any more. */
    void end() {
        done = true;
        bytes = NOTHING;
        known = new BitSet();
    }

    void begin() {
        end();
        done = false;
    }

    /** The next {@code length} octets are those at {@code offset} of the stream. */
    void add(long offset, Cursor in, int length) {
        int from = in.offset();
        in.skip(length);
        if (!in.ok() || done || offset < 0 || offset + length > MOST) {
            return;
        }
        int end = (int) offset + length;
        if (bytes.length < end) {
            bytes = java.util.Arrays.copyOf(bytes, Math.min(MOST, Math.max(end, 2 * bytes.length)));
        }
        System.arraycopy(in.bytes(), from, bytes, (int) offset, length);
        known.set((int) offset, end);
    }

    /** Lets the whole message be read; false where there is a piece missing. */
    boolean whole(Cursor message) {
        int there = known.nextClearBit(0);
        if (done || there < HEADER) {
            return false;
        }
        int length = HEADER + ((bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff);
        if (there < length) {
            return false;
        }
        message.wrap(bytes, 0, length);
        return true;
    }
}
