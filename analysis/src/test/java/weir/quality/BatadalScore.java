// SPDX-License-Identifier: Apache-2.0
package weir.quality;

/**
 * The score S of the Battle of the Attack Detection Algorithms (Taormina et al. 2018): half for how early attacks are
 * detected, half for the mean of true positive and true negative rate.
 *
 * @param early 1 less the mean of time to detection over duration, an attack not detected counting as its whole duration
 * @param right mean of the two rates
 */
record BatadalScore(double early, double right) {

    static BatadalScore of(boolean[] alarm, boolean[] attack) {
        double late = 0;
        int attacks = 0;
        for (Span span : Span.of(attack)) {
            long first = span.from();
            while (first < span.to() && !alarm[(int) first]) {
                first++;
            }
            late += (double) (first - span.from()) / span.length();
            attacks++;
        }
        PointScore points = PointScore.of(alarm, attack);
        return new BatadalScore(
                attacks == 0 ? 0 : 1 - late / attacks, (points.recall() + 1 - points.falseAlarmRate()) / 2);
    }

    double s() {
        return (early + right) / 2;
    }
}
