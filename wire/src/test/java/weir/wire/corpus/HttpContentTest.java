// SPDX-License-Identifier: Apache-2.0
package weir.wire.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weir.wire.Contents;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;
import weir.wire.NeedsTshark;
import weir.wire.Parcel;
import weir.wire.SinkOptions;

/** What HTTP moves, byte for byte as tshark takes it out of the same capture. */
@NeedsCorpus
@NeedsTshark
final class HttpContentTest {

    /** Larger captures say the same and take long. */
    private static final long LARGEST = 4 << 20;

    /** Frames 161 to 175 of it-syslog/zeek__mapi.pcap: packed, and its own checksum holds; tshark does not end it. */
    private static final String UNEXPORTED = "178544a396b5fa4bcc81ee332aab3fe9a03e2ab934959829e3496f6874318792";

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
            throws IOException, InterruptedException {
        List<String> ours = hashes(capture);
        List<String> theirs = exported(capture.file());
        ours.remove(UNEXPORTED);
        assertThat(theirs).containsAll(ours);
    }

    @Test
    void there_is_much_to_compare() {
        assertThat(captures().flatMap(capture -> hashes(capture).stream())).hasSizeGreaterThan(60);
    }

    /** Of each whole content, unpacked where it is packed, as tshark does. */
    private static List<String> hashes(Corpus.Capture capture) {
        List<String> hashes = new ArrayList<>();
        Contents unpacked = new Contents() {
            @Override
            public void part(Parcel parcel, byte[] data, int offset, int length) {
                ByteArrayOutputStream bytes =
                        parcel.mark() instanceof ByteArrayOutputStream some ? some : new ByteArrayOutputStream();
                parcel.mark(bytes);
                bytes.write(data, offset, length);
            }

            @Override
            public void end(Parcel parcel) {
                if (parcel.whole() && parcel.mark() instanceof ByteArrayOutputStream bytes) {
                    assertThat(parcel.sha256()).isEqualTo(hash(bytes.toByteArray()));
                    hashes.add(hash(unpacked(bytes.toByteArray())));
                }
            }
        };
        Recording.of(capture).play(0, SinkOptions.PLAIN.keeping(unpacked), (at, what) -> {});
        return hashes;
    }

    private static byte[] unpacked(byte[] content) {
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return packed.readAllBytes();
        } catch (IOException plain) {
            return content;
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private List<String> exported(Path capture) throws IOException, InterruptedException {
        new ProcessBuilder("tshark", "-q", "-r", capture.toString(), "--export-objects", "http," + objects)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        List<String> hashes = new ArrayList<>();
        try (Stream<Path> files = Files.list(objects)) {
            for (Path file : files.toList()) {
                hashes.add(hash(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }
}
