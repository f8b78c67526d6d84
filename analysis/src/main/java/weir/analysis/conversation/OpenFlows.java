// SPDX-License-Identifier: Apache-2.0
package weir.analysis.conversation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What each open flow belongs to, by the number of the flow; open addressing, nothing boxed. */
public final class OpenFlows<T> {

    private long[] flows = new long[1 << 10];
    private @Nullable Object[] entries = new @Nullable Object[1 << 10];
    private int mask = (1 << 10) - 1;
    private int count;

    @SuppressWarnings("unchecked") // only put() fills the table
    public @Nullable T get(long flow) {
        int slot = slot(flow);
        while (entries[slot] != null) {
            if (flows[slot] == flow) {
                return (T) entries[slot];
            }
            slot = slot + 1 & mask;
        }
        return null;
    }

    public void put(long flow, T entry) {
        if (count * 2 > mask) {
            grow();
        }
        enter(flow, entry);
    }

    private void enter(long flow, Object entry) {
        int slot = slot(flow);
        while (entries[slot] != null && flows[slot] != flow) {
            slot = slot + 1 & mask;
        }
        count += entries[slot] == null ? 1 : 0;
        flows[slot] = flow;
        entries[slot] = entry;
    }

    /** Takes a flow out, moving back those behind it so that no hole breaks a search; null where it is not there. */
    @SuppressWarnings("unchecked")
    public @Nullable T remove(long flow) {
        int hole = slot(flow);
        while (entries[hole] != null && flows[hole] != flow) {
            hole = hole + 1 & mask;
        }
        @Nullable T removed = (T) entries[hole];
        if (removed == null) {
            return null;
        }
        count--;
        for (int next = hole + 1 & mask; entries[next] != null; next = next + 1 & mask) {
            if ((next - slot(flows[next]) & mask) >= (next - hole & mask)) {
                flows[hole] = flows[next];
                entries[hole] = entries[next];
                hole = next;
            }
        }
        entries[hole] = null;
        return removed;
    }

    /** The numbers of all open flows, lowest first. */
    public long[] numbers() {
        long[] numbers = new long[count];
        int next = 0;
        for (int slot = 0; slot <= mask; slot++) {
            if (entries[slot] != null) {
                numbers[next++] = flows[slot];
            }
        }
        Arrays.sort(numbers);
        return numbers;
    }

    private void grow() {
        long[] oldFlows = flows;
        @Nullable Object[] oldEntries = entries;
        flows = new long[oldFlows.length * 2];
        entries = new @Nullable Object[oldFlows.length * 2];
        mask = flows.length - 1;
        count = 0;
        for (int slot = 0; slot < oldFlows.length; slot++) {
            Object entry = oldEntries[slot];
            if (entry != null) {
                enter(oldFlows[slot], entry);
            }
        }
    }

    private int slot(long flow) {
        return (int) (flow * 0x9e37_79b9_7f4a_7c15L >>> 40) & mask;
    }
}
