// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

/**
 * Whether a noisy variable shows once more what it showed before, value by value: noise does not do so, a recording
 * that is played to those who watch does. Values that repeat while normal is learned repeat by nature.
 */
final class Replay {

    /** Changed values in a row that are compared as one. */
    private static final int WINDOW = 16;

    /** Windows remembered: one of eight, so that about the last two thousand values are. */
    private static final int MARKS = 256;

    private static final int ONE_OF = 8;

    /** Windows found again in a row that are no accident: some thirty values and more. */
    private static final int ENOUGH = 3;

    private static final long BASE = 0x9e37_79b9_7f4a_7c15L;
    private static final long LEAVING = leaving();

    private final long[] values = new long[WINDOW];
    private final long[] marks = new long[MARKS];
    private long hash;
    private int seen;
    private int marked;
    private int again;
    private boolean byNature;

    private static long leaving() {
        long power = 1;
        for (int i = 0; i < WINDOW; i++) {
            power *= BASE;
        }
        return power;
    }

    /** A changed value of normal operation. */
    void learn(double value) {
        byNature |= add(value) > 0;
    }

    /** A changed value; true where with it enough has come again. */
    boolean isPlayed(double value) {
        return add(value) >= ENOUGH && !byNature;
    }

    private int add(double value) {
        long bits = Double.doubleToLongBits(value);
        hash = hash * BASE + bits - values[seen % WINDOW] * LEAVING;
        values[seen % WINDOW] = bits;
        seen = seen == 1 << 30 ? WINDOW : seen + 1; // a multiple of the window
        long mark = (hash ^ hash >>> 29) * BASE;
        if (seen < WINDOW || (mark >>> 32 & ONE_OF - 1) != 0) {
            return again;
        }
        again = knows(mark) ? again + 1 : 0;
        if (again == 0) {
            marks[marked++ % MARKS] = mark;
        }
        return again;
    }

    private boolean knows(long mark) {
        for (int i = 0; i < Math.min(marked, MARKS); i++) {
            if (marks[i] == mark) {
                return true;
            }
        }
        return false;
    }
}
