// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;

/** The requests that wait for an answer; {@value #MOST} of them, then one takes the place of another. */
final class AskedRequests {

    private static final int MOST = 128;
    private static final int SHIFT = 64 - 7;

    private final @Nullable Asked[] waiting = new @Nullable Asked[MOST];

    Asked ask(long key, Operation told, long time) {
        int slot = slot(key);
        Asked asked = waiting[slot];
        if (asked == null) {
            asked = new Asked();
            waiting[slot] = asked;
        }
        asked.key = key;
        asked.time = time;
        asked.operation = told;
        asked.file = null;
        asked.fileKey = 0;
        asked.position = 0;
        return asked;
    }

    /** The request with this key, or null. */
    @Nullable
    Asked find(long key) {
        Asked asked = waiting[slot(key)];
        return asked != null && asked.key == key && asked.operation != null ? asked : null;
    }

    private static int slot(long key) {
        return (int) (key * 0x9e37_79b9_7f4a_7c15L >>> SHIFT);
    }
}
