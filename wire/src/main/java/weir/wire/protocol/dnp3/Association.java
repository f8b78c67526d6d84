// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import java.util.Arrays;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;

/** One link address speaking to another: its transport segments become application fragments (IEEE 1815 clause 8.2). */
final class Association {

    /** Longest fragment put together; the standard's own limit is 2048 unless devices agree on more. */
    static final int LONGEST = 16 * 1024;

    private static final int FINAL = 0x80;
    private static final int FIRST = 0x40;
    private static final int SEQUENCE = 0x3f;

    final int source;
    final int destination;
    final Direction way;
    /** When it last spoke, counted in segments of the conversation. */
    long lastUsed;

    private byte[] data = new byte[256];
    private int length;
    private int sequence;
    /** A first segment was seen, and its last is yet to come. */
    private boolean begun;
    /** Nothing that began here was seen to begin: segments without a first one are no fault of the sender. */
    private boolean blind = true;

    Association(int source, int destination, Direction way) {
        this.source = source;
        this.destination = destination;
        this.way = way;
    }

    void lost() {
        begun = false;
        blind = true;
    }

    /** Adds the user data of a frame; true when that completes a fragment. */
    boolean add(byte[] segment, int count, Sink out) {
        int control = segment[0];
        int number = control & SEQUENCE;
        if ((control & FIRST) != 0) {
            if (begun) {
                out.violation("unfinished_fragment", length);
            }
            begun = true;
            blind = false;
            length = 0;
        } else if (!follows(number, out)) {
            return false;
        }
        sequence = number;
        if (length + count - 1 > LONGEST) {
            out.violation("fragment_too_long", length + count - 1L);
            begun = false;
            return false;
        }
        append(segment, count - 1);
        if ((control & FINAL) == 0) {
            return false;
        }
        begun = false;
        return true;
    }

    /** Whether a segment continues the fragment that was begun; a repetition of the one before is ignored. */
    private boolean follows(int number, Sink out) {
        if (begun && number == (sequence + 1 & SEQUENCE)) {
            return true;
        }
        if (!blind && number != sequence) {
            out.violation("segment_out_of_sequence", number);
            begun = false;
        }
        return false;
    }

    private void append(byte[] segment, int count) {
        if (length + count > data.length) {
            data = Arrays.copyOf(data, Math.max(length + count, data.length * 2));
        }
        System.arraycopy(segment, 1, data, length, count);
        length += count;
    }

    /** The fragment last completed, until the next segment is added. */
    Cursor fragment(Cursor in) {
        return in.wrap(data, 0, length);
    }
}
