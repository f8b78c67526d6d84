// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileRecordsTest {

    static Stream<RecordFeed> feeds() {
        return Stream.of(new Zeek(), new Ecs(), new WindowsXml());
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void no_damage_to_a_line_throws_or_makes_it_tell_much(RecordFeed feed) {
        Random random = new Random(20260101);
        Heard heard = new Heard();
        for (int round = 0; round < 20_000; round++) {
            String line = damaged(SampleRecords.LINES.get(random.nextInt(SampleRecords.LINES.size())), random);
            feed.knows(line);
            feed.read(line, heard.telling);
            assertThat(heard.observations.size()).isLessThanOrEqualTo(8);
            heard.observations.clear();
        }
    }

    private static String damaged(String line, Random random) {
        StringBuilder text = new StringBuilder(line);
        for (int i = random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.insert(at, "9".repeat(random.nextInt(30)));
                case 2 -> text.setLength(at + 1);
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
            }
        }
        return text.toString();
    }

    @Test
    void no_line_is_known_by_two_feeds() {
        for (String line : SampleRecords.LINES) {
            if (line.startsWith("#fields") || line.startsWith("1591367999")) {
                continue; // a table of Zeek is known by its first line
            }
            assertThat(feeds().filter(feed -> feed.knows(line)).count())
                    .as(line)
                    .isLessThanOrEqualTo(1);
        }
        assertThat(feeds().filter(feed -> feed.knows("#separator \\x09")).map(RecordFeed::name))
                .containsExactly("zeek");
        assertThat(feeds().filter(feed -> feed.knows("Jan 21 00:02:32 fw %ASA-6-106100: text")))
                .isEmpty();
    }

    @Test
    void times_that_are_none_are_refused() {
        for (String wrong : List.of(
                "",
                "-",
                ".",
                "2022",
                "2022-02-30T00:00:00Z",
                "2022-01-21T25:00:00Z",
                "9".repeat(18),
                "9".repeat(40),
                "2300-01-01T00:00:00Z",
                "-1.5",
                "1e9",
                "1969-12-31T23:59:59Z",
                "2022-01-21T00:00:6 Z")) {
            assertThat(Moments.of(wrong)).as(wrong).isEqualTo(Moments.NONE);
        }
        assertThat(Moments.of("2022-01-21T02:02:32+02:00")).isEqualTo(Moments.of("1642723352"));
        assertThat(Moments.of("2022-01-20T22:02:32.5-0200")).isEqualTo(Moments.of("1642723352.500000000"));
    }

    @Test
    void a_record_of_very_many_fields_is_cut() {
        StringBuilder line = new StringBuilder("{\"first\":\"" + "x".repeat(10_000) + "\"");
        for (int i = 0; i < 5_000; i++) {
            line.append(",\"f").append(i).append("\":1");
        }
        Fields fields = new Fields();
        assertThat(fields.json(line.append('}').toString())).isTrue();
        assertThat(fields.text("first")).hasSize(Fields.LONGEST_TEXT);
        assertThat(fields.has("f" + (Fields.MOST_FIELDS - 2))).isTrue();
        assertThat(fields.has("f" + Fields.MOST_FIELDS)).isFalse();
    }
}
