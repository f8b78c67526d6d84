// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes alarms out of judged rows; those with a short gap between them are one. */
public final class AlarmLog {

    private static final int MOST_CONTRIBUTORS = 8;
    /** A column with less of the blame than this part of the first one's is not named. */
    private static final double LEAST_BLAME = 0.2;

    private final ProcessModel model;
    private final Consumer<Alarm> alarms;
    private final double[] blame;
    private @Nullable String start;
    private String end = "";
    private double score;
    private int quiet;

    public AlarmLog(ProcessModel model, Consumer<Alarm> alarms) {
        this.model = model;
        this.alarms = alarms;
        blame = new double[model.columns().size()];
    }

    /** @param time of the row that was just judged */
    public void take(String time, Judge judge) {
        if (!judge.alarm()) {
            quiet++;
            if (quiet > model.settings().gap()) {
                finish();
            }
            return;
        }
        if (start == null) {
            start = time;
        }
        end = time;
        quiet = 0;
        score = Math.max(score, judge.score());
        double[] now = judge.blame();
        for (int i = 0; i < blame.length; i++) {
            blame[i] += now[i];
        }
    }

    /** Tells the alarm that is open, if one is. */
    public void finish() {
        if (start == null) {
            return;
        }
        alarms.accept(new Alarm(start, end, score, contributors()));
        start = null;
        score = 0;
        Arrays.fill(blame, 0);
    }

    private List<String> contributors() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < blame.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -blame[i]));
        double least = LEAST_BLAME * blame[order.getFirst()];
        return order.stream()
                .limit(MOST_CONTRIBUTORS)
                .filter(i -> blame[i] >= least)
                .map(i -> model.columns().get(i).name())
                .toList();
    }
}
