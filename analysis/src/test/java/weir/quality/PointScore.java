// SPDX-License-Identifier: Apache-2.0
package weir.quality;

/** Sample by sample: each is an alarm or not, and under attack or not. Nothing is adjusted. */
record PointScore(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    static PointScore of(boolean[] alarm, boolean[] attack) {
        long[] cells = new long[4];
        for (int i = 0; i < alarm.length; i++) {
            cells[(alarm[i] ? 0 : 2) + (attack[i] ? 0 : 1)]++;
        }
        return new PointScore(cells[0], cells[1], cells[2], cells[3]);
    }

    PointScore plus(PointScore other) {
        return new PointScore(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives,
                trueNegatives + other.trueNegatives);
    }

    double precision() {
        return share(truePositives, truePositives + falsePositives);
    }

    /** Share of attacked samples that alarm; also fault detection rate. */
    double recall() {
        return share(truePositives, truePositives + falseNegatives);
    }

    double f1() {
        return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /** Share of quiet samples that alarm. */
    double falseAlarmRate() {
        return share(falsePositives, falsePositives + trueNegatives);
    }

    /** Share of attacked samples that do not alarm. */
    double missedAlarmRate() {
        return share(falseNegatives, truePositives + falseNegatives);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
