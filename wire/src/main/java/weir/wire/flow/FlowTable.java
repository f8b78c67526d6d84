// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The flows that the sensor remembers, by a key of 128 bits: open addressing with linear probing over an array
 * of longs, the flow itself touched only when its key matches. They also stand in a list in the order in which they came,
 * which is that of their numbers. Bounded; whoever puts a flow in asks {@link #full} before.
 */
final class FlowTable {

    private final int most;
    /** Of each flow the upper and the lower half of its key, side by side; no lower half is 0. */
    private long[] keys = new long[2 << 12];

    private @Nullable Flow[] flows = new @Nullable Flow[1 << 12];
    private int mask = (1 << 12) - 1;
    private int count;
    private @Nullable Flow oldest;
    private @Nullable Flow newest;

    FlowTable(int most) {
        this.most = most;
    }

    int count() {
        return count;
    }

    boolean full() {
        return count >= most;
    }

    @Nullable
    Flow find(long keyHigh, long keyLow) {
        int slot = slot(keyHigh, keyLow);
        for (long low = keys[2 * slot + 1]; low != 0; low = keys[2 * slot + 1]) {
            if (low == keyLow && keys[2 * slot] == keyHigh) {
                return flows[slot];
            }
            slot = slot + 1 & mask;
        }
        return null;
    }

    void put(Flow flow) {
        if (count * 2 > mask) {
            grow();
        }
        place(flow);
        append(flow);
        count++;
    }

    private void place(Flow flow) {
        int slot = slot(flow.keyHigh, flow.keyLow);
        while (flows[slot] != null) {
            slot = slot + 1 & mask;
        }
        keys[2 * slot] = flow.keyHigh;
        keys[2 * slot + 1] = flow.keyLow;
        flows[slot] = flow;
    }

    /** Takes a flow out, moving back those behind it so that no hole breaks a search. */
    void remove(Flow flow) {
        int slot = slot(flow.keyHigh, flow.keyLow);
        while (flows[slot] != flow) {
            if (flows[slot] == null) {
                return;
            }
            slot = slot + 1 & mask;
        }
        unlink(flow);
        count--;
        int hole = slot;
        for (int next = hole + 1 & mask; flows[next] != null; next = next + 1 & mask) {
            int home = slot(keys[2 * next], keys[2 * next + 1]);
            if ((next - home & mask) >= (next - hole & mask)) {
                keys[2 * hole] = keys[2 * next];
                keys[2 * hole + 1] = keys[2 * next + 1];
                flows[hole] = flows[next];
                hole = next;
            }
        }
        keys[2 * hole + 1] = 0;
        flows[hole] = null;
    }

    /** Every flow, in the order of their numbers; the action may take out the one it is given. */
    void each(Consumer<Flow> action) {
        Flow flow = oldest;
        while (flow != null) {
            Flow later = flow.later;
            action.accept(flow);
            flow = later;
        }
    }

    private void append(Flow flow) {
        flow.earlier = newest;
        if (newest == null) {
            oldest = flow;
        } else {
            newest.later = flow;
        }
        newest = flow;
    }

    private void unlink(Flow flow) {
        Flow before = flow.earlier;
        Flow after = flow.later;
        if (before == null) {
            oldest = after;
        } else {
            before.later = after;
        }
        if (after == null) {
            newest = before;
        } else {
            after.earlier = before;
        }
    }

    private void grow() {
        int size = flows.length * 2;
        keys = new long[2 * size];
        flows = new @Nullable Flow[size];
        mask = size - 1;
        each(this::place);
    }

    private int slot(long keyHigh, long keyLow) {
        long hash = (keyHigh ^ keyLow * 0x9e37_79b9_7f4a_7c15L) * 0xc2b2_ae3d_27d4_eb4fL;
        return (int) (hash >>> 32) & mask;
    }
}
