// SPDX-License-Identifier: Apache-2.0
package weir.wire.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weir.wire.NeedsCorpus;

/** Weir counts what tshark counts, and docs/conformance.md says truly where and why not. */
@NeedsCorpus
class ConformanceTest {

    private static final Path DOCUMENT = Path.of(System.getProperty("weir.root", ".."), "docs", "conformance.md");

    /** Of all facts, in percent. */
    private static final double GOAL = 99;

    /** Facts, those that are equal, those where Weir is right, those of carriers that it does not read. */
    private record Share(long facts, long equal, long right, long unread) {

        Share plus(Share other) {
            return new Share(facts + other.facts, equal + other.equal, right + other.right, unread + other.unread);
        }

        double percent() {
            return facts == unread ? 100 : 100.0 * (equal + right) / (facts - unread);
        }

        String row(String protocol) {
            return "| %s | %d | %d | %d | %d | %.1f |".formatted(protocol, facts, equal, right, unread, percent());
        }
    }

    @Test
    void everyDifferenceIsExplainedAndEveryExplanationIsStillNeeded() throws IOException {
        Map<String, Facts.Count> facts = Facts.count();
        Map<String, String> verdicts = new TreeMap<>();
        List<String> explained = new ArrayList<>();
        for (List<String> cells : rows(7)) {
            String fact = cells.get(0) + " | " + cells.get(1).replace("`", "");
            explained.add(fact + " | " + cells.get(2) + " | " + cells.get(3));
            verdicts.put(fact, cells.get(5));
        }
        List<String> differences = new ArrayList<>();
        Map<String, Share> shares = new TreeMap<>();
        facts.forEach((fact, count) -> {
            if (!count.equal()) {
                differences.add(fact + " | " + count.tshark() + " | " + count.weir());
            }
            Share one = share(count.equal() ? "equal" : verdicts.getOrDefault(fact, ""));
            shares.merge(count.protocol(), one, Share::plus);
            shares.merge("all", one, Share::plus);
        });
        List<String> summary = shares.entrySet().stream()
                .map(share -> share.getValue().row(share.getKey()))
                .toList();
        System.out.println("| protocol | facts | equal | Weir right | not read | % |\n" + String.join("\n", summary));
        Files.write(Path.of("target", "conformance-differences.txt"), differences);
        assertThat(explained).containsExactlyInAnyOrderElementsOf(differences);
        assertThat(rows(6).stream().map(cells -> "| " + String.join(" | ", cells) + " |"))
                .containsExactlyInAnyOrderElementsOf(summary);
        assertThat(shares.getOrDefault("all", share("")).percent()).isGreaterThanOrEqualTo(GOAL);
    }

    private static Share share(String verdict) {
        return switch (verdict) {
            case "equal" -> new Share(1, 1, 0, 0);
            case "Weir" -> new Share(1, 0, 1, 0);
            case "not read" -> new Share(1, 0, 0, 1);
            default -> new Share(1, 0, 0, 0);
        };
    }

    /** The rows of the document's tables of so many columns, without their headings. */
    private static List<List<String>> rows(int columns) throws IOException {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            return lines.filter(line -> line.startsWith("| "))
                    .map(line -> Arrays.stream(
                                    line.substring(2, line.length() - 1).split("\\|"))
                            .map(String::strip)
                            .toList())
                    .filter(cells -> cells.size() == columns)
                    .filter(cells -> !cells.get(1).equals("facts")
                            && !cells.get(1).equals("fact")
                            && !cells.get(0).startsWith("---"))
                    .toList();
        }
    }
}
