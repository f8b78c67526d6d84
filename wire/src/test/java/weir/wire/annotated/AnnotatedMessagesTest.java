// SPDX-License-Identifier: Apache-2.0
package weir.wire.annotated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;

/**
 * The messages of docs/annotated are in the captures that they name, octet for octet, and what stands below them is what
 * is told of them. {@code ./verify --accept} rewrites what is told, and nothing else.
 */
class AnnotatedMessagesTest {

    private static final boolean ACCEPT = Boolean.getBoolean("weir.accept");
    private static final Path ROOT = Path.of(System.getProperty("weir.root", ".."));
    private static final String CORPUS = "corpus/";
    private static final Map<String, List<Playback.Played>> PLAYED = new ConcurrentHashMap<>();

    private static final String SAMPLE = """
            ## 1. Stop
            `captures/melsec/tour.pcap` packet 22, to the device

            | at | bytes | what it is |
            | --- | --- | --- |
            | 0 | `50 00` | subheader |
            | 2 | `00` | network 0 |
            | 3 | `ff ff 03 00 08 00 10 00 02 10 00 00 01 00` | the rest |

                request remote_stop
            """;

    @TestFactory
    Stream<DynamicTest> messages_of_the_checkout_are_as_annotated() throws IOException {
        return tests(false);
    }

    @TestFactory
    @NeedsCorpus
    Stream<DynamicTest> messages_of_the_corpus_are_as_annotated() throws IOException {
        return tests(true);
    }

    @Test
    void the_sample_is_right() {
        assertThat(faults(SAMPLE)).isEmpty();
    }

    @Test
    void a_wrong_octet_is_found() {
        assertThat(faults(SAMPLE.replace("`00` | network 0", "`01` | network 0")))
                .singleElement()
                .asString()
                .contains("is not in packet 22");
    }

    @Test
    void another_packet_and_the_other_way_are_found() {
        assertThat(faults(SAMPLE.replace("packet 22", "packet 24"))).hasSize(1);
        assertThat(faults(SAMPLE.replace("to the", "from the"))).hasSize(1);
    }

    @Test
    void what_is_not_told_is_found() {
        assertThat(faults(SAMPLE.replace("remote_stop", "remote_run"))).hasSize(1);
        assertThat(faults(SAMPLE.replace("    request", "    request x\n    request")))
                .hasSize(1);
    }

    @Test
    void an_octet_that_is_missing_is_found() {
        assertThat(faults(SAMPLE.replace(" 01 00` | the rest", " 01` | the rest")))
                .hasSize(1);
    }

    @Test
    void a_gap_between_offsets_is_no_table() {
        assertThatThrownBy(() -> faults(SAMPLE.replace("| 3 |", "| 4 |"))).hasMessageContaining("after 3 octets");
        assertThatThrownBy(() -> faults(SAMPLE.replace("`00` | network 0", "`00` |")))
                .hasMessageContaining("not a row");
    }

    private static List<String> faults(String document) {
        return AnnotatedMessage.of(document.lines().toList()).stream()
                .map(AnnotatedMessagesTest::fault)
                .filter(f -> !f.isEmpty())
                .toList();
    }

    private static Stream<DynamicTest> tests(boolean ofCorpus) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path document : documents()) {
            List<AnnotatedMessage> messages = AnnotatedMessage.of(Files.readAllLines(document));
            assertThat(messages).as(document.toString()).isNotEmpty();
            if (ACCEPT) {
                accept(document, messages);
                messages = AnnotatedMessage.of(Files.readAllLines(document));
            }
            for (AnnotatedMessage m : messages) {
                if (m.isOfCorpus() == ofCorpus) {
                    tests.add(DynamicTest.dynamicTest(
                            document.getFileName() + " " + m.title(),
                            () -> assertThat(fault(m)).isEmpty()));
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/annotated"))) {
            return files.filter(f -> f.toString().endsWith(".md") && !f.endsWith("README.md"))
                    .sorted()
                    .toList();
        }
    }

    /** What is wrong with it; "" where all is right. */
    private static String fault(AnnotatedMessage m) {
        List<Playback.Played> same = played(m);
        if (same.isEmpty()) {
            return m.title() + ": it is not in packet " + m.packet() + " of " + m.capture();
        }
        if (same.stream().noneMatch(p -> p.told().equals(m.told()))) {
            return m.title() + ": of it is told\n"
                    + String.join("\n", same.getFirst().told());
        }
        return "";
    }

    /** The messages with its octets in its packet: more than one where a datagram holds it twice. */
    private static List<Playback.Played> played(AnnotatedMessage m) {
        return PLAYED.computeIfAbsent(m.capture(), c -> Playback.of(file(c))).stream()
                .filter(p -> p.packet() == m.packet() && p.way() == m.way() && Arrays.equals(p.bytes(), m.bytes()))
                .toList();
    }

    private static Path file(String capture) {
        return capture.startsWith(CORPUS)
                ? Corpus.folder().resolve(capture.substring(CORPUS.length()))
                : ROOT.resolve(capture);
    }

    /** Rewrites what is told, from the last message to the first. */
    private static void accept(Path document, List<AnnotatedMessage> messages) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(document));
        for (AnnotatedMessage m : messages.reversed()) {
            List<Playback.Played> same = m.isOfCorpus() && Corpus.root().isEmpty() ? List.of() : played(m);
            if (!same.isEmpty() && same.stream().noneMatch(p -> p.told().equals(m.told()))) {
                List<String> text = lines.subList(m.toldFrom(), m.toldTo());
                text.clear();
                text.add("");
                same.getFirst().told().forEach(t -> text.add("    " + t));
                text.add("");
            }
        }
        while (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        Files.write(document, lines);
    }
}
