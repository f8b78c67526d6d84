// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The flows that the sensor remembers, by a key of 128 bits: open addressing with linear probing over two arrays of
 * longs, the flow itself touched only when its key matches. Bounded; whoever puts a flow in asks {@link #full} before.
 */
final class FlowTable {

    private final int most;
    private long[] high = new long[1 << 12];
    private long[] low = new long[1 << 12];
    private @Nullable Flow[] flows = new @Nullable Flow[1 << 12];
    private int mask = (1 << 12) - 1;
    private int count;

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
        while (flows[slot] != null) {
            if (low[slot] == keyLow && high[slot] == keyHigh) {
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
        count++;
    }

    private void place(Flow flow) {
        int slot = slot(flow.keyHigh, flow.keyLow);
        while (flows[slot] != null) {
            slot = slot + 1 & mask;
        }
        high[slot] = flow.keyHigh;
        low[slot] = flow.keyLow;
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
        count--;
        int hole = slot;
        for (int next = hole + 1 & mask; flows[next] != null; next = next + 1 & mask) {
            int home = slot(high[next], low[next]);
            if ((next - home & mask) >= (next - hole & mask)) {
                high[hole] = high[next];
                low[hole] = low[next];
                flows[hole] = flows[next];
                hole = next;
            }
        }
        flows[hole] = null;
    }

    /** The flows that a condition holds for, in the order of their numbers. */
    List<Flow> where(Predicate<Flow> condition) {
        List<Flow> chosen = new ArrayList<>();
        for (Flow flow : flows) {
            if (flow != null && condition.test(flow)) {
                chosen.add(flow);
            }
        }
        chosen.sort(Comparator.comparingLong(f -> f.number));
        return chosen;
    }

    private void grow() {
        @Nullable Flow[] old = flows;
        int size = old.length * 2;
        high = new long[size];
        low = new long[size];
        flows = new @Nullable Flow[size];
        mask = size - 1;
        for (Flow flow : old) {
            if (flow != null) {
                place(flow);
            }
        }
    }

    private int slot(long keyHigh, long keyLow) {
        long hash = (keyHigh ^ keyLow * 0x9e37_79b9_7f4a_7c15L) * 0xc2b2_ae3d_27d4_eb4fL;
        return (int) (hash >>> 32) & mask;
    }
}
