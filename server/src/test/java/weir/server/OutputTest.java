// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What the commands write, and what becomes of it where it cannot be written. */
class OutputTest {

    private static final List<String> FILES = List.of(
            "assets.csv",
            "assets.json",
            "conversations.csv",
            "findings.jsonl",
            "incidents.jsonl",
            "operations.jsonl.gz",
            "report.html");

    @TempDir
    Path folder;

    @Test
    void two_runs_write_the_same_bytes() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("deep/er/other");
        assertThat(Weir.run("analyze", "--out", one, Weir.SAMPLE).exit()).isEqualTo(ExitCode.DONE);
        assertThat(Weir.run("analyze", "--out", other, Weir.SAMPLE).exit()).isEqualTo(ExitCode.DONE);
        assertThat(names(one)).isEqualTo(FILES);
        assertThat(names(other)).isEqualTo(FILES);
        for (String name : FILES) {
            assertThat(one.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
        }
    }

    @Test
    void quiet_means_no_word() {
        Weir.Ran ran = Weir.run("analyze", "--quiet", "--out", folder.resolve("picture"), Weir.SAMPLE);
        assertThat(ran).isEqualTo(new Weir.Ran(ExitCode.DONE, "", "", ""));
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_left_alone() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "mine");
        refused(Weir.run("analyze", "--out", file, Weir.SAMPLE), file + ": is a file", "--out");
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_folder_below_a_file_cannot_be_made() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "mine");
        refused(Weir.run("analyze", "--out", file.resolve("below"), Weir.SAMPLE), file.toString(), "--out");
    }

    @Test
    void a_folder_where_nothing_can_be_written_is_named() {
        refused(Weir.run("analyze", "--out", "/proc/weir", Weir.SAMPLE), "/proc/weir: ", "--out");
    }

    @Test
    void the_output_is_tried_before_the_capture_is_read() {
        Weir.Ran ran = Weir.run("analyze", "--out", "/proc/weir", folder.resolve("missing.pcap"));
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_OUTPUT);
    }

    @Test
    void a_state_that_cannot_be_written_is_a_fault_of_the_output() {
        Path state = folder.resolve("missing/plant.state");
        refused(Weir.run("analyze", "--quiet", "--state", state, Weir.SAMPLE), state.toString(), "--state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--state"})
    void a_full_disk_is_told_and_leaves_no_half_file(String option) throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=12k", "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "FULL DISK NOT TRIED: only root can mount a small disk");
        try {
            Path there = option.equals("--out") ? disk : disk.resolve("plant.state");
            Weir.Ran ran = Weir.run("analyze", "--quiet", option, there, Weir.SAMPLE);
            String file = option.equals("--out") ? "assets.json" : "plant.state";
            refused(ran, disk.resolve(file) + ": No space left on device", option);
            assertThat(names(disk)).isEmpty();
        } finally {
            run("umount", disk.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void refused(Weir.Ran ran, String what, String option) {
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_OUTPUT);
        assertThat(ran.err())
                .startsWith("weir: cannot write " + what)
                .endsWith("give another place with " + option + "\n")
                .doesNotContain("Exception");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void every_line_of_decode_is_one_json_object() {
        List<String> lines = Weir.run("decode", Weir.SAMPLE).lines().lines().toList();
        assertThat(lines).hasSizeGreaterThan(2000).allSatisfy(OutputTest::isObject);
    }

    private static void isObject(String line) {
        int depth = 0;
        int objects = 0;
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                objects += depth == 0 && token == JsonToken.START_OBJECT ? 1 : 0;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
        assertThat(objects).isEqualTo(1);
        assertThat(depth).isZero();
    }

    @Test
    void one_protocol_alone_is_told_where_that_is_wished() {
        List<String> lines = Weir.run("decode", "--protocol", "s7comm", Weir.SAMPLE)
                .lines()
                .lines()
                .toList();
        assertThat(lines).isNotEmpty().allMatch(line -> line.contains("\"protocol\":\"s7comm\""));
    }

    @Test
    void counts_are_protocol_key_and_number() {
        String counts = Weir.run("decode", "--counts", Weir.SAMPLE).lines();
        assertThat(counts.lines()).isNotEmpty().allMatch(line -> line.matches("[^\t]+\t[^\t]+=[^\t]*\t\\d+"));
        assertThat(counts).contains("modbus\tfc.request=4\t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--counts"})
    void a_full_disk_behind_standard_output_is_told(String option) throws IOException {
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            Weir.Ran ran = option.isEmpty()
                    ? Weir.into(full, "decode", Weir.SAMPLE)
                    : Weir.into(full, "decode", option, Weir.SAMPLE);
            assertThat(ran.exit()).isEqualTo(ExitCode.NO_OUTPUT);
            assertThat(ran.err()).isEqualTo("weir: cannot write standard output: No space left on device\n");
        }
    }

    @Test
    void a_reader_that_has_had_enough_is_no_fault() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(Weir.into(gone, "decode", Weir.SAMPLE)).isEqualTo(new Weir.Ran(ExitCode.DONE, "", "", ""));
    }
}
