// SPDX-License-Identifier: Apache-2.0
package weir.analysis.baseline;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;

/** Habits looked up lately, by the identical operation: one that comes again is found without comparing its parts. */
final class RecentHabits {

    private static final int SIZE = 1 << 15;

    /** Habits kept of all edges; beyond, targets are no longer told apart. */
    private static final int MOST = 1_000_000;

    private final @Nullable Habit[] habits = new @Nullable Habit[SIZE];
    private final int most;
    private int kept;

    RecentHabits() {
        this(MOST);
    }

    RecentHabits(int most) {
        this.most = most;
    }

    Habit find(Edge edge, Operation operation, long time) {
        int hash = System.identityHashCode(operation) * 31 + System.identityHashCode(edge);
        int slot = (hash ^ hash >>> 15) & SIZE - 1;
        Habit habit = habits[slot];
        if (habit == null || habit.seenAs != operation || habit.edge() != edge) {
            int before = edge.habits().size();
            habit = edge.find(operation, time, kept >= most);
            kept += edge.habits().size() - before;
            habit.seenAs = operation;
            habits[slot] = habit;
        }
        return habit;
    }
}
