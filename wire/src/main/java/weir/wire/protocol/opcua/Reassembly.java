// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import java.util.Arrays;
import weir.wire.Cursor;

/** Chunks of one direction that wait for the rest of their message. Of a longer one the beginning is kept. */
final class Reassembly {

    /** Octets of a message in several chunks that are read. */
    static final int LONGEST = 96 << 10;

    private static final byte[] EMPTY = {};

    private byte[] buffer = EMPTY;
    private int length;
    private long number;
    private boolean waiting;
    private boolean cut;

    /** Whether chunks of the request with this number wait. */
    boolean waits(long request) {
        return waiting && number == request;
    }

    boolean waits() {
        return waiting;
    }

    /** Whether all of what came is there. */
    boolean isWhole() {
        return !cut;
    }

    void begin(long request) {
        clear();
        waiting = true;
        number = request;
    }

    /** Puts the next octets behind those that are there. */
    void add(Cursor in, int count) {
        int kept = Math.min(count, LONGEST - length);
        cut |= kept < count;
        if (length + kept > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(LONGEST, Math.max(length + kept, 2 * buffer.length)));
        }
        System.arraycopy(in.bytes(), in.offset(), buffer, length, kept);
        length += kept;
    }

    /** What came, in {@code whole}. */
    Cursor read(Cursor whole) {
        return whole.wrap(buffer, 0, length);
    }

    /** Gives back the memory too. */
    void clear() {
        buffer = EMPTY;
        length = 0;
        waiting = false;
        cut = false;
    }
}
