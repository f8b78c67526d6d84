// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import weir.analysis.variables.History;
import weir.analysis.variables.Learner;
import weir.analysis.variables.ProcessModel;
import weir.analysis.variables.ProcessSettings;
import weir.analysis.variables.UnfitHistory;

/**
 * Learns how machines wear out from machines that ran until they failed. How far to believe it comes from machines
 * that were foretold by a forest of the others.
 */
public final class WearLearner {

    /** With fewer failures there is nothing to tell wear from chance. */
    public static final int LEAST_MACHINES = 20;

    /** Of the rows of a machine every so manieth is learnt: those next to each other say nearly the same. */
    private static final int STRIDE = 2;

    private final WearSettings settings;
    private final Lives lives;
    private float[][] traits = new float[0][];
    private float[] remained = new float[0];
    private float[] goals = new float[0];
    private int[] folds = new int[0];

    private WearLearner(WearSettings settings, Lives lives) {
        this.settings = settings;
        this.lives = lives;
    }

    /** @throws UnfitLives if nothing can be learnt from them */
    public static WearModel learn(Lives lives, WearSettings settings) throws UnfitLives {
        if (lives.all().size() < LEAST_MACHINES) {
            throw new UnfitLives("has " + lives.all().size() + " machines; at least " + LEAST_MACHINES
                    + " that ran until they failed are needed");
        }
        try {
            return new WearLearner(settings, lives).model();
        } catch (UnfitHistory nothing) {
            throw new UnfitLives(String.valueOf(nothing.getMessage()));
        }
    }

    private WearModel model() throws UnfitLives, UnfitHistory {
        read();
        if (traits.length < settings.leaf() * settings.folds()) {
            throw new UnfitLives("has only " + traits.length + " rows beyond the first " + settings.window() / 2
                    + " of each machine; these lives are too short to learn from");
        }
        Bins bins = Bins.of(traits);
        byte[][] cut = bins.cut(traits);
        List<Margin.Tried> tried = new ArrayList<>();
        double squares = 0;
        int near = 0;
        for (int fold = 0; fold < settings.folds(); fold++) {
            Forest others = Boosting.grow(settings, bins, cut, goals, learnt(fold));
            for (int row : unknown(fold)) {
                double foretold = others.answer(traits[row]);
                tried.add(new Margin.Tried(foretold, remained[row]));
                if (remained[row] <= settings.horizon()) {
                    squares += (foretold - remained[row]) * (foretold - remained[row]);
                    near++;
                }
            }
        }
        Forest forest = Boosting.grow(settings, bins, cut, goals, learnt(-1));
        Margin margin = Margin.of(tried, settings.coverage());
        double error = Math.sqrt(squares / Math.max(1, near));
        return new WearModel(settings, lives.columns(), lives.all().size(), error, forest, margin, known());
    }

    private void read() {
        List<float[]> all = new ArrayList<>();
        float[] left = new float[lives.size()];
        int[] fold = new int[lives.size()];
        int machine = 0;
        for (List<double[]> life : lives.all()) {
            Traits of = new Traits(lives.columns().size(), settings.window());
            for (int i = 0; i < life.size(); i++) {
                of.take(life.get(i));
                if (of.isEnough()) {
                    left[all.size()] = life.size() - 1 - i;
                    fold[all.size()] = machine % settings.folds();
                    all.add(of.values());
                }
            }
            machine++;
        }
        traits = all.toArray(float[][]::new);
        remained = Arrays.copyOf(left, traits.length);
        folds = Arrays.copyOf(fold, traits.length);
        goals = new float[traits.length];
        for (int i = 0; i < goals.length; i++) {
            goals[i] = Math.min(remained[i], settings.horizon());
        }
    }

    private int[] learnt(int without) {
        return IntStream.range(0, folds.length)
                .filter(row -> folds[row] != without && row % STRIDE == 0)
                .toArray();
    }

    private int[] unknown(int fold) {
        return IntStream.range(0, folds.length)
                .filter(row -> folds[row] == fold)
                .toArray();
    }

    private ProcessModel known() throws UnfitHistory {
        History history = new History(lives.columns());
        for (List<double[]> life : lives.all()) {
            history.begin();
            for (int i = 0; i < life.size(); i++) {
                history.add(i, life.get(i));
            }
        }
        return Learner.learn(history, ProcessSettings.DEFAULT);
    }
}
