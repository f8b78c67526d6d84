// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.analysis.variables.ModelState;
import weir.analysis.variables.ProcessModel;

/**
 * The written form of a {@link WearModel}, in the notation of {@link StateWriter}; a number with a fraction is the bits
 * of its double. In order: a word and version that tell the form; the settings; the columns; how many machines, and the
 * error; the base and the trees, node by node; the margin; then the process model in its own form.
 */
public final class WearState {

    private static final String FORM = "weir wear model";
    private static final long VERSION = 1;

    private static final int MOST_COLUMNS = 256;
    private static final int MOST_TREES = 10_000;
    private static final int MOST_DEPTH = 12;
    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_WINDOW = 10_000;
    private static final int MOST_STEPS = 1000;

    private WearState() {}

    public static void write(WearModel model, OutputStream to) throws IOException {
        StateWriter out = new StateWriter(to);
        out.text(FORM);
        out.number(VERSION);
        WearSettings settings = model.settings();
        out.number(settings.horizon());
        out.number(settings.window());
        out.number(settings.folds());
        out.number(settings.trees());
        out.number(settings.depth());
        number(out, settings.rate());
        out.number(settings.leaf());
        number(out, settings.coverage());
        out.number(model.columns().size());
        for (String column : model.columns()) {
            out.text(column);
        }
        out.number(model.machines());
        number(out, model.error());
        forest(out, model.forest());
        margin(out, model.margin());
        out.flush();
        ModelState.write(model.known(), to);
    }

    /** @throws IOException if it is no such model, or a damaged one */
    public static WearModel read(InputStream from) throws IOException {
        StateReader in = new StateReader(from);
        if (!in.text().equals(FORM)) {
            throw new IOException("is no model of wear; make one with: weir process wear");
        }
        long version = in.number();
        if (version != VERSION) {
            throw new IOException("is of version " + version + ", and this Weir reads version " + VERSION
                    + "; learn the model again");
        }
        WearSettings settings = new WearSettings(
                count(in, 1, MOST_ROWS),
                count(in, 2, MOST_WINDOW),
                count(in, 2, MOST_ROWS),
                count(in, 0, MOST_TREES),
                count(in, 0, MOST_DEPTH),
                number(in),
                count(in, 1, MOST_ROWS),
                number(in));
        List<String> columns = new ArrayList<>();
        for (int left = count(in, 1, MOST_COLUMNS); left > 0; left--) {
            columns.add(in.text());
        }
        int machines = count(in, 1, MOST_ROWS);
        double error = number(in);
        Forest forest = forest(in, settings, Traits.count(columns.size()));
        Margin margin = margin(in);
        ProcessModel known = ModelState.read(from);
        if (known.columns().size() != columns.size()) {
            throw damaged("another number of columns in its parts");
        }
        return new WearModel(settings, columns, machines, error, forest, margin, known);
    }

    private static void forest(StateWriter out, Forest forest) throws IOException {
        number(out, forest.base());
        for (Tree tree : forest.trees()) {
            node(out, tree, 0);
        }
    }

    /** A node that asks is followed by both that it leads to. */
    private static void node(StateWriter out, Tree tree, int node) throws IOException {
        int trait = tree.traits()[node];
        out.number(trait);
        if (trait < 0) {
            number(out, tree.answers()[node]);
            return;
        }
        number(out, tree.edges()[node]);
        node(out, tree, 2 * node + 1);
        node(out, tree, 2 * node + 2);
    }

    private static Forest forest(StateReader in, WearSettings settings, int traits) throws IOException {
        double base = number(in);
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < settings.trees(); i++) {
            Tree tree = Tree.ofDepth(settings.depth());
            node(in, tree, 0, traits);
            trees.add(tree);
        }
        return new Forest(base, trees);
    }

    private static void node(StateReader in, Tree tree, int node, int traits) throws IOException {
        long trait = in.number();
        boolean deep = 2 * node + 2 >= tree.traits().length;
        if (trait < -1 || trait >= (deep ? 0 : traits)) {
            throw damaged("a question for trait " + trait);
        }
        tree.traits()[node] = (int) trait;
        if (trait < 0) {
            tree.answers()[node] = number(in);
            return;
        }
        tree.edges()[node] = (float) number(in);
        node(in, tree, 2 * node + 1, traits);
        node(in, tree, 2 * node + 2, traits);
    }

    private static void margin(StateWriter out, Margin margin) throws IOException {
        out.number(margin.upTo().length);
        for (int i = 0; i < margin.upTo().length; i++) {
            number(out, margin.upTo()[i]);
            number(out, margin.below()[i]);
            number(out, margin.above()[i]);
        }
    }

    private static Margin margin(StateReader in) throws IOException {
        int steps = count(in, 1, MOST_STEPS);
        Margin margin = new Margin(new double[steps], new double[steps], new double[steps]);
        for (int i = 0; i < steps; i++) {
            margin.upTo()[i] = number(in);
            margin.below()[i] = number(in);
            margin.above()[i] = number(in);
        }
        return margin;
    }

    private static int count(StateReader in, int least, int most) throws IOException {
        long count = in.number();
        if (count < least || count > most) {
            throw damaged("a count of " + count + " where " + least + " to " + most + " may be");
        }
        return (int) count;
    }

    private static void number(StateWriter out, double value) throws IOException {
        out.number(Double.doubleToLongBits(value));
    }

    private static double number(StateReader in) throws IOException {
        return Double.longBitsToDouble(in.number());
    }

    private static IOException damaged(String what) {
        return new IOException("has " + what + "; it is damaged, learn it again");
    }
}
