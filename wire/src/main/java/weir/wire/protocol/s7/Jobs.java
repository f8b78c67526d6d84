// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import org.jspecify.annotations.Nullable;

/** Jobs that wait, by a number that joins them to their answers. Holds {@value #MOST}; one more replaces the oldest. */
final class Jobs {

    private static final int MOST = 16;

    private final Job[] ring = new Job[MOST];
    private int next;

    /** An empty job under this number. */
    Job ask(int key, long time) {
        Job job = find(key);
        if (job == null) {
            job = ring[next];
            if (job == null) {
                job = new Job();
                ring[next] = job;
            }
            next = (next + 1) % MOST;
        }
        job.begin(key, time);
        return job;
    }

    /** The job that waits under this number. */
    @Nullable
    Job find(int key) {
        for (Job job : ring) {
            if (job != null && job.waits && job.key == key) {
                return job;
            }
        }
        return null;
    }

    /** As {@link #find}; it waits no longer. What it holds stays until the next {@link #ask}. */
    @Nullable
    Job take(int key) {
        Job job = find(key);
        if (job != null) {
            job.waits = false;
        }
        return job;
    }

    void clear() {
        for (Job job : ring) {
            if (job != null) {
                job.waits = false;
            }
        }
    }
}
