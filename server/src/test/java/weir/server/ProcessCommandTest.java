// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_sensor_that_leaves_the_others_is_found_and_named() throws IOException {
        learn(file("normal.csv", plant(600, -1, ",", ".")));
        Path judged = file("judged.csv", plant(300, 200, ",", "."));
        Weir.Ran ran = Weir.run("process", "judge", judged, "--model", model(), "--out", folder.resolve("out"));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("Judged 300 rows: 1 alarm, see");
        List<String> scores = Files.readAllLines(folder.resolve("out/scores.csv"));
        assertThat(scores).hasSize(301).startsWith("time,score,alarm");
        assertThat(scores.get(1)).matches("2026-01-01 00:00:00,0\\.\\d+,0");
        assertThat(scores.get(250)).matches("2026-01-01 04:09:00,\\d+\\.\\d+,1");
        List<String> alarms = Files.readAllLines(folder.resolve("out/alarms.csv"));
        assertThat(alarms.getFirst()).isEqualTo("start,end,score,contributors");
        assertThat(alarms).hasSize(2);
        assertThat(alarms.get(1)).matches("2026-01-01 03:2\\d:00,2026-01-01 04:59:00,\\d+\\.\\d+,\"?flow.*");
    }

    @Test
    void separators_and_decimal_commas_are_found_and_make_no_difference() throws IOException {
        learn(file("normal.csv", plant(600, -1, ",", ".")));
        judge(file("a.csv", plant(300, 200, ",", ".")), "a");
        judge(file("b.csv", plant(300, 200, ";", ",")), "b");
        judge(file("c.txt", plant(300, 200, "\t", ",")), "c");
        assertThat(run(
                                "learn",
                                file("e.csv", plant(200, -1, ";", ",")),
                                "--decimal",
                                ",",
                                "--separator",
                                ";",
                                "--time",
                                "time",
                                "--time-format",
                                "yyyy-MM-dd HH:mm:ss",
                                "--model",
                                folder.resolve("e.model"))
                        .exit())
                .isEqualTo(ExitCode.DONE);
        judge(packed("d.csv.gz", plant(300, 200, ";", ".")), "d");
        byte[] expected = Files.readAllBytes(folder.resolve("a/scores.csv"));
        for (String other : List.of("b", "c", "d")) {
            assertThat(folder.resolve(other + "/scores.csv")).hasBinaryContent(expected);
        }
    }

    @Test
    void a_table_without_header_and_time_may_be_turned_round() throws IOException {
        Random random = new Random(9);
        StringBuilder[] lines = {new StringBuilder(), new StringBuilder()};
        StringBuilder turned = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            double a = random.nextInt(1000) / 100.0;
            lines[0].append("  ").append(a);
            lines[1].append("  ").append(2 * a);
            turned.append("   ").append(a).append("   ").append(2 * a).append('\n');
        }
        Path wide = file("wide.dat", lines[0] + "\n" + lines[1] + "\n");
        Path tall = file("tall.dat", turned.toString());
        assertThat(run("learn", wide, "--transposed", "--time", "none", "--period", "180", "--model", model())
                        .exit())
                .isEqualTo(ExitCode.DONE);
        Weir.Ran ran = run("judge", tall, "--time", "none", "--model", model(), "--out", folder.resolve("out"));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        List<String> scores = Files.readAllLines(folder.resolve("out/scores.csv"));
        assertThat(scores).hasSize(201);
        assertThat(scores.getLast()).startsWith("200,");
    }

    @Test
    void parquet_files_are_read_like_others() throws IOException {
        Path resources = Weir.ROOT.resolve("server/src/test/resources/weir/server/historian");
        byte[] scores = new byte[0];
        for (String packed : List.of("none", "gzip", "snappy")) {
            Path file = resources.resolve(packed + ".parquet");
            Weir.Ran learnt = run("learn", file, "--model", model(), "--ignore", "label");
            assertThat(learnt.exit()).as(learnt.err()).isEqualTo(ExitCode.DONE);
            assertThat(learnt.out())
                    .contains("Learnt 200 rows", "one each 60.0 s", "binary (1): pump", "continuous (2): level, flow");
            Weir.Ran ran = run("judge", file, "--model", model(), "--ignore", "label", "--out", folder.resolve(packed));
            assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
            byte[] written = Files.readAllBytes(folder.resolve(packed + "/scores.csv"));
            assertThat(scores.length == 0 || Arrays.equals(scores, written)).isTrue();
            scores = written;
        }
        assertThat(new String(scores, StandardCharsets.UTF_8)).contains("2026-01-01T00:01:00,", "2026-01-01T03:19:00,");
        Weir.Ran zstd = run("learn", resources.resolve("zstd.parquet"), "--model", model(), "--ignore", "label");
        assertThat(zstd.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(zstd.err()).contains("zstd.parquet: row", "snappy, gzip or no compression");
        Path cut = Files.write(
                folder.resolve("cut.parquet"),
                Arrays.copyOf(Files.readAllBytes(resources.resolve("none.parquet")), 900));
        Weir.Ran broken = run("learn", cut, "--model", model());
        assertThat(broken.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(broken.err()).contains("cut.parquet", "cannot be read as Parquet");
    }

    @Test
    void labels_are_left_out_and_what_the_model_does_not_know_is_told() throws IOException {
        String rows = plant(200, -1, ",", ".").replaceAll("(?m)$", ",abnormal").replaceFirst("abnormal", "label");
        rows = rows.substring(0, rows.lastIndexOf('\n') + 1);
        Path labelled = file("labelled.csv", rows);
        Weir.Ran wrong = run("learn", labelled, "--model", model());
        assertThat(wrong.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(wrong.err()).contains("labelled.csv: line 2, column label: 'abnormal' is no number", "--ignore");
        assertThat(Files.exists(model())).isFalse();
        assertThat(run("learn", labelled, "--model", model(), "--ignore", "label")
                        .exit())
                .isEqualTo(ExitCode.DONE);
        Weir.Ran ran = run("judge", labelled, "--model", model(), "--out", folder.resolve("out"));
        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
        assertThat(ran.err()).contains("not in the model, so not judged: label");
        assertThat(run("judge", labelled, "--ignore", "label", "--model", model(), "--out", folder.resolve("out"))
                        .err())
                .isEmpty();
    }

    @Test
    void a_part_of_the_rows_may_be_learnt() throws IOException {
        Path file = file("rows.csv", plant(300, 200, ",", "."));
        Weir.Ran ran = run("learn", file, "--rows", "1-190", "--model", model());
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("Learnt 190 rows", "one each 60.0 s", "extrapolation");
    }

    @Test
    void wrong_input_is_told_with_file_line_and_column() throws IOException {
        learn(file("normal.csv", plant(600, -1, ",", ".")));
        assertThat(refused(file("empty.csv", ""))).contains("empty.csv: is empty");
        assertThat(refused(file("blank.csv", "\n\n"))).contains("blank.csv: is empty");
        assertThat(refused(file("names.csv", "time,level,flow,noise\n"))).contains("has names of columns and no rows");
        assertThat(refused(file("short.csv", "time,level,noise\n2026-01-01 00:00,1,2\n")))
                .contains("short.csv: line 1: has no column 'flow'");
        assertThat(refused(file("timeless.csv", "level,flow,noise\n1,2,3\n")))
                .contains("timeless.csv: no column of the time was found", "--time none");
        assertThat(refused(file("odd.csv", "time,level,flow,noise\n2026-01-01 00:00,1,2,3\nyesterday,1,2,3\n")))
                .contains("odd.csv: line 3, column time", "--time-format");
        assertThat(refused(folder.resolve("none.csv"))).contains("none.csv: there is no such file");
        assertThat(refused(folder)).isNotEmpty();
    }

    @Test
    void what_is_broken_in_the_middle_is_told_and_all_before_it_is_judged() throws IOException {
        learn(file("normal.csv", plant(600, -1, ",", ".")));
        Path broken = file("broken.csv", plant(200, -1, ",", ".") + "2026-01-01 03:20:00,1,x,3\n");
        Weir.Ran ran = run("judge", broken, "--model", model(), "--out", folder.resolve("out"));
        assertThat(ran.exit()).isEqualTo(ExitCode.DAMAGED);
        assertThat(ran.err()).contains("broken.csv: line 202, column flow: 'x' is no number", "before it was used");
        assertThat(Files.readAllLines(folder.resolve("out/scores.csv"))).hasSize(201);
        Path ragged = file("ragged.csv", plant(200, -1, ",", ".") + "2026-01-01 03:20:00,1\n");
        assertThat(run("judge", ragged, "--model", model(), "--out", folder.resolve("out"))
                        .err())
                .contains("line 202: has 2 cells, and the lines before 4");
    }

    @Test
    void what_is_no_model_is_told() throws IOException {
        Path rows = file("rows.csv", plant(200, -1, ",", "."));
        Files.writeString(model(), "nothing of the kind");
        Weir.Ran ran = run("judge", rows, "--model", model(), "--out", folder.resolve("out"));
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).contains("m.model");
    }

    @Test
    void wrong_arguments_are_told() throws IOException {
        Path rows = file("rows.csv", plant(200, -1, ",", "."));
        assertUsage("--model", "learn", rows);
        assertUsage("--out", "judge", rows, "--model", model());
        assertUsage("'5-2' is not FROM-TO", "learn", rows, "--model", model(), "--rows", "5-2");
        assertUsage("--period", "learn", rows, "--model", model(), "--time", "none");
        assertUsage("--false-alarms-a-week", "learn", rows, "--model", model(), "--false-alarms-a-week", "0");
        assertUsage("is no form of a time", "learn", rows, "--model", model(), "--time-format", "qqqqqqqq{");
        assertUsage("is neither . nor ,", "learn", rows, "--model", model(), "--decimal", "x");
        assertUsage("is none of", "learn", rows, "--model", model(), "--separator", "x");
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws IOException {
        Path rows = file("rows.csv", plant(200, -1, ",", "."));
        learn(rows);
        Weir.Ran ran = run("judge", rows, "--model", model(), "--out", rows);
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_OUTPUT);
        Weir.Ran model = run("learn", rows, "--model", folder.resolve("no/such/m.model"));
        assertThat(model.exit()).isEqualTo(ExitCode.NO_OUTPUT);
        assertThat(model.err()).contains("--model");
    }

    private void assertUsage(String said, Object... arguments) {
        Weir.Ran ran = run(arguments);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains(said);
    }

    private String refused(Path file) {
        Weir.Ran ran = run("judge", file, "--model", model(), "--out", folder.resolve("out"));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.NO_INPUT);
        return ran.err();
    }

    private void learn(Path file) {
        Weir.Ran ran = run("learn", file, "--model", model());
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
    }

    private void judge(Path file, String out) {
        Weir.Ran ran = run("judge", file, "--model", model(), "--out", folder.resolve(out));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
    }

    private static Weir.Ran run(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = "process";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Weir.run(all);
    }

    private Path model() {
        return folder.resolve("m.model");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path packed(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    /** Rows of a minute each: a level that wanders, a flow that follows it, noise. From a row on the flow is false. */
    private static String plant(int rows, int falseFrom, String separator, String point) {
        Random random = new Random(falseFrom);
        StringBuilder text = new StringBuilder(String.join(separator, "time", "level", "flow", "noise") + "\n");
        double level = 0;
        for (int i = 0; i < rows; i++) {
            level = 0.9 * level + random.nextGaussian();
            double flow = 3 * level + 0.1 * random.nextGaussian() + (falseFrom >= 0 && i >= falseFrom ? 8 : 0);
            String time = "2026-01-01 %02d:%02d:00".formatted(i / 60, i % 60);
            String row = "%s\0%.4f\0%.4f\0%.4f".formatted(time, level, flow, random.nextGaussian());
            text.append(row.replace(".", point).replace("\0", separator)).append('\n');
        }
        return text.toString();
    }
}
