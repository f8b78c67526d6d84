// SPDX-License-Identifier: Apache-2.0
package weir.analysis.conversation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which conversation each open flow belongs to, by the number of the flow; open addressing, nothing boxed. */
final class OpenFlows {

    private long[] flows = new long[1 << 10];
    private @Nullable Entry[] entries = new @Nullable Entry[1 << 10];
    private int mask = (1 << 10) - 1;
    private int count;

    @Nullable
    Entry get(long flow) {
        int slot = slot(flow);
        while (entries[slot] != null) {
            if (flows[slot] == flow) {
                return entries[slot];
            }
            slot = slot + 1 & mask;
        }
        return null;
    }

    void put(long flow, Entry entry) {
        if (count * 2 > mask) {
            grow();
        }
        int slot = slot(flow);
        while (entries[slot] != null && flows[slot] != flow) {
            slot = slot + 1 & mask;
        }
        count += entries[slot] == null ? 1 : 0;
        flows[slot] = flow;
        entries[slot] = entry;
    }

    /** Takes a flow out, moving back those behind it so that no hole breaks a search; null where it is not there. */
    @Nullable
    Entry remove(long flow) {
        int hole = slot(flow);
        while (entries[hole] != null && flows[hole] != flow) {
            hole = hole + 1 & mask;
        }
        Entry removed = entries[hole];
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
    long[] numbers() {
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
        @Nullable Entry[] oldEntries = entries;
        flows = new long[oldFlows.length * 2];
        entries = new @Nullable Entry[oldFlows.length * 2];
        mask = flows.length - 1;
        count = 0;
        for (int slot = 0; slot < oldFlows.length; slot++) {
            Entry entry = oldEntries[slot];
            if (entry != null) {
                put(oldFlows[slot], entry);
            }
        }
    }

    private int slot(long flow) {
        return (int) (flow * 0x9e37_79b9_7f4a_7c15L >>> 40) & mask;
    }
}
