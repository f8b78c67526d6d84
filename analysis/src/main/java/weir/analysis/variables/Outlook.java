// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.Arrays;

/** The views of a run of rows as it goes on. */
final class Outlook {

    /** A smoothed signal says something once its start has mostly been forgotten: after this over its weight, in rows. */
    private static final double FILLS = 2;

    private final ProcessSettings settings;
    private final Scales scales;
    private final int[] active;
    private final Smoother fast;
    private final Smoother slow;
    private final Smoother signal;
    private final Smoother outside;
    private final double[] wideMisfit;
    private final double[] wideRest;
    private final double[] rest;
    private final double[] squares;
    private final double[] values = new double[View.ALL.length];
    private int rows;

    /** @param all how many columns there are, with those that are constant */
    Outlook(ProcessSettings settings, Scales scales, int[] active, int all) {
        this.settings = settings;
        this.scales = scales;
        this.active = active;
        fast = new Smoother(active.length, settings.fast());
        slow = new Smoother(active.length, settings.slow());
        signal = new Smoother(active.length, settings.fast());
        outside = new Smoother(all, settings.fast());
        wideMisfit = scales.misfit().clone();
        wideRest = scales.rest().clone();
        rest = new double[active.length];
        squares = new double[active.length];
    }

    /** The value of each view after the row, in the order of {@link View}. */
    double[] take(Shape shape, Pairs row) {
        if (row.roundingChanged()) {
            widen(shape.relations(), row.rounding());
        }
        double[] pair = row.pair();
        boolean[] missing = row.missing();
        for (int j = 0; j < active.length; j++) {
            double estimate = shape.relations().estimate(j, pair);
            if (missing[j]) {
                pair[j] = estimate;
            } else if (row.isWhole(j)) {
                double square = square((pair[j] - estimate) / wideMisfit[j]);
                fast.add(j, square);
                slow.add(j, square);
            }
            signal.add(j, pair[j]);
        }
        values[View.BROAD.index()] = mean(fast.means());
        values[View.DEEP.index()] = greatest(slow.means());
        values[View.PLACE.index()] = shape.subspace().place(signal.means(), settings.clip(), rest);
        for (int j = 0; j < active.length; j++) {
            squares[j] = square(rest[j] / wideRest[j]);
        }
        values[View.REST.index()] = mean(squares);
        rows++;
        if (rows < FILLS / settings.fast()) {
            values[View.PLACE.index()] = 0;
            values[View.REST.index()] = 0;
        }
        limits(shape.bounds(), row);
        return values;
    }

    private void limits(Bounds bounds, Pairs row) {
        double[] pair = row.pair();
        boolean[] unknown = row.unknown();
        int next = 0;
        for (int i = 0; i < unknown.length; i++) {
            double excess = unknown[i] ? 1 : 0;
            if (next < active.length && active[next] == i) {
                if (!unknown[i] && !row.missing()[next]) {
                    double before = row.isWhole(next) ? pair[active.length + next] : pair[next];
                    excess = bounds.excess(next, pair[next], before, row.rounding()[next]);
                }
                next++;
            }
            outside.add(i, Math.min(1, excess));
        }
        values[View.LIMITS.index()] = greatest(outside.means());
    }

    /** Coarser rounding than in what was learnt leaves more unexplained, and rightly so. */
    private void widen(Regressions relations, double[] rounding) {
        double[] each = new double[rounding.length];
        Arrays.setAll(each, j -> rounding[j] * rounding[j]);
        for (int j = 0; j < each.length; j++) {
            double misfit = scales.misfit()[j];
            double left = scales.rest()[j];
            wideMisfit[j] = Math.sqrt(misfit * misfit + relations.rounding(j, each));
            wideRest[j] = Math.sqrt(left * left + each[j]);
        }
    }

    /**
     * How much each column has to do with what the views show now: 1 where it alone would reach the threshold.
     *
     * @param thresholds of the views; 0 for one that does not count
     */
    void blame(double[] thresholds, double[] columns) {
        Arrays.fill(columns, 0);
        for (int j = 0; j < active.length; j++) {
            double misfit = slow.means()[j] / thresholds[View.DEEP.index()];
            double broad = fast.means()[j] / (active.length * thresholds[View.BROAD.index()]);
            double left = squares[j] / (active.length * thresholds[View.REST.index()]);
            columns[active[j]] = Math.max(Math.max(misfit, broad), left);
        }
        double limit = thresholds[View.LIMITS.index()];
        for (int i = 0; i < columns.length && limit > 0; i++) {
            columns[i] = Math.max(columns[i], outside.means()[i] / limit);
        }
    }

    private double square(double spreads) {
        return Math.min(settings.clip() * settings.clip(), spreads * spreads);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double greatest(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}
