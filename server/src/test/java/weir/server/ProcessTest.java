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
