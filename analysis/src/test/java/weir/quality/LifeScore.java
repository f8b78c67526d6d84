// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.util.List;

/**
 * How well remaining lives were foretold.
 *
 * @param error root mean square
 * @param points of the PHM08 challenge for a hundred machines: the later the failure was foretold, the worse
 * @param late share foretold more than ten rows too late
 * @param within share whose true life lay between the ends that were told
 */
record LifeScore(int count, double error, double points, double late, double within) {

    /** What was foretold of a machine, and what was true. */
    record Tried(double remaining, double low, double high, double truth) {}

    static LifeScore of(List<Tried> all) {
        double squares = 0;
        double points = 0;
        double late = 0;
        double within = 0;
        for (Tried tried : all) {
            double off = tried.remaining - tried.truth;
            squares += off * off;
            points += Math.exp(off < 0 ? -off / 13 : off / 10) - 1;
            late += off > 10 ? 1 : 0;
            within += tried.low <= tried.truth && tried.truth <= tried.high ? 1 : 0;
        }
        int count = all.size();
        return new LifeScore(count, Math.sqrt(squares / count), 100 * points / count, late / count, within / count);
    }
}
