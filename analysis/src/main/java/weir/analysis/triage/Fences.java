// SPDX-License-Identifier: Apache-2.0
package weir.analysis.triage;

import java.util.Arrays;

/**
 * How surprising episodes of this site usually are: Tukey's fences about the latest of them (Exploratory Data Analysis,
 * 1977), and the level that so many of them a day rise above. No constant of it is about alerts.
 */
final class Fences {

    /** The latest so many episodes. */
    private static final int SIZE = 4096;

    /** Fewer do not tell what is usual. */
    static final int ENOUGH = 16;

    private final double[] scores = new double[SIZE];
    private final long[] times = new long[SIZE];
    private double[] sorted = new double[0];
    private long count;
    private double inner = Double.MAX_VALUE;
    private double outer = Double.MAX_VALUE;

    void add(double score, long time) {
        int slot = (int) (count % SIZE);
        scores[slot] = score;
        times[slot] = time;
        count++;
        sorted = Arrays.copyOf(scores, size());
        Arrays.sort(sorted);
        double low = sorted[sorted.length / 4];
        double high = sorted[3 * sorted.length / 4];
        inner = high + 1.5 * (high - low);
        outer = high + 3 * (high - low);
    }

    boolean known() {
        return count >= ENOUGH;
    }

    private int size() {
        return (int) Math.min(count, SIZE);
    }

    /** Beyond it an episode is outside of what is usual. */
    double inner() {
        return known() ? inner : Double.MAX_VALUE;
    }

    /** Beyond it an episode is far out. */
    double outer() {
        return known() ? outer : Double.MAX_VALUE;
    }

    /** The surprise that so many episodes a day have exceeded until now. */
    double exceeded(int timesADay, long now, long day) {
        if (!known()) {
            return Double.MAX_VALUE;
        }
        long oldest = count > SIZE ? times[(int) (count % SIZE)] : times[0];
        double days = Math.max(1, (double) (now - oldest) / day);
        int rank = (int) Math.min(sorted.length, Math.ceil(timesADay * days));
        return rank >= sorted.length ? 0 : sorted[sorted.length - 1 - rank];
    }
}
