// SPDX-License-Identifier: Apache-2.0
package weir.wire.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weir.model.Transfer;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;
import weir.wire.NeedsTshark;
import weir.wire.SinkOptions;

/** What HTTP moves, byte for byte as tshark takes it out of the same capture. */
@NeedsCorpus
@NeedsTshark
final class HttpContentTest {

    /** Larger captures say the same and take long. */
    private static final long LARGEST = 4 << 20;

    @TempDir
    Path objects;

    static Stream<Corpus.Capture> captures() {
        return Corpus.captures().stream()
                .filter(c -> c.protocols().matches("(.*[;|])?http:.*"))
                .filter(c -> c.file().toFile().length() < LARGEST);
    }

    @ParameterizedTest
    @MethodSource("captures")
    void every_content_has_the_hash_of_an_object_that_tshark_takes_out(Corpus.Capture capture)
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        List<String> ours = hashes(capture);
        List<String> theirs = exported(capture.file());
        System.err.println("CMP " + capture.path() + " ours " + ours.size() + " theirs " + theirs.size() + " in "
                + ours.stream().filter(theirs::contains).count() + " missed "
                + theirs.stream().filter(h -> !ours.contains(h)).count());
        assertThat(theirs).containsAll(ours);
    }

    private static List<String> hashes(Corpus.Capture capture) {
        List<String> hashes = new ArrayList<>();
        Recording.of(capture).play(0, SinkOptions.PLAIN, (at, what) -> {
            if (what instanceof Transfer t && t.protocol().equals("http") && !t.sha256().isEmpty()) {
                hashes.add(t.sha256());
            }
        });
        return hashes;
    }

    private List<String> exported(Path capture) throws IOException, InterruptedException, NoSuchAlgorithmException {
        new ProcessBuilder(
                        "tshark",
                        "-q",
                        "-o",
                        "http.decompress_body:FALSE",
                        "-r",
                        capture.toString(),
                        "--export-objects",
                        "http," + objects)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        List<String> hashes = new ArrayList<>();
        try (Stream<Path> files = Files.list(objects)) {
            for (Path file : files.toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.add(HexFormat.of().formatHex(hash));
            }
        }
        return hashes;
    }
}
