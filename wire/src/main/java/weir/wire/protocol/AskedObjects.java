// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;

/**
 * The objects that requests asked for, so that each result of an answer is joined to the object in the same place of
 * its request. Holds as many as it was made for, of any requests: the oldest go first.
 */
public final class AskedObjects {

    private static final int COUNT_BITS = 12;

    private final @Nullable Operation[] asked;
    private long next;
    private long first;
    private int count;

    /** @param capacity at most 4095 */
    public AskedObjects(int capacity) {
        asked = new @Nullable Operation[capacity];
    }

    /** A request follows. */
    public void begin() {
        first = next;
        count = 0;
    }

    /** The next object of the request that was begun; of one with more than all that are held, the first are kept. */
    public void add(Operation operation) {
        if (count < asked.length) {
            asked[(int) (next++ % asked.length)] = operation;
            count++;
        }
    }

    /** Says where the objects of the request that was begun are: what its {@link weir.wire.Pending#note} is to be. */
    public long note() {
        return first << COUNT_BITS | count;
    }

    public static int count(long note) {
        return (int) (note & (1 << COUNT_BITS) - 1);
    }

    /** The object in this place of a request; null where it is held no more, or there never was one. */
    public @Nullable Operation at(long note, int place) {
        long number = (note >>> COUNT_BITS) + place;
        boolean held = place < count(note) && number < next && next - number <= asked.length;
        return held ? asked[(int) (number % asked.length)] : null;
    }
}
