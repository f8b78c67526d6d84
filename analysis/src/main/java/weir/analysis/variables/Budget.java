// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.Arrays;

/** Finds thresholds out of the scores of normal rows alone, so that normal operation alarms as often as it may. */
final class Budget {

    /** Of the rows, those that may lie above a threshold: the tail that thresholds are looked for in. */
    private static final double TAIL = 0.05;

    private static final int MOST_LEVELS = 500;
    private static final int LEAST_TAIL = 5;
    /** A tail that falls off more steeply than this cannot be claimed of so few rows. */
    private static final double LEAST_INDEX = 0.1;

    private final ProcessSettings settings;
    private final double learntAlarms;

    /** @param seconds of normal operation that the scores are of */
    Budget(ProcessSettings settings, double seconds) {
        this.settings = settings;
        learntAlarms = seconds / settings.secondsAnAlarm();
    }

    /** Whether as much was learnt as the budget speaks of. */
    boolean isCovered() {
        return learntAlarms >= 1;
    }

    double threshold(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return isCovered() ? counted(scores, sorted) : extended(sorted);
    }

    /** The lowest threshold with no more alarms than the budget allows for the time. */
    private double counted(double[] scores, double[] sorted) {
        int allowed = (int) learntAlarms;
        int tail = (int) (sorted.length * TAIL);
        double best = sorted[sorted.length - 1] * (1 + 1e-9);
        for (int i = 0; i < tail; i += Math.max(1, tail / MOST_LEVELS)) {
            double level = sorted[sorted.length - 1 - i];
            if (alarms(scores, level) > allowed) {
                break;
            }
            best = level * (1 + 1e-9);
        }
        return best;
    }

    private int alarms(double[] scores, double level) {
        int count = 0;
        int last = -settings.gap() - 2;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > level * (1 + 1e-9)) {
                count += i - last > settings.gap() + 1 ? 1 : 0;
                last = i;
            }
        }
        return count;
    }

    /**
     * The greatest score, raised to what is to be expected in the time that the budget speaks of. The tail is taken for
     * a power law (Weissman's estimate of far quantiles with Hill's index); the factor is bounded, since so little data
     * cannot carry more.
     */
    private double extended(double[] sorted) {
        double most = sorted[sorted.length - 1];
        int tail = Math.clamp((int) (sorted.length * TAIL), Math.min(LEAST_TAIL, sorted.length - 1), sorted.length - 1);
        double foot = sorted[sorted.length - 1 - tail];
        if (foot <= 0 || tail == 0) {
            return most;
        }
        double index = 0;
        for (int i = 0; i < tail; i++) {
            index += Math.log(sorted[sorted.length - 1 - i] / foot) / tail;
        }
        return most * Math.min(settings.widest(), Math.pow(1 / learntAlarms, Math.max(LEAST_INDEX, index)));
    }
}
