// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows that stand each for itself (AI4I 2020): the first half without its failures teaches, the second is judged. */
final class RowQuality {

    private static final int FIRST_VALUE = 3;
    private static final int LABEL = 8;
    private static final String TYPES = "LMH";

    private final Program program;
    private final Page page;
    private final Path file;

    RowQuality(Path datasets, Program program, Page page) {
        this.program = program;
        this.page = page;
        file = datasets.resolve("ai4i2020.csv");
    }

    void write() throws IOException {
        List<String> rows = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            List<String> cells = Cells.of(line, ',');
            if (TYPES.contains(cells.get(2))) {
                rows.add(TYPES.indexOf(cells.get(2)) + " " + String.join(" ", cells.subList(FIRST_VALUE, LABEL)));
                labels.add(cells.get(LABEL).equals("1"));
            }
        }
        int half = rows.size() / 2;
        List<String> normal = new ArrayList<>();
        for (int i = 0; i < half; i++) {
            if (!labels.get(i)) {
                normal.add(rows.get(i));
            }
        }
        List<String> rest = rows.subList(half, rows.size());
        boolean[] fault = new boolean[rest.size()];
        for (int i = 0; i < fault.length; i++) {
            fault[i] = labels.get(half + i);
        }
        page.words("AI4I 2020: a milling machine, made up by rules, a row for each piece. Learnt from the first half of"
                + " the rows without those that failed (a plant knows when its machine stood still), judged on the"
                + " second. The rows are of different pieces and no signal over time, so there is nothing for a model"
                + " of how a process goes on to find, and two rows in succession make an alarm: this is not what"
                + " `weir process` is for, and the figures say so. The area is that under the curve of true against"
                + " false alarms; chance has 0.5, and as average precision the share of failures. The other row is"
                + " the value that is most spreads off its mean, with the greatest of the learnt rows as threshold.");
        page.head("by", "area", "average precision", "F1", "precision", "recall", "false alarm rate");
        engine(normal, rest, fault);
        Judged spreads = spreads(normal, rest);
        row("most spreads off", spreads, fault);
    }

    private void engine(List<String> normal, List<String> rest, boolean[] fault) throws IOException {
        Path learnt = Files.write(program.scratch().resolve("pieces-normal.txt"), normal);
        Path judged = Files.write(program.scratch().resolve("pieces.txt"), rest);
        List<String> form = List.of("--time", "none", "--period", "60", "--no-header");
        Judged.run(program, learnt, form, judged, List.of("--time", "none", "--no-header"), fault.length)
                .ifPresentOrElse(
                        found -> row("weir process", found, fault),
                        () -> page.row("weir process", Page.NONE, "", "", "", "", ""));
    }

    private void row(String name, Judged judged, boolean[] fault) {
        RankScore rank = RankScore.of(judged.score(), fault);
        PointScore points = PointScore.of(judged.alarm(), fault);
        page.row(
                name,
                Page.share(rank.area()),
                Page.share(rank.precision()),
                Page.share(points.f1()),
                Page.share(points.precision()),
                Page.share(points.recall()),
                Page.share(points.falseAlarmRate()));
    }

    static Judged spreads(List<String> normal, List<String> rest) {
        double[][] learnt = normal.stream().map(RowQuality::values).toArray(double[][]::new);
        int width = learnt[0].length;
        double[] mean = new double[width];
        double[] spread = new double[width];
        for (int i = 0; i < width; i++) {
            int at = i;
            mean[i] = Arrays.stream(learnt).mapToDouble(r -> r[at]).average().orElse(0);
            spread[i] = Math.sqrt(Arrays.stream(learnt)
                    .mapToDouble(r -> (r[at] - mean[at]) * (r[at] - mean[at]))
                    .average()
                    .orElse(1));
        }
        double most = Arrays.stream(learnt)
                .mapToDouble(r -> farthest(r, mean, spread))
                .max()
                .orElse(1);
        double[] score = rest.stream()
                .mapToDouble(r -> farthest(values(r), mean, spread) / most)
                .toArray();
        boolean[] alarm = new boolean[score.length];
        for (int i = 0; i < score.length; i++) {
            alarm[i] = score[i] > 1;
        }
        return new Judged(score, alarm);
    }

    private static double[] values(String row) {
        return Arrays.stream(row.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static double farthest(double[] row, double[] mean, double[] spread) {
        double most = 0;
        for (int i = 0; i < row.length; i++) {
            most = Math.max(most, spread[i] > 0 ? Math.abs(row[i] - mean[i]) / spread[i] : 0);
        }
        return most;
    }
}
