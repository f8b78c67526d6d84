// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import java.util.Arrays;
import weir.wire.Cursor;

/** The arguments of one call in one direction, put together from fragments that come one after the other. */
final class Fragments {

    /** Octets kept; what is longer is told without its arguments. */
    private static final int MOST = 1 << 16;

    private static final byte[] NONE = {};

    private byte[] octets = NONE;
    private int length;
    private long call;
    private boolean open;

    void begin(long key, Cursor part) {
        call = key;
        length = 0;
        open = true;
        append(part);
    }

    /** A further fragment; false where it does not go on with what was begun. */
    boolean add(long key, Cursor part) {
        if (!open || key != call) {
            return false;
        }
        append(part);
        return open;
    }

    private void append(Cursor part) {
        int size = part.left();
        if (length + size > MOST) {
            open = false;
            return;
        }
        if (length + size > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(length + size, Math.min(MOST, 2 * octets.length)));
        }
        System.arraycopy(part.bytes(), part.offset(), octets, length, size);
        length += size;
    }

    /** Lets {@code whole} read what was put together. */
    Cursor end(Cursor whole) {
        open = false;
        return whole.wrap(octets, 0, length);
    }

    void lose() {
        open = false;
    }
}
