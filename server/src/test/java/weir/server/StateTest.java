// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import weir.server.input.Stop;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;

/** What a state file remembers: a run that was stopped anywhere and taken up again ends as if it had not been. */
class StateTest {

    private static final List<String> SAME = List.of(
            "assets.json",
            "assets.csv",
            "conversations.csv",
            "findings.jsonl",
            "incidents.jsonl",
            "operations.jsonl.gz",
            "report.html");

    private static final int CUTS = 3;

    @TempDir
    Path folder;

    @Test
    void stopped_anywhere_the_sample_ends_the_same() throws IOException {
        endsTheSame(Weir.SAMPLE, 4527, new Random(11));
    }

    @NeedsCorpus
    @ParameterizedTest
    @ValueSource(strings = {"modbus", "s7comm", "enip", "dnp3", "profinet"})
    void stopped_anywhere_a_real_capture_ends_the_same(String protocol) throws IOException {
        Corpus.Capture capture = Corpus.captures().stream()
                .filter(c -> c.path().startsWith(protocol + "/") && c.packets() > 200 && c.packets() < 20_000)
                .findFirst()
                .orElseThrow();
        endsTheSame(capture.file(), capture.packets(), new Random(protocol.hashCode()));
    }

    private void endsTheSame(Path capture, long packets, Random random) throws IOException {
        Path straight = folder.resolve("straight");
        Path taken = folder.resolve("taken-up");
        Path state = folder.resolve("plant.state");
        assertThat(analyze(Long.MAX_VALUE, "--out", straight, capture).exit()).isEqualTo(ExitCode.DONE);
        for (int cut = 0; cut < CUTS; cut++) {
            // not in order: some of them end before the run before them did
            long at = 1 + random.nextLong(packets - 1);
            Weir.Ran stopped = analyze(at, "--state", state, "--out", taken, capture);
            assertThat(stopped.exit()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(stopped.err()).contains("stopped after " + at + " packets", "goes on from there");
        }
        assertThat(analyze(Long.MAX_VALUE, "--state", state, "--out", taken, capture)
                        .exit())
                .isEqualTo(ExitCode.DONE);
        same(straight, taken);
        assertThat(analyze(Long.MAX_VALUE, "--state", state, "--out", taken, capture)
                        .exit())
                .isEqualTo(ExitCode.DONE);
        same(straight, taken);
    }

    private Path refusals(String name, String host) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            Instant time = Instant.ofEpochSecond(1_795_387_060 + i); // while the sample goes on
            text.append("<38>1 " + time + " " + host
                    + " sshd 812 - - Failed password for root from 10.0.0.5 port 50122 ssh2\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void logs_are_judged_with_a_state_as_without_one_wherever_it_was_stopped() throws IOException {
        Path log = refusals("hosts.log", "hmi1");
        Path straight = folder.resolve("straight");
        Path taken = folder.resolve("taken-up");
        Path state = folder.resolve("plant.state");
        analyze(Long.MAX_VALUE, "--logs", log, "--out", straight, Weir.SAMPLE);
        assertThat(straight.resolve("findings.jsonl")).content().contains("Passwords tried");
        for (long at : List.of(1000L, 50L, Long.MAX_VALUE)) {
            Weir.Ran ran = analyze(at, "--state", state, "--logs", log, "--out", taken, Weir.SAMPLE);
            assertThat(ran.exit()).as(ran.err()).isIn(ExitCode.DONE, ExitCode.INTERRUPTED);
        }
        same(straight, taken);
    }

    @Test
    void logs_alone_make_a_state_and_other_logs_add_to_it() throws IOException {
        Path state = folder.resolve("plant.state");
        Path one = refusals("one.log", "hmi1");
        for (Path log : List.of(one, one, refusals("other.log", "historian1"))) {
            Weir.Ran ran = analyze(Long.MAX_VALUE, "--state", state, "--logs", log);
            assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        }
        assertThat(Weir.run("state", state).out().lines()).hasSize(2);
    }

    private static void same(Path straight, Path taken) {
        for (String name : SAME) {
            assertThat(taken.resolve(name)).as(name).hasSameBinaryContentAs(straight.resolve(name));
        }
    }

    @Test
    void other_captures_add_to_what_is_known() throws IOException {
        Path one = folder.resolve("one.pcap");
        Path other = folder.resolve("other.pcap");
        Halves.split(Weir.SAMPLE, one, other);
        Path state = folder.resolve("plant.state");
        Path out = folder.resolve("picture");
        analyze(Long.MAX_VALUE, "--state", state, one);
        analyze(Long.MAX_VALUE, "--state", state, "--out", out, other);
        assertThat(ids(out)).containsAll(ids(picture(one))).containsAll(ids(picture(other)));
    }

    private Path picture(Path capture) {
        Path out = folder.resolve(capture.getFileName() + ".picture");
        analyze(Long.MAX_VALUE, "--out", out, capture);
        return out;
    }

    private static List<String> ids(Path picture) throws IOException {
        return Files.readAllLines(picture.resolve("assets.csv")).stream()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(',')))
                .toList();
    }

    @Test
    void other_captures_in_the_middle_of_an_interrupted_run_are_refused() throws IOException {
        Path state = folder.resolve("plant.state");
        analyze(100, "--state", state, Weir.SAMPLE);
        byte[] before = Files.readAllBytes(state);
        Path other = folder.resolve("other.pcap");
        Halves.split(Weir.SAMPLE, other, folder.resolve("unused.pcap"));
        Weir.Ran ran = analyze(Long.MAX_VALUE, "--state", state, other);
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).contains(state.toString(), "interrupted run", "another state file");
        assertThat(state).hasBinaryContent(before);
    }

    @Test
    void a_stream_adds_to_a_state_though_it_cannot_be_read_twice() {
        Path state = folder.resolve("plant.state");
        Weir.Ran ran = Weir.run(Weir.sample(), "analyze", "--quiet", "--state", state, "-");
        assertThat(ran).isEqualTo(new Weir.Ran(ExitCode.DONE, "", "", ""));
        assertThat(state).isNotEmptyFile();
    }

    @Test
    void a_file_that_is_no_state_is_refused_and_kept() throws IOException {
        for (String text : List.of("", "x", "This is no state, but a letter of some length.", "\0\1a")) {
            Path file = Files.writeString(folder.resolve("letter"), text);
            Weir.Ran ran = analyze(Long.MAX_VALUE, "--state", file, Weir.SAMPLE);
            assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
            assertThat(ran.err())
                    .startsWith("weir: " + file + ": ")
                    .contains("delete")
                    .doesNotContain("Exception");
            assertThat(file).hasContent(text);
        }
    }

    @Test
    void a_state_cut_or_changed_anywhere_is_used_or_refused_with_a_sentence() throws IOException {
        Path state = folder.resolve("plant.state");
        analyze(1000, "--state", state, Weir.SAMPLE);
        byte[] good = Files.readAllBytes(state);
        Random random = new Random(5);
        for (int round = 0; round < 40; round++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
            int length = round % 2 == 0 ? bad.length : random.nextInt(bad.length);
            Files.write(state, java.util.Arrays.copyOf(bad, length));
            Weir.Ran ran = analyze(1, "--state", state, Weir.SAMPLE);
            assertThat(ran.exit()).isIn(ExitCode.INTERRUPTED, ExitCode.NO_INPUT);
            assertThat(ran.err().lines()).hasSize(1);
        }
    }

    /** Analyzes, and wishes to stop after so many frames. */
    private static Weir.Ran analyze(long frames, Object... arguments) {
        AnalyzeCommand command = new AnalyzeCommand(InputStream.nullInputStream(), new After(frames));
        CommandLine line = new CommandLine(command);
        return Weir.run(line, new ByteArrayOutputStream(), arguments);
    }

    /** A wish to stop after so many frames. */
    private static final class After implements Stop {
        private final long frames;
        private long asked;

        After(long frames) {
            this.frames = frames;
        }

        @Override
        public boolean wished() {
            return ++asked >= frames;
        }
    }

    @Test
    void what_was_learned_of_a_capture_can_be_taken_back() throws IOException {
        Path state = folder.resolve("plant.state");
        Path modbus = Weir.ROOT.resolve("captures/modbus/tour.pcap");
        Path dnp3 = Weir.ROOT.resolve("captures/dnp3/tour.pcap");
        analyze(Long.MAX_VALUE, "--state", state, modbus);
        byte[] first = Files.readAllBytes(state);
        analyze(Long.MAX_VALUE, "--state", state, modbus);
        assertThat(folder.resolve("plant.state.1")).doesNotExist();
        analyze(Long.MAX_VALUE, "--state", state, dnp3);
        byte[] second = Files.readAllBytes(state);
        assertThat(Weir.run("state", state).out().lines()).hasSize(2);
        assertThat(Weir.run("state", state, "--back-to", 1).exit()).isEqualTo(ExitCode.DONE);
        assertThat(state).hasBinaryContent(first);
        assertThat(folder.resolve("plant.state.1")).hasBinaryContent(second);
        assertThat(Weir.run("state", state, "--back-to", 1).exit()).isEqualTo(ExitCode.DONE);
        assertThat(state).hasBinaryContent(second);
        Weir.Ran none = Weir.run("state", state, "--back-to", 4);
        assertThat(none.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("there is no such version");
        assertThat(Weir.run("state", folder.resolve("absent")).err()).contains("absent");
    }

    @Test
    void five_earlier_versions_are_kept_and_no_more() throws IOException {
        Path state = Files.writeString(folder.resolve("plant.state"), "0");
        StateVersions versions = new StateVersions(state);
        for (int i = 1; i < 9; i++) {
            versions.keep();
            Files.writeString(state, Integer.toString(i));
        }
        assertThat(versions.numbers()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(versions.of(1)).hasContent("7");
        assertThat(versions.of(5)).hasContent("3");
    }
}
