// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import java.util.Arrays;
import weir.wire.Cursor;

/** Pieces of one message put together, up to {@value #LONGEST} bytes. */
public final class Assembly {

    private static final int LONGEST = 1 << 16;

    private byte[] bytes = new byte[0];
    private int length;
    private final Cursor whole = new Cursor();

    public boolean isEmpty() {
        return length == 0;
    }

    /** Adds all that is left of a piece; false, and nothing kept, where that would be too much. */
    public boolean add(Cursor piece) {
        int more = piece.left();
        if (more > LONGEST - length) {
            length = 0;
            return false;
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, Math.min(LONGEST, 2 * bytes.length)));
        }
        System.arraycopy(piece.bytes(), piece.offset(), bytes, length, more);
        length += more;
        piece.skip(more);
        return true;
    }

    /** All that was added; the assembly is empty afterwards, its bytes good until the next {@link #add}. */
    public Cursor take() {
        whole.wrap(bytes, 0, length);
        length = 0;
        return whole;
    }

    public void clear() {
        length = 0;
    }
}
