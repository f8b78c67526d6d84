// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import java.util.Arrays;

/** The shares that a client is connected to, by the number of the connection; at most {@value #MOST}. */
final class Shares {

    private static final int MOST = 64;

    private final long[] keys = new long[MOST];
    private final String[] names = new String[MOST];
    private int next;

    Shares() {
        Arrays.fill(names, "");
    }

    /** @param path as it was asked for: {@code \\server\share} */
    void connected(long key, String path) {
        int slot = find(key);
        if (slot < 0) {
            slot = next;
            next = next + 1 & MOST - 1;
        }
        keys[slot] = key;
        names[slot] = path;
    }

    void disconnected(long key) {
        int slot = find(key);
        if (slot >= 0) {
            names[slot] = "";
        }
    }

    /** {@code \\server\share}, or "" where the connection was not seen. */
    String path(long key) {
        int slot = find(key);
        return slot < 0 ? "" : names[slot];
    }

    /** Where the name of the share begins in its path. */
    static int share(String path) {
        return path.lastIndexOf('\\') + 1;
    }

    /** Whether there are pipes behind it, not files. */
    static boolean isPipes(String path) {
        return path.endsWith("$") && path.regionMatches(true, share(path), "IPC$", 0, 4);
    }

    private int find(long key) {
        for (int i = 0; i < MOST; i++) {
            if (keys[i] == key && !names[i].isEmpty()) {
                return i;
            }
        }
        return -1;
    }
}
