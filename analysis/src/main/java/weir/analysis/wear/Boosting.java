// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Grows a forest: each tree is fitted to what the trees before it leave open (gradient boosting of squares). */
final class Boosting {

    /** Rows as if they were in every leaf and answered nothing: few rows are believed less. */
    private static final double DOUBT = 5;

    private final WearSettings settings;
    private final Bins bins;
    private final byte[][] cut;
    private final double[] open;
    private final int[] rows;
    private final int[] aside;

    /**
     * @param cut the bin of each row, trait by trait
     * @param goals what is to be answered for each row
     * @param rows that are learnt
     */
    private Boosting(WearSettings settings, Bins bins, byte[][] cut, float[] goals, int[] rows) {
        this.settings = settings;
        this.bins = bins;
        this.cut = cut;
        this.rows = rows.clone();
        aside = new int[rows.length];
        open = new double[goals.length];
        Arrays.setAll(open, row -> goals[row]);
    }

    static Forest grow(WearSettings settings, Bins bins, byte[][] cut, float[] goals, int[] rows) {
        return new Boosting(settings, bins, cut, goals, rows).forest();
    }

    private Forest forest() {
        double base =
                Arrays.stream(rows).mapToDouble(row -> open[row]).average().orElse(0);
        for (int row : rows) {
            open[row] -= base;
        }
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < settings.trees(); i++) {
            Tree tree = Tree.ofDepth(settings.depth());
            grow(tree, 0, 0, 0, rows.length);
            trees.add(tree);
        }
        return new Forest(base, trees);
    }

    private record Split(int trait, int bin, double gain) {}

    private void grow(Tree tree, int node, int depth, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += open[rows[i]];
        }
        Split best = depth < settings.depth() ? best(from, to, sum) : new Split(-1, 0, 0);
        tree.traits()[node] = best.trait;
        if (best.trait < 0) {
            double answer = settings.rate() * sum / (to - from + DOUBT);
            tree.answers()[node] = answer;
            for (int i = from; i < to; i++) {
                open[rows[i]] -= answer;
            }
            return;
        }
        tree.edges()[node] = bins.edges()[best.trait][best.bin];
        int middle = part(best, from, to);
        grow(tree, 2 * node + 1, depth + 1, from, middle);
        grow(tree, 2 * node + 2, depth + 1, middle, to);
    }

    private Split best(int from, int to, double sum) {
        Split best = new Split(-1, 0, 1e-9);
        for (int trait = 0; trait < cut.length; trait++) {
            if (bins.count(trait) > 1) {
                Split split = best(trait, from, to, sum);
                best = split.gain > best.gain ? split : best;
            }
        }
        return best;
    }

    private Split best(int trait, int from, int to, double sum) {
        double[] sums = new double[bins.count(trait)];
        int[] counts = new int[sums.length];
        byte[] column = cut[trait];
        for (int i = from; i < to; i++) {
            int row = rows[i];
            sums[column[row]] += open[row];
            counts[column[row]]++;
        }
        int size = to - from;
        Split best = new Split(-1, 0, 0);
        double left = 0;
        int lefts = 0;
        for (int bin = 0; bin < sums.length - 1; bin++) {
            left += sums[bin];
            lefts += counts[bin];
            if (lefts >= settings.leaf() && size - lefts >= settings.leaf()) {
                double right = sum - left;
                double gain = left * left / lefts + right * right / (size - lefts) - sum * sum / size;
                best = gain > best.gain ? new Split(trait, bin, gain) : best;
            }
        }
        return best;
    }

    /** Puts the rows up to the edge before the others, each in their order; returns where the others begin. */
    private int part(Split split, int from, int to) {
        byte[] column = cut[split.trait];
        int left = from;
        int right = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            if (column[row] <= split.bin) {
                rows[left++] = row;
            } else {
                aside[right++] = row;
            }
        }
        System.arraycopy(aside, 0, rows, left, right);
        return left;
    }
}
