// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process of its own, in the pipes of a shell. */
class ProcessTest {

    @TempDir
    Path folder;

    private record Ended(int exit, String out, String err) {}

    @Test
    void decode_ends_quietly_when_its_reader_has_had_enough() throws IOException, InterruptedException {
        Ended ended = shell("{ weir decode \"$SAMPLE\"; echo \"status $?\" >&2; } | head -n 1");
        assertThat(ended.out.lines()).hasSize(1).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(ended.err).isEqualTo("status 0\n");
    }

    @Test
    void decode_tells_that_its_output_has_no_room() throws IOException, InterruptedException {
        Ended ended = shell("weir decode \"$SAMPLE\" > /dev/full");
        assertThat(ended).isEqualTo(new Ended(4, "", "weir: cannot write standard output: No space left on device\n"));
    }

    @Test
    void analyze_tells_that_its_summary_has_no_room_and_keeps_its_files() throws IOException, InterruptedException {
        Ended ended = shell("weir analyze \"$SAMPLE\" --out picture > /dev/full");
        assertThat(ended).isEqualTo(new Ended(4, "", "weir: cannot write standard output: No space left on device\n"));
        assertThat(folder.resolve("picture/report.html")).isNotEmptyFile();
    }

    @Test
    void help_tells_that_it_has_no_room() throws IOException, InterruptedException {
        assertThat(shell("weir --help > /dev/full").exit).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze --out picture", "decode"})
    void a_signal_ends_the_wait_for_an_idle_input(String command) throws IOException, InterruptedException {
        Ended ended = idle("cat \"$SAMPLE\"", command);
        assertThat(ended.err).matches("weir: stopped after \\d+ packets; they were used\n|");
        assertThat(ended.exit).isEqualTo(130);
        assertThat(ended.out).contains("modbus");
        if (command.startsWith("analyze")) {
            assertThat(folder.resolve("picture/report.html")).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"head -c 5000 \"$SAMPLE\"", "true"})
    void a_signal_in_the_middle_of_a_packet_or_before_any_is_no_damage(String beginning)
            throws IOException, InterruptedException {
        Ended ended = idle(beginning, "analyze");
        assertThat(ended.exit).isEqualTo(130);
        assertThat(ended.err).matches("weir: stopped after \\d+ packets; they were used\n");
    }

    /** The command with an input that begins so and then says nothing, told to end when it has taken the beginning. */
    private Ended idle(String beginning, String command) throws IOException, InterruptedException {
        return shell("mkfifo input; { " + beginning + "; : > fed; exec sleep 60; } > input & feeder=$!\n"
                + "\"$JAVA\" -cp \"$CLASSES\" weir.server.Main " + command + " - < input 2> said & weir=$!\n"
                + "until [ -e fed ]; do sleep 0.1; done; sleep 3; kill -TERM $weir; since=$(date +%s)\n"
                + "wait $weir; status=$?; spent=$(($(date +%s) - since))\n"
                + "[ $spent -lt 20 ] || echo \"ended after $spent s\" >&2; cat said >&2; kill $feeder; exit $status");
    }

    @Test
    void a_capture_comes_from_a_pipe_as_from_a_file() throws IOException, InterruptedException {
        Ended piped = shell("cat \"$SAMPLE\" | weir analyze -");
        assertThat(piped).isEqualTo(shell("weir analyze \"$SAMPLE\""));
        assertThat(piped.exit).isZero();
        assertThat(piped.out).contains("plc_stop").contains("Basic control");
    }

    @Test
    void a_file_that_is_not_there_is_told_in_one_line() throws IOException, InterruptedException {
        Ended ended = shell("weir analyze missing.pcap");
        assertThat(ended).isEqualTo(new Ended(3, "", "weir: missing.pcap: there is no such file; check the path\n"));
    }

    private Ended shell(String script) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                "sh", "-c", "weir() { \"$JAVA\" -cp \"$CLASSES\" weir.server.Main \"$@\"; }\n" + script);
        builder.environment().put("JAVA", java);
        builder.environment().put("CLASSES", System.getProperty("java.class.path"));
        builder.environment().put("SAMPLE", Weir.SAMPLE.toString());
        builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
