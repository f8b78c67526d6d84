// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import org.jspecify.annotations.Nullable;

/**
 * Which node a value of a subscription is of: the client gives each item that it has monitored a number of its own, and
 * later sees nothing but this number. Holds at most {@value #MOST}; a further one takes another's place.
 */
final class ClientHandles {

    static final int MOST = 1 << 11;
    private static final int MASK = 2 * MOST - 1;
    private static final int NEAR = 8;

    private long[] keys = {};
    private @Nullable String[] nodes = {};
    private int count;

    void put(long subscription, long handle, String node) {
        if (nodes.length == 0) {
            keys = new long[MASK + 1];
            nodes = new @Nullable String[MASK + 1];
        }
        long key = subscription << 32 | handle;
        int home = home(key);
        int slot = -1;
        for (int i = 0; i < NEAR; i++) {
            int near = home + i & MASK;
            boolean free = nodes[near] == null;
            if (!free && keys[near] == key) {
                slot = near;
                break;
            }
            if (slot < 0 && (free ? count < MOST : count == MOST || i == NEAR - 1)) {
                slot = near;
            }
        }
        if (slot < 0) {
            return;
        }
        count += nodes[slot] == null ? 1 : 0;
        keys[slot] = key;
        nodes[slot] = node;
    }

    /** Empty for one that was not seen to be made. */
    String get(long subscription, long handle) {
        long key = subscription << 32 | handle;
        int home = home(key);
        for (int i = 0; i < NEAR && nodes.length > 0; i++) {
            int near = home + i & MASK;
            String node = nodes[near];
            if (node != null && keys[near] == key) {
                return node;
            }
        }
        return "";
    }

    private static int home(long key) {
        return (int) (key * 0x9e37_79b9_7f4a_7c15L >>> 40) & MASK;
    }
}
