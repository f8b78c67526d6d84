// SPDX-License-Identifier: Apache-2.0
package weir.analysis.conversation;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;

/** Tallies looked up lately, by the identical operation: one that comes again is found without comparing its parts. */
final class RecentTallies {

    private static final int SIZE = 1 << 15;

    private final @Nullable Tally[] tallies = new @Nullable Tally[SIZE];

    Tally find(Entry entry, Operation operation) {
        int hash = System.identityHashCode(operation) * 31 + System.identityHashCode(entry);
        int slot = (hash ^ hash >>> 15) & SIZE - 1;
        Tally tally = tallies[slot];
        if (tally == null || tally.seenAs != operation || tally.entry != entry) {
            tally = entry.tally(operation);
            tally.seenAs = operation;
            tallies[slot] = tally;
        }
        return tally;
    }
}
