// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import weir.wire.sensor.Protocols;

/**
 * Every capture of the checkout, decoded, against the golden log beside it: the whole log of a small capture, else how
 * many of each kind there are and a digest of all lines. {@code ./verify --accept} rewrites the logs.
 */
class GoldenLogTest {

    private static final boolean ACCEPT = Boolean.getBoolean("weir.accept");
    private static final int WHOLE = 200_000;
    private static final Pattern KIND = Pattern.compile("\"kind\":\"(\\w+)\",\"protocol\":\"(\\w*)\"");

    @TestFactory
    Stream<DynamicTest> what_was_decoded_before_is_decoded_again() throws IOException {
        List<Path> captures = new ArrayList<>();
        for (String folder : List.of("samples", "captures")) {
            Path root = Weir.ROOT.resolve(folder);
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(f -> f.toString().matches(".*\\.pcap(ng)?")).forEach(captures::add);
                }
            }
        }
        assertThat(captures).isNotEmpty();
        return captures.stream()
                .sorted()
                .map(c -> DynamicTest.dynamicTest(Weir.ROOT.relativize(c).toString(), () -> compare(c)));
    }

    @Test
    void every_protocol_has_a_capture() {
        assertThat(Protocols.all())
                .allSatisfy(p -> assertThat(Weir.ROOT.resolve("captures").resolve(p.name()))
                        .as("write captures/%s/tour.txt and run captures/make", p.name())
                        .isDirectory());
    }

    private static void compare(Path capture) throws IOException {
        Path golden = capture.resolveSibling(capture.getFileName() + ".log");
        String told = Weir.run("decode", capture).lines();
        String log = told.length() < WHOLE ? told : summary(told);
        if (ACCEPT) {
            Files.writeString(golden, log);
        }
        assertThat(golden).as("accept it with ./verify --accept").exists();
        assertThat(log.lines()).containsExactlyElementsOf(Files.readAllLines(golden));
    }

    private static String summary(String told) {
        Map<String, Integer> kinds = new TreeMap<>();
        Matcher kind = KIND.matcher(told);
        while (kind.find()) {
            kinds.merge(kind.group(1) + "\t" + kind.group(2), 1, Integer::sum);
        }
        StringBuilder text = new StringBuilder();
        kinds.forEach(
                (name, count) -> text.append(name).append('\t').append(count).append('\n'));
        return text.append("sha256\t").append(sha256(told)).append('\n').toString();
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
