// SPDX-License-Identifier: Apache-2.0
package weir.analysis.triage;

/** In how many episodes something occurred, and how much of it there was; older episodes weigh less. */
final class Custom {

    private double episodes;
    private double sum;
    private double squares;
    private long last;

    /** @param size logarithm of how often it occurred */
    void add(double size, long time, double halfLife) {
        double kept = kept(time, halfLife);
        episodes = episodes * kept + 1;
        sum = sum * kept + size;
        squares = squares * kept + size * size;
        last = Math.max(last, time);
    }

    /** Takes back what was added, to judge something by all but itself. */
    void take(double size, long time, double halfLife) {
        double weight = weight(last - time, halfLife);
        episodes = Math.max(0, episodes - weight);
        sum -= weight * size;
        squares -= weight * size * size;
    }

    double episodes(long time, double halfLife) {
        return episodes * kept(time, halfLife);
    }

    /** Mean size, 0 where it never occurred. */
    double mean() {
        return episodes > 0 ? sum / episodes : 0;
    }

    /** Mean of the squared sizes. */
    double meanSquare() {
        return episodes > 0 ? squares / episodes : 0;
    }

    private double kept(long time, double halfLife) {
        return episodes == 0 ? 1 : weight(time - last, halfLife);
    }

    private static double weight(long age, double halfLife) {
        return age <= 0 ? 1 : Math.exp(-Math.log(2) * age / halfLife);
    }
}
