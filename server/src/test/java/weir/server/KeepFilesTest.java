// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepFilesTest {

    private static final Path TOUR = Weir.ROOT.resolve("captures/http/tour.pcap");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "decode"})
    void each_kept_file_has_the_hash_that_is_listed(String command) throws IOException, NoSuchAlgorithmException {
        Path kept = folder.resolve("kept");
        assertThat(Weir.run(command, TOUR, "--keep-files", kept).exit()).isZero();
        List<String> rows = Files.readAllLines(kept.resolve("files.csv"));
        assertThat(rows).hasSizeGreaterThan(3);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            byte[] content = Files.readAllBytes(kept.resolve(cells[0]));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(cells[8]).isEqualTo(HexFormat.of().formatHex(hash));
            assertThat(cells[7]).isEqualTo("" + content.length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "decode"})
    void a_folder_that_cannot_be_made_is_told(String command) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Weir.Ran ran = Weir.run(command, TOUR, "--keep-files", file);
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_OUTPUT);
        assertThat(ran.err())
                .isEqualTo("weir: cannot write " + file + ": is a file, and a folder is needed; give another place with"
                        + " --keep-files\n");
    }

    @Test
    void a_file_that_cannot_be_written_is_told() throws IOException {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Files.createDirectory(kept.resolve("00001-status.part"));
        Weir.Ran ran = Weir.run("analyze", TOUR, "--keep-files", kept);
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_OUTPUT);
        assertThat(ran.err()).contains("cannot write " + kept.resolve("00001-status.part"), "--keep-files");
    }
}
