// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

/** Whether enough was seen to know what is normal: nothing new for twice as long as it took to see what there is. */
public final class Settling {

    /** No plant is known in less, nanoseconds: slow polls and the first announcements come within it. */
    private static final long LEAST = 10 * 60 * 1_000_000_000L;

    private long first = Long.MIN_VALUE;
    private long lastNew;

    /** An edge was seen for the first time. */
    public void fresh(long time) {
        if (first == Long.MIN_VALUE) {
            first = time;
        }
        lastNew = time;
    }

    public boolean isSettled(long time) {
        return first != Long.MIN_VALUE && time - lastNew >= Math.max(LEAST, 2 * (lastNew - first));
    }
}
