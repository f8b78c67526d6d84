// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.util.Arrays;
import java.util.List;

/**
 * Volume under the surface of precision and recall (Paparrizos et al., VLDB 2022): the area under the curve, averaged
 * over buffers around the attacks from none to the longest. Within half a buffer of an attack a sample counts as
 * attacked by sqrt(1 - distance / buffer). Recall is the weight found, against the mean of the labels with and without
 * the buffer, times the share of attacks found at all.
 */
final class VusPr {

    /** Buffers between none and the longest. */
    private static final int STEPS = 10;

    /** Thresholds, at even ranks of the scores. */
    private static final int THRESHOLDS = 250;

    private VusPr() {}

    static double of(double[] score, boolean[] attack, int longest) {
        double sum = 0;
        for (int step = 0; step <= STEPS; step++) {
            sum += area(score, attack, longest * step / STEPS);
        }
        return sum / (STEPS + 1);
    }

    /** The area for one buffer: precision times the recall gained, threshold by threshold from the highest. */
    static double area(double[] score, boolean[] attack, int buffer) {
        double[] label = extended(attack, buffer);
        List<Span> attacks = Span.of(positive(label));
        if (attacks.isEmpty()) {
            return 0;
        }
        double plain = Span.of(attack).stream().mapToLong(Span::length).sum();
        double wanted = (plain + Arrays.stream(label).sum()) / 2;
        double area = 0;
        double before = 0;
        for (double threshold : thresholds(score)) {
            double hit = 0;
            long alarms = 0;
            for (int i = 0; i < score.length; i++) {
                if (score[i] >= threshold) {
                    alarms++;
                    hit += label[i];
                }
            }
            double recall = Math.min(1, hit / wanted) * found(score, threshold, attacks) / attacks.size();
            area += (recall - before) * hit / alarms;
            before = recall;
        }
        return area;
    }

    private static double[] thresholds(double[] score) {
        double[] sorted = score.clone();
        Arrays.sort(sorted);
        int count = Math.min(THRESHOLDS, sorted.length);
        double[] thresholds = new double[count];
        for (int i = 0; i < count; i++) {
            int rank = count == 1 ? 0 : (int) ((long) i * (sorted.length - 1) / (count - 1));
            thresholds[i] = sorted[sorted.length - 1 - rank];
        }
        return Arrays.stream(thresholds).distinct().toArray();
    }

    private static long found(double[] score, double threshold, List<Span> attacks) {
        return attacks.stream().filter(a -> touched(score, threshold, a)).count();
    }

    private static boolean touched(double[] score, double threshold, Span span) {
        for (int i = (int) span.from(); i < span.to(); i++) {
            if (score[i] >= threshold) {
                return true;
            }
        }
        return false;
    }

    static double[] extended(boolean[] attack, int buffer) {
        double[] label = new double[attack.length];
        for (Span span : Span.of(attack)) {
            for (long i = span.from() - buffer / 2; i < span.to() + buffer / 2; i++) {
                if (i < 0 || i >= label.length) {
                    continue;
                }
                long distance = i < span.from() ? span.from() - i : Math.max(0, i - span.to() + 1);
                double weight = distance == 0 ? 1 : Math.sqrt(1 - (double) distance / buffer);
                label[(int) i] = Math.min(1, label[(int) i] + weight);
            }
        }
        return label;
    }

    private static boolean[] positive(double[] label) {
        boolean[] positive = new boolean[label.length];
        for (int i = 0; i < label.length; i++) {
            positive[i] = label[i] > 0;
        }
        return positive;
    }
}
