// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the true remaining life was from what was foretold, of machines that the forest did not know.
 *
 * @param upTo what was foretold, in ascending steps of about as many rows
 * @param below for each step, what must be added for the lower end; seldom is less left
 * @param above for each step, what must be added for the upper end
 */
@SuppressWarnings("ArrayRecordComponent") // stays within the package
record Margin(double[] upTo, double[] below, double[] above) {

    private static final int STEPS = 12;

    /** What was foretold of a row, and what was true. */
    record Tried(double foretold, double remained) {}

    /** @param coverage share that shall lie between the ends */
    static Margin of(List<Tried> all, double coverage) {
        List<Tried> sorted = new ArrayList<>(all);
        sorted.sort((a, b) -> Double.compare(a.foretold, b.foretold));
        int steps = Math.clamp(sorted.size() / 20, 1, STEPS);
        double[] upTo = new double[steps];
        double[] below = new double[steps];
        double[] above = new double[steps];
        for (int i = 0; i < steps; i++) {
            List<Tried> part = sorted.subList(sorted.size() * i / steps, sorted.size() * (i + 1) / steps);
            double[] off = part.stream()
                    .mapToDouble(t -> t.remained - t.foretold)
                    .sorted()
                    .toArray();
            upTo[i] = i == steps - 1 ? Double.POSITIVE_INFINITY : part.getLast().foretold;
            below[i] = off[(int) ((off.length - 1) * (1 - coverage) / 2)];
            above[i] = off[(int) Math.ceil((off.length - 1) * (1 + coverage) / 2)];
        }
        return new Margin(upTo, below, above);
    }

    double low(double foretold) {
        return Math.max(0, foretold + below[step(foretold)]);
    }

    double high(double foretold) {
        return Math.max(0, foretold + above[step(foretold)]);
    }

    private int step(double foretold) {
        int step = 0;
        while (step < upTo.length - 1 && foretold > upTo[step]) {
            step++;
        }
        return step;
    }
}
