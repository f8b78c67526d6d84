// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;

/**
 * Requests that wait for their answer, by the key that joins the two. Holds as many as it was made for: a further one
 * takes the place of the oldest near it, so a flood of requests cannot grow it.
 */
public final class Pending {

    private static final int NEAR = 4;
    private static final long[] NOTHING = {};
    private static final @Nullable Operation[] NO_REQUESTS = {};

    private final int mask;
    private final int shift;
    private final int capacity;
    /** These are made for the first request: most conversations of most protocols never have one. */
    private long[] keys = NOTHING;

    private long[] times = NOTHING;
    private long[] notes = NOTHING;
    private @Nullable Operation[] requests = NO_REQUESTS;

    private @Nullable Operation request;
    private long time;
    private long note;

    /** @param capacity how many may wait; a power of two, at least 4 */
    public Pending(int capacity) {
        mask = capacity - 1;
        shift = 64 - Integer.numberOfTrailingZeros(capacity);
        this.capacity = capacity;
    }

    /**
     * Remembers a request.
     *
     * @param key joins it to its answer
     * @param asked when it was seen, nanoseconds
     * @param extra whatever else its answer needs to be read
     */
    public void ask(long key, Operation operation, long asked, long extra) {
        if (keys.length == 0) {
            keys = new long[capacity];
            times = new long[capacity];
            notes = new long[capacity];
            requests = new @Nullable Operation[capacity];
        }
        int home = home(key);
        int slot = home;
        for (int i = 0; i < NEAR; i++) {
            int near = home + i & mask;
            if (requests[near] == null || keys[near] == key) {
                slot = near;
                break;
            }
            if (times[near] < times[slot]) {
                slot = near;
            }
        }
        keys[slot] = key;
        times[slot] = asked;
        notes[slot] = extra;
        requests[slot] = operation;
    }

    /** Whether a request with this key waits; {@link #request}, {@link #time} and {@link #note} then tell of it. */
    public boolean find(long key) {
        return look(key) >= 0;
    }

    /** As {@link #find}, and forgets it: each request is answered once. */
    public boolean take(long key) {
        int slot = look(key);
        if (slot < 0) {
            return false;
        }
        requests[slot] = null;
        return true;
    }

    /** The request last found; null when the last look found none. */
    public @Nullable Operation request() {
        return request;
    }

    /** When the request last found was seen, nanoseconds. */
    public long time() {
        return time;
    }

    public long note() {
        return note;
    }

    private int look(long key) {
        int home = home(key);
        for (int i = 0; i < NEAR && keys.length > 0; i++) {
            int near = home + i & mask;
            if (requests[near] != null && keys[near] == key) {
                request = requests[near];
                time = times[near];
                note = notes[near];
                return near;
            }
        }
        request = null;
        return -1;
    }

    private int home(long key) {
        return (int) (key * 0x9e37_79b9_7f4a_7c15L >>> shift);
    }
}
