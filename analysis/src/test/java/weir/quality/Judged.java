// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code weir process judge} said of each row: {@code scores.csv}. */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of rows, never compared
record Judged(double[] score, boolean[] alarm) {

    static Judged read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = Cells.of(lines.getFirst(), ',');
        double[] score = new double[lines.size() - 1];
        boolean[] alarm = new boolean[score.length];
        for (int i = 0; i < score.length; i++) {
            List<String> cells = Cells.of(lines.get(i + 1), ',');
            score[i] = Double.parseDouble(cells.get(head.indexOf("score")));
            alarm[i] = !List.of("0", "false", "").contains(cells.get(head.indexOf("alarm")));
        }
        return new Judged(score, alarm);
    }

    /** Rows from here on only. */
    Judged from(int row) {
        return new Judged(
                Arrays.copyOfRange(score, Math.min(row, score.length), score.length),
                Arrays.copyOfRange(alarm, Math.min(row, alarm.length), alarm.length));
    }

    /** Learns one file and judges another; empty where the program cannot or says nothing of each row. */
    static Optional<Judged> run(
            Program program, Path normal, List<String> learning, Path judged, List<String> form, int rows)
            throws IOException {
        String name = program.name(judged);
        Path out = program.scratch().resolve(name);
        Path model = program.scratch().resolve(name + ".model");
        List<String> learn =
                new ArrayList<>(List.of("process", "learn", normal.toString(), "--model", model.toString()));
        learn.addAll(learning);
        program.run(program.scratch().resolve(name + ".learn.log"), learn);
        if (!Files.exists(model)) {
            return Optional.empty();
        }
        List<String> judge = new ArrayList<>(
                List.of("process", "judge", judged.toString(), "--model", model.toString(), "--out", out.toString()));
        judge.addAll(form);
        program.run(program.scratch().resolve(name + ".judge.log"), judge);
        Path scores = out.resolve("scores.csv");
        if (!Files.exists(scores)) {
            return Optional.empty();
        }
        Judged result = read(scores);
        return result.score.length == rows ? Optional.of(result) : Optional.empty();
    }
}
