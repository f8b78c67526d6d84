// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.server.feed.record.SampleRecords;

/** Lines of all formats, damaged and mixed: none is lost without being counted. */
class HostileLinesTest {

    private static final LogOptions OPTIONS = new LogOptions(2026, ZoneOffset.UTC);
    private static final List<String> SAMPLES = Stream.concat(SampleLines.ALL.stream(), SampleRecords.LINES.stream())
            .toList();
    private static final long MOST_OF_A_LINE = 8;

    @TempDir
    Path folder;

    private final LogCount count = new LogCount();
    private final LogEntry entry = new LogEntry("test", (at, what) -> {}, count);

    @Test
    void every_lost_line_is_counted() {
        Random random = new Random(20261123);
        for (int round = 0; round < 300; round++) {
            Feeds feeds = new Feeds(OPTIONS);
            boolean open = false; // an event of Windows may go on
            boolean held = false; // it does
            for (int i = 0; i < 60; i++) {
                String line = damaged(random);
                open = line.contains("<Event ") || (open && !line.contains("</Event>"));
                open &= line.lastIndexOf("</Event>") <= line.lastIndexOf("<Event ");
                long before = accounted();
                entry.begin(i);
                feeds.read(line, entry);
                assertThat(accounted() - before).as(line).isBetween(open ? 0L : 1L, MOST_OF_A_LINE);
                held = accounted() == before;
            }
            long before = accounted();
            feeds.end(entry);
            assertThat(accounted() - before).isBetween(held ? 1L : 0L, open ? 1L : 0L);
        }
        assertThat(count.told()).containsKeys("login", "ruling", "alert", "contact", "hostevent", "identity");
        assertThat(count.strange()).containsKeys("windows no_xml", "windows cut_event", "windows no_event");
        assertThat(count.strange().size()).isLessThanOrEqualTo(1001);
    }

    @Test
    void as_many_lines_are_counted_as_a_file_has() throws IOException {
        Random random = new Random(5);
        long expected = 0;
        for (int round = 0; round < 200; round++) {
            List<String> lines = new ArrayList<>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                lines.add(damaged(random));
            }
            String text = String.join(random.nextBoolean() ? "\n" : "\r\n", lines);
            expected += text.replace("</Event>", "</Event>\n")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .count();
            Path file = Files.writeString(folder.resolve("hostile.log"), text, StandardCharsets.UTF_8);
            FeedFile.read(file, OPTIONS, (at, what) -> {}, count);
            assertThat(count.lines()).isEqualTo(expected);
        }
    }

    private long accounted() {
        return Stream.of(count.told(), count.strange())
                .flatMap(map -> map.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Never blank, and without the ends of a line in it. */
    private static String damaged(Random random) {
        StringBuilder text = new StringBuilder(SAMPLES.get(random.nextInt(SAMPLES.size())));
        for (int i = random.nextInt(5); i > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
                case 1 -> text.insert(at, "9".repeat(random.nextInt(30)));
                case 2 -> text.setLength(at + 1);
                case 3 -> text.insert(at, "<Events>\u0000\t|=");
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
            }
        }
        return text.toString().isBlank() ? "x" : text.toString();
    }
}
