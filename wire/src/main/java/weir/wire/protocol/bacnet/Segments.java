// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;

/**
 * Puts segmented messages together (ANSI/ASHRAE 135 clause 5.2.1): at most {@value #MOST} at a time, each of at most
 * {@value #LONGEST} octets; a further one takes the place of the one that was longest without a segment.
 */
final class Segments {

    static final int MOST = 4;
    static final int LONGEST = 64 * 1024;

    /** What a segment did. */
    enum Outcome {
        /** More are to come. */
        KEPT,
        /** It was there before. */
        REPEATED,
        /** One before it is missing. */
        MISSING,
        TOO_LONG,
        /** The message is whole. */
        WHOLE
    }

    private final long[] keys = new long[MOST];
    private final long[] used = new long[MOST];
    private final int[] next = new int[MOST];
    private final int[] lengths = new int[MOST];
    private final byte[] @Nullable [] data = new byte[MOST][];
    private final boolean[] begun = new boolean[MOST];
    private final byte[] nothing = {};
    private long turn;
    private int whole;

    Outcome add(long key, int sequence, boolean more, Cursor in) {
        int slot = slot(key);
        if (slot < 0) {
            if (sequence != 0) {
                return Outcome.MISSING;
            }
            slot = begin(key);
        }
        used[slot] = ++turn;
        if (sequence == (next[slot] - 1 & 0xff) && lengths[slot] > 0) {
            return Outcome.REPEATED;
        }
        if (sequence != next[slot]) {
            begun[slot] = false;
            return Outcome.MISSING;
        }
        next[slot] = sequence + 1 & 0xff;
        if (lengths[slot] + in.left() > LONGEST) {
            begun[slot] = false;
            return Outcome.TOO_LONG;
        }
        append(slot, in);
        if (more) {
            return Outcome.KEPT;
        }
        begun[slot] = false;
        whole = slot;
        return Outcome.WHOLE;
    }

    private int slot(long key) {
        for (int i = 0; i < MOST; i++) {
            if (begun[i] && keys[i] == key) {
                return i;
            }
        }
        return -1;
    }

    private int begin(long key) {
        int slot = 0;
        for (int i = 0; i < MOST; i++) {
            if (!begun[i]) {
                slot = i;
                break;
            }
            if (used[i] < used[slot]) {
                slot = i;
            }
        }
        begun[slot] = true;
        keys[slot] = key;
        next[slot] = 0;
        lengths[slot] = 0;
        return slot;
    }

    private void append(int slot, Cursor in) {
        byte[] kept = data[slot];
        int length = lengths[slot] + in.left();
        if (kept == null || kept.length < length) {
            kept = kept == null
                    ? new byte[Math.max(length, 2048)]
                    : Arrays.copyOf(kept, Math.max(length, 2 * kept.length));
            data[slot] = kept;
        }
        System.arraycopy(in.bytes(), in.offset(), kept, lengths[slot], in.left());
        lengths[slot] = length;
        in.skip(in.left());
    }

    /** The message that became whole last. */
    Cursor message(Cursor in) {
        byte[] kept = data[whole];
        return kept == null ? in.wrap(nothing, 0, 0) : in.wrap(kept, 0, lengths[whole]);
    }
}
