// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.List;

/** Judges rows one after the other by a model, in memory that does not grow. */
public final class Judge {

    private final ProcessModel model;
    private final Pairs pairs;
    private final Outlook outlook;
    private final AlarmGate gate;
    private final double[] blame;
    private double before = Double.NaN;
    private double score;

    public Judge(ProcessModel model) {
        this.model = model;
        List<Column> columns = model.columns();
        pairs = new Pairs(columns);
        outlook = new Outlook(model.settings(), model.scales(), Pairs.active(columns), columns.size());
        gate = new AlarmGate(model.settings());
        blame = new double[columns.size()];
    }

    /**
     * @param seconds of the row, from anywhen
     * @param row a value for each column of the model, NaN if it is missing
     */
    public void take(double seconds, double[] row) {
        pairs.take(row, model.grid().breaksAt(seconds - before));
        before = seconds;
        double[] values = outlook.take(model.shape(), pairs);
        score = 0;
        for (int view = 0; view < values.length; view++) {
            double threshold = model.thresholds()[view];
            score = Math.max(score, threshold > 0 ? values[view] / threshold : 0);
        }
        gate.take(score);
    }

    /** How abnormal the rows up to this one are: 1 is the threshold. */
    public double score() {
        return score;
    }

    public boolean alarm() {
        return gate.isOpen();
    }

    /** How much each column has to do with the score; overwritten by the next call. */
    public double[] blame() {
        outlook.blame(model.thresholds(), blame);
        return blame;
    }
}
