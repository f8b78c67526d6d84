// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import org.jspecify.annotations.Nullable;
import weir.wire.Direction;

/** Who speaks to whom in one conversation: at most {@value #MOST} pairs, a further one replaces the longest silent. */
final class Associations {

    private static final int MOST = 16;

    private final @Nullable Association[] all = new @Nullable Association[MOST];
    private long uses;

    Association of(int source, int destination, Direction way) {
        int slot = 0;
        long oldest = Long.MAX_VALUE;
        for (int i = 0; i < MOST; i++) {
            Association known = all[i];
            if (known != null && known.source == source && known.destination == destination && known.way == way) {
                known.lastUsed = ++uses;
                return known;
            }
            long used = known == null ? -1 : known.lastUsed;
            if (used < oldest) {
                oldest = used;
                slot = i;
            }
        }
        Association made = new Association(source, destination, way);
        made.lastUsed = ++uses;
        all[slot] = made;
        return made;
    }

    /** Bytes were lost: what was begun in this direction will not be ended. */
    void lost(Direction way) {
        for (Association known : all) {
            if (known != null && known.way == way) {
                known.lost();
            }
        }
    }
}
