// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.util.Arrays;
import java.util.List;

/**
 * Enhanced time-series aware precision and recall (Hwang et al., SAC 2022): an attack counts as detected if correct
 * alarms cover at least theta_r of it, an alarm as correct if at least theta_p of it lies in detected attacks; those
 * that do not are struck out in turns until nothing changes. Half of each score is for being detected or correct, half
 * for how much is covered. Alarms weigh as the square root of their length. No ambiguous stretch behind an attack.
 */
record Etapr(double precision, double recall) {

    static final double THETA_P = 0.5;
    static final double THETA_R = 0.1;

    static Etapr of(boolean[] alarm, boolean[] attack) {
        return of(Span.of(alarm), Span.of(attack), THETA_P, THETA_R);
    }

    static Etapr of(List<Span> alarms, List<Span> attacks, double thetaP, double thetaR) {
        boolean[] correct = new boolean[alarms.size()];
        boolean[] detected = new boolean[attacks.size()];
        Arrays.fill(correct, true);
        Arrays.fill(detected, true);
        boolean changed = true;
        while (changed) {
            changed = strike(detected, attacks, correct, alarms, thetaR);
            changed |= strike(correct, alarms, detected, attacks, thetaP);
        }
        double recall = 0;
        for (int i = 0; i < detected.length; i++) {
            recall += detected[i] ? (1 + covered(attacks.get(i), alarms, correct)) / 2 : 0;
        }
        double weights =
                alarms.stream().mapToDouble(a -> Math.sqrt((double) a.length())).sum();
        double precision = 0;
        for (int i = 0; i < correct.length; i++) {
            double part = correct[i] ? (1 + covered(alarms.get(i), attacks, detected)) / 2 : 0;
            precision += part * Math.sqrt((double) alarms.get(i).length()) / weights;
        }
        return new Etapr(precision, attacks.isEmpty() ? 0 : recall / attacks.size());
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static boolean strike(
            boolean[] counts, List<Span> spans, boolean[] othersCount, List<Span> others, double least) {
        boolean changed = false;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] && covered(spans.get(i), others, othersCount) < least) {
                counts[i] = false;
                changed = true;
            }
        }
        return changed;
    }

    /** The share of a stretch that those others cover that count. */
    private static double covered(Span span, List<Span> others, boolean[] count) {
        long sum = 0;
        for (int i = 0; i < count.length; i++) {
            sum += count[i] ? span.overlap(others.get(i)) : 0;
        }
        return (double) sum / span.length();
    }
}
