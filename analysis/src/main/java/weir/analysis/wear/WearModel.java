// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import java.util.List;
import weir.analysis.variables.ProcessModel;

/** What was learnt of how machines of a kind wear out; see {@link WearLearner}, {@link Foreteller}, {@link WearState}. */
public final class WearModel {

    private final WearSettings settings;
    private final List<String> columns;
    private final int machines;
    private final double error;
    private final Forest forest;
    private final Margin margin;
    private final ProcessModel known;

    WearModel(
            WearSettings settings,
            List<String> columns,
            int machines,
            double error,
            Forest forest,
            Margin margin,
            ProcessModel known) {
        this.settings = settings;
        this.columns = List.copyOf(columns);
        this.machines = machines;
        this.error = error;
        this.forest = forest;
        this.margin = margin;
        this.known = known;
    }

    public WearSettings settings() {
        return settings;
    }

    public List<String> columns() {
        return columns;
    }

    /** How many machines were learnt. */
    public int machines() {
        return machines;
    }

    /** Root mean square error, in rows, within the horizon, of machines foretold by a forest of the others. */
    public double error() {
        return error;
    }

    Forest forest() {
        return forest;
    }

    Margin margin() {
        return margin;
    }

    /** How the columns hang together in all that was learnt, from new to worn out. */
    ProcessModel known() {
        return known;
    }
}
