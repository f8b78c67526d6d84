// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

import weir.wire.Sink;

/**
 * How many stations usually work on each datagram that comes back: fewer than the time before means that a station is
 * gone, or that its data were not taken.
 */
final class WorkingCounters {

    private static final int MOST = 128;

    private final long[] keys = new long[MOST];
    private final int[] counts = new int[MOST];

    void seen(int command, long address, int length, int count, Sink out) {
        long key = (long) command << 56 | (long) length << 40 | address;
        int slot = (int) (key * 0x9e37_79b9_7f4a_7c15L >>> 57) & MOST - 1;
        if (keys[slot] == key && count < counts[slot]) {
            out.violation("working_counter_dropped", count);
        }
        keys[slot] = key;
        counts[slot] = count;
    }
}
