// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.List;

/** What was learnt of a process; see {@link Learner}, {@link Judge} and {@link ModelState}. */
public final class ProcessModel {

    private final ProcessSettings settings;
    private final List<Column> columns;
    private final Grid grid;
    private final long rows;
    private final Shape shape;
    private final Scales scales;
    private final double[] thresholds;

    /** @param thresholds of the views, in their order; 0 for one that does not count */
    ProcessModel(
            ProcessSettings settings,
            List<Column> columns,
            Grid grid,
            long rows,
            Shape shape,
            Scales scales,
            double[] thresholds) {
        this.settings = settings;
        this.columns = List.copyOf(columns);
        this.grid = grid;
        this.rows = rows;
        this.shape = shape;
        this.scales = scales;
        this.thresholds = thresholds;
    }

    public ProcessSettings settings() {
        return settings;
    }

    public List<Column> columns() {
        return columns;
    }

    public Grid grid() {
        return grid;
    }

    /** How many rows were learnt. */
    public long rows() {
        return rows;
    }

    /** Whether as much was learnt as the false-alarm budget speaks of; else it is an extrapolation. */
    public boolean coversBudget() {
        return new Budget(settings, rows * grid.period()).isCovered();
    }

    Shape shape() {
        return shape;
    }

    Scales scales() {
        return scales;
    }

    double[] thresholds() {
        return thresholds;
    }
}
