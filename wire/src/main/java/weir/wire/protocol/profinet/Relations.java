// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import org.jspecify.annotations.Nullable;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.protocol.KnownNumbers;

/**
 * What one sensor knows of PROFINET beyond a single conversation: a device answers a call from another port than the one
 * that was called, and what is agreed on over UDP gives the frames on the link their meaning. There is one for each sink,
 * as there is one sink for each sensor, and it lives as long.
 */
final class Relations {

    /** Application relations remembered; the oldest makes room. */
    private static final int MOST = 256;

    private static final int WAITING = 256;

    final Pending pending = new Pending(WAITING);
    final Units units = new Units();
    final KnownNumbers modules = KnownNumbers.hexadecimal("module ");
    private final @Nullable ApplicationRelation[] relations = new @Nullable ApplicationRelation[MOST];
    private int next;
    private int version;

    private Relations() {}

    static Relations of(Sink sink) {
        return sink.common(Relations.class, Relations::new);
    }

    /** Grows with each change, so that what was looked up can be kept until then. */
    int version() {
        return version;
    }

    void changed() {
        version++;
    }

    void add(ApplicationRelation relation) {
        int slot = slot(relation.high, relation.low);
        if (slot < 0) {
            slot = next;
            next = next + 1 & MOST - 1;
        }
        relations[slot] = relation;
        version++;
    }

    @Nullable
    ApplicationRelation of(long high, long low) {
        int slot = slot(high, low);
        return slot < 0 ? null : relations[slot];
    }

    void remove(long high, long low) {
        int slot = slot(high, low);
        if (slot >= 0) {
            relations[slot] = null;
            version++;
        }
    }

    private int slot(long high, long low) {
        for (int i = 0; i < MOST; i++) {
            ApplicationRelation relation = relations[i];
            if (relation != null && relation.high == high && relation.low == low) {
                return i;
            }
        }
        return -1;
    }

    /** The exchange that a frame between these hardware addresses belongs to; null where its set-up was not seen. */
    @Nullable
    IoRelationship of(long source, long destination, int frame) {
        for (ApplicationRelation relation : relations) {
            IoRelationship found = relation == null ? null : relation.of(source, destination, frame);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
