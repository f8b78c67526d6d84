// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both commands, given all kinds of input. */
class InputTest {

    @TempDir
    Path folder;

    @Test
    void without_a_command_the_help_is_shown() {
        Weir.Ran ran = Weir.run();
        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("analyze", "decode", "Exit status");
    }

    @Test
    void an_unknown_command_is_a_wrong_argument_and_the_right_one_is_proposed() {
        Weir.Ran ran = Weir.run("analyse");
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("analyse").contains("analyze").contains("--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "decode"})
    void no_file_is_a_wrong_argument(String command) {
        Weir.Ran ran = Weir.run(command);
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("FILE").contains("weir " + command + " --help");
        assertThat(ran.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "decode"})
    void an_unknown_option_is_a_wrong_argument(String command) {
        Weir.Ran ran = Weir.run(command, "--frobnicate", Weir.SAMPLE);
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("--frobnicate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "decode"})
    void a_file_that_is_not_there_is_named(String command) {
        Path missing = folder.resolve("missing.pcap");
        refused(Weir.run(command, missing), missing, "there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "decode"})
    void a_folder_is_no_capture(String command) {
        refused(Weir.run(command, folder), folder, "is a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "decode"})
    void an_empty_file_is_no_capture(String command) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pcap"));
        refused(Weir.run(command, empty), empty, "is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "decode"})
    void a_text_is_no_capture(String command) throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "The pump was loud again on Monday.\n");
        refused(Weir.run(command, text), text, "byte 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "decode"})
    void one_bad_file_among_good_ones_is_named(String command) {
        Path missing = folder.resolve("missing.pcap");
        refused(Weir.run(command, Weir.SAMPLE, missing), missing, "there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "decode"})
    void a_file_that_may_not_be_read_is_named(String command) throws IOException {
        Path secret = Files.write(folder.resolve("secret.pcap"), Weir.sample());
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(secret), "this user reads every file, whatever its permissions");
        refused(Weir.run(command, secret), secret, "may not be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "decode"})
    void a_file_that_fails_while_it_is_read_is_named(String command) {
        // the memory of the process itself: opened by its owner, and no byte at address 0 to be read
        Path memory = Path.of("/proc/self/mem");
        refused(Weir.run(command, memory), memory, "cannot be read");
    }

    private static void refused(Weir.Ran ran, Path file, String why) {
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).startsWith("weir: " + file).contains(why).doesNotContain("Exception");
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "decode"})
    void what_comes_before_damage_is_used_and_the_damage_has_a_place(String command) throws IOException {
        byte[] whole = Weir.sample();
        Path cut = Files.write(folder.resolve("cut.pcapng"), Arrays.copyOf(whole, whole.length / 2));
        Weir.Ran ran = Weir.run(command, cut);
        assertThat(ran.exit()).isEqualTo(ExitCode.DAMAGED);
        assertThat(ran.err()).containsPattern("cut\\.pcapng: byte \\d+: .*everything before it was used");
        assertThat(ran.out() + ran.lines()).contains("modbus", "10.20.10.20");
    }

    @Test
    void damage_does_not_keep_the_results_from_being_written() throws IOException {
        byte[] whole = Weir.sample();
        Path cut = Files.write(folder.resolve("cut.pcapng"), Arrays.copyOf(whole, whole.length / 2));
        Path out = folder.resolve("picture");
        assertThat(Weir.run("analyze", "--quiet", "--out", out, cut).exit()).isEqualTo(ExitCode.DAMAGED);
        assertThat(Files.readString(out.resolve("assets.json"))).contains("10.20.10.20", "cut.pcapng: byte ");
        assertThat(out.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void packed_piped_and_plain_captures_tell_the_same() throws IOException {
        String plain = Weir.run("decode", Weir.SAMPLE).lines();
        assertThat(plain.lines()).hasSizeGreaterThan(2000);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Weir.sample());
        }
        Path file = Files.write(folder.resolve("plant.gz"), packed.toByteArray());
        assertThat(Weir.run("decode", file).lines()).isEqualTo(plain);
        assertThat(Weir.run(Weir.sample(), "decode", "-").lines()).isEqualTo(plain);
        assertThat(Weir.run(packed.toByteArray(), "decode", "-").lines()).isEqualTo(plain);
    }

    @Test
    void an_empty_standard_input_is_no_capture() {
        Weir.Ran ran = Weir.run(new byte[0], "analyze", "-");
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).startsWith("weir: standard input: is empty");
    }

    @Test
    void the_halves_of_a_capture_merged_give_the_whole_in_any_order() throws IOException {
        Path early = folder.resolve("early.pcap");
        Path late = folder.resolve("late.pcap");
        Halves.split(Weir.SAMPLE, early, late);
        Weir.Ran whole = Weir.run("decode", Weir.SAMPLE);
        assertThat(Weir.run("decode", late, early).lines()).isEqualTo(whole.lines());
        assertThat(Weir.run("decode", early, late).lines()).isEqualTo(whole.lines());
        assertThat(Weir.run("decode", early).lines())
                .hasSizeLessThan(whole.lines().length());
    }
}
