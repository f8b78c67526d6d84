// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import java.util.ArrayList;
import java.util.List;
import weir.analysis.variables.Judge;

/** Follows one machine row by row, in memory that does not grow, and foretells how long it will go on. */
public final class Foreteller {

    private static final int MOST_NAMES = 3;

    private final WearModel model;
    private final Traits traits;
    private final Judge judge;
    private long rows;

    public Foreteller(WearModel model) {
        this.model = model;
        traits = new Traits(model.columns().size(), model.settings().window());
        judge = new Judge(model.known());
    }

    /** @param row a value for each column of the model, NaN if it is missing */
    public Foretold take(double[] row) {
        traits.take(row);
        judge.take(rows++, row);
        if (judge.alarm()) {
            return Foretold.nothing(Foretold.Verdict.STRANGE, names(judge.blame()));
        }
        if (!traits.isEnough()) {
            return Foretold.nothing(Foretold.Verdict.YOUNG, List.of());
        }
        double remaining = model.forest().answer(traits.values());
        Margin margin = model.margin();
        return new Foretold(
                Math.max(0, remaining),
                margin.low(remaining),
                margin.high(remaining),
                Foretold.Verdict.KNOWN,
                List.of());
    }

    private List<String> names(double[] blame) {
        List<String> names = new ArrayList<>();
        while (names.size() < MOST_NAMES) {
            int most = 0;
            for (int i = 1; i < blame.length; i++) {
                most = blame[i] > blame[most] ? i : most;
            }
            if (blame[most] <= 0) {
                break;
            }
            names.add(model.columns().get(most));
            blame[most] = 0;
        }
        return names;
    }
}
