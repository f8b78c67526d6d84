// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns a process from rows of normal operation.
 *
 * <p>Scales and thresholds have to come from rows that the model has not seen, and there may be few: so the rows are
 * cut into blocks, and each block is judged by a model of all the others. The model that is kept is of all rows.
 */
public final class Learner {

    /** With fewer rows there is nothing to tell normal from chance. */
    public static final int LEAST_ROWS = 50;
    /** Spreads that a row counts at most when the scales are found. */
    private static final double FAR = 20;

    private final History history;
    private final ProcessSettings settings;
    private final Grid grid;
    private final List<Column> columns;
    private final int[] active;
    private final int[] blocks;
    private final double[] values;

    private Learner(History history, ProcessSettings settings) {
        this.history = history;
        this.settings = settings;
        grid = history.grid();
        columns = study();
        active = Pairs.active(columns);
        blocks = history.blocks(settings.blocks());
        values = new double[columns.size()];
    }

    /** @throws UnfitHistory if nothing can be learnt from the rows */
    public static ProcessModel learn(History history, ProcessSettings settings) throws UnfitHistory {
        if (history.size() < LEAST_ROWS) {
            throw new UnfitHistory(history.size() + " rows are too few to learn from; at least " + LEAST_ROWS
                    + " rows of normal operation are needed");
        }
        if (history.names().size() > History.MOST_COLUMNS) {
            throw new UnfitHistory(history.names().size() + " columns are more than the " + History.MOST_COLUMNS
                    + " that a model can hold; leave some out, or make a model for each part of the plant");
        }
        Learner learner = new Learner(history, settings);
        if (learner.active.length == 0) {
            throw new UnfitHistory("no column ever changes: there is nothing to learn");
        }
        return learner.model();
    }

    private List<Column> study() {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < history.names().size(); i++) {
            ColumnStudy study = new ColumnStudy();
            for (int row = 0; row < history.size(); row++) {
                study.add(history.value(row, i));
            }
            all.add(study.column(history.names().get(i)));
        }
        return all;
    }

    private ProcessModel model() {
        Sums all = new Sums(active.length);
        Sums[] each = sums();
        for (Sums sums : each) {
            all.add(sums);
        }
        Shape[] others = new Shape[each.length];
        for (int block = 0; block < each.length; block++) {
            others[block] = shape(all.without(each, block));
        }
        Scales scales = scales(others);
        Budget budget = new Budget(settings, history.size() * grid.period());
        double[] thresholds = thresholds(budget, scores(others, scales));
        return new ProcessModel(settings, columns, grid, history.size(), shape(all), scales, thresholds);
    }

    private Shape shape(Sums sums) {
        return new Shape(
                Regressions.of(sums.pairs, active.length, settings.ridge()),
                Subspace.of(sums.signals, settings.share()),
                sums.bounds);
    }

    /** What is summed of a block of rows. */
    private static final class Sums {
        private final int width;
        private final Moments pairs;
        private final Moments signals;
        private final Bounds bounds;

        Sums(int width) {
            this.width = width;
            pairs = new Moments(2 * width);
            signals = new Moments(width);
            bounds = Bounds.none(width);
        }

        void add(Sums other) {
            pairs.add(other.pairs, 1);
            signals.add(other.signals, 1);
            bounds.add(other.bounds);
        }

        Sums without(Sums[] each, int block) {
            Sums rest = new Sums(width);
            rest.pairs.add(pairs, 1);
            rest.pairs.add(each[block].pairs, -1);
            rest.signals.add(signals, 1);
            rest.signals.add(each[block].signals, -1);
            for (int other = 0; other < each.length; other++) {
                if (other != block) {
                    rest.bounds.add(each[other].bounds);
                }
            }
            return rest;
        }
    }

    private Sums[] sums() {
        Sums[] each = new Sums[settings.blocks()];
        Arrays.setAll(each, block -> new Sums(active.length));
        Pairs pairs = new Pairs(columns);
        Smoother signal = new Smoother(active.length, settings.fast());
        for (int row = 0; row < history.size(); row++) {
            pairs.take(history.row(row, values), history.breaksAt(row, grid));
            for (int j = 0; j < active.length; j++) {
                signal.add(j, pairs.pair()[j]);
            }
            Sums sums = each[blocks[row]];
            sums.pairs.add(pairs.pair());
            sums.signals.add(signal.means());
            sums.bounds.add(pairs.pair());
        }
        return each;
    }

    private Scales scales(Shape[] others) {
        double[] misfit = new double[active.length];
        double[] left = new double[active.length];
        double[] rest = new double[active.length];
        Pairs pairs = new Pairs(columns);
        Smoother signal = new Smoother(active.length, settings.fast());
        for (int row = 0; row < history.size(); row++) {
            pairs.take(history.row(row, values), history.breaksAt(row, grid));
            Shape shape = others[blocks[row]];
            double[] pair = pairs.pair();
            for (int j = 0; j < active.length; j++) {
                misfit[j] += square(pair[j] - shape.relations().estimate(j, pair));
                signal.add(j, pair[j]);
            }
            shape.subspace().place(signal.means(), settings.clip(), rest);
            for (int j = 0; j < active.length; j++) {
                left[j] += square(rest[j]);
            }
        }
        return new Scales(roots(misfit), roots(left));
    }

    private static double square(double off) {
        return Math.min(FAR * FAR, off * off);
    }

    private double[] roots(double[] sums) {
        double[] roots = new double[sums.length];
        Arrays.setAll(roots, j -> Math.max(settings.floor(), Math.sqrt(sums[j] / history.size())));
        return roots;
    }

    /** For each view the score of each row, judged by a model that does not know it. */
    private double[][] scores(Shape[] others, Scales scales) {
        double[][] scores = new double[View.ALL.length][history.size()];
        Pairs pairs = new Pairs(columns);
        Outlook outlook = new Outlook(settings, scales, active, columns.size());
        for (int row = 0; row < history.size(); row++) {
            pairs.take(history.row(row, values), history.breaksAt(row, grid));
            double[] seen = outlook.take(others[blocks[row]], pairs);
            for (int view = 0; view < seen.length; view++) {
                scores[view][row] = seen[view];
            }
        }
        return scores;
    }

    /** First a threshold for each view, then all raised so that all together keep within the budget. */
    private double[] thresholds(Budget budget, double[][] scores) {
        double[] thresholds = new double[View.ALL.length];
        boolean alone = columns.size() == 1; // hangs together with nothing: where it stands is all to see
        for (View view : View.ALL) {
            if (budget.isCovered() || alone || !view.needsAllOfNormal()) {
                double least = view == View.LIMITS ? settings.outside() : Double.MIN_NORMAL;
                thresholds[view.index()] = Math.max(least, budget.threshold(scores[view.index()]));
            }
        }
        if (!budget.isCovered()) {
            return thresholds;
        }
        double[] fused = new double[history.size()];
        for (int row = 0; row < fused.length; row++) {
            for (int view = 0; view < thresholds.length; view++) {
                fused[row] = Math.max(fused[row], scores[view][row] / thresholds[view]);
            }
        }
        double raise = Math.max(1, budget.threshold(fused));
        Arrays.setAll(thresholds, view -> thresholds[view] * raise);
        return thresholds;
    }
}
