// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well scores put rows in order, without any threshold.
 *
 * @param area under the curve of true against false alarms: how often a faulty row scores above a normal one
 * @param precision averaged over the faulty rows, each as the threshold (average precision)
 */
record RankScore(double area, double precision) {

    static RankScore of(double[] score, boolean[] fault) {
        Integer[] order = IntStream.range(0, score.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -score[i]));
        double above = 0;
        double precision = 0;
        long faults = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            int same = 0;
            while (to < order.length && score[order[to]] == score[order[from]]) {
                same += fault[order[to++]] ? 1 : 0;
            }
            above += (to - from - same) * (faults + same / 2.0);
            faults += same;
            precision += same * (faults / (double) to);
            from = to;
        }
        long normal = score.length - faults;
        return new RankScore(above / (faults * (double) normal), precision / faults);
    }
}
