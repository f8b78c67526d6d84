// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import java.util.Arrays;

/** What the context handles of a conversation stand for: the name given when they were opened. */
final class Handles {

    private static final int MOST = 64;

    private final long[] handles = new long[MOST];
    private final String[] names = new String[MOST];
    private int next;

    Handles() {
        Arrays.fill(names, "");
    }

    void name(long handle, String name) {
        for (int i = 0; i < MOST; i++) {
            if (handles[i] == handle) {
                names[i] = name;
                return;
            }
        }
        handles[next] = handle;
        names[next] = name;
        next = next + 1 & MOST - 1;
    }

    /** "" for one whose opening was not seen. */
    String name(long handle) {
        for (int i = 0; i < MOST; i++) {
            if (handles[i] == handle) {
                return names[i];
            }
        }
        return "";
    }
}
