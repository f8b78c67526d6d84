// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogSourcesTest {

    private static final String HEAD = "#separator \\x09";
    private static final String FIELDS = "#fields\tts\tconn_state\tid.orig_h";
    private static final String ROW = "1591367999.5\tSF\t10.0.0.1";

    private Instant now = Instant.parse("2027-01-01T00:00:10Z");
    private final LogCount count = new LogCount();
    private final List<String> seen = new ArrayList<>();
    private final LogSources sources =
            new LogSources(new LogOptions(ZoneOffset.UTC, () -> now), new Written(seen), count);

    private void read(String source, String line) {
        sources.read(source, line, now.getEpochSecond() * 1_000_000_000L, false);
    }

    @Test
    void a_time_without_a_year_is_the_one_nearest_to_the_clock() {
        read("10.0.0.1", "<38>Dec 31 23:59:59 h sudo: a : COMMAND=/bin/x");
        read("10.0.0.1", "<38>Jan  1 00:00:09 h sudo: a : COMMAND=/bin/x");
        read("10.0.0.1", "<38>Dec 31 23:59:58 h sudo: a : COMMAND=/bin/late");
        now = Instant.parse("2027-12-31T23:59:59Z");
        read("10.0.0.1", "<38>Jan  1 00:00:01 h sudo: a : COMMAND=/bin/ahead");
        assertThat(seen.stream().map(line -> line.substring(2, 22)).toList())
                .containsExactly(
                        "2026-12-31T23:59:59Z", "2027-01-01T00:00:09Z", "2026-12-31T23:59:58Z", "2028-01-01T00:00:01Z");
    }

    @Test
    void a_message_without_a_time_has_that_at_which_it_came() {
        read("10.0.0.1", "<38>Dec 31 23:59:59 h sudo: a : COMMAND=/bin/x");
        read("10.0.0.2", "CEF:0|Acme|Gate|2.1|100|VPN|3|act=deny");
        assertThat(seen.getLast()).startsWith("2 2027-01-01T00:00:10Z");
    }

    @Test
    void each_source_is_remembered_on_its_own() {
        read("10.0.0.1", HEAD);
        read("10.0.0.1", FIELDS);
        read("10.0.0.2", ROW);
        assertThat(seen).isEmpty();
        read("10.0.0.1", ROW);
        assertThat(seen).hasSize(1);
    }

    @Test
    void of_too_many_sources_the_oldest_is_forgotten_and_what_it_began_is_counted() {
        read("10.0.0.1", HEAD);
        read("10.0.0.1", FIELDS);
        read("10.0.0.2", "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>");
        for (int i = 0; i < 1022; i++) {
            read("10.1." + i / 256 + "." + i % 256, "x");
        }
        read("10.0.0.1", ROW);
        assertThat(seen).as("still remembered").hasSize(1);
        read("10.2.0.1", "x");
        assertThat(count.strange()).containsEntry("windows cut_event", 1L);
        for (int i = 0; i < 1024; i++) {
            read("10.1." + i / 256 + "." + i % 256, "x");
        }
        read("10.0.0.1", ROW);
        assertThat(seen).as("forgotten").hasSize(1);
        assertThat(count.lines()).isEqualTo(2 + 1 + 1022 + 1 + 1 + 1024 + 1);
    }

    @Test
    void an_event_that_a_whole_message_leaves_open_does_not_wait() {
        String open = "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>";
        sources.read("10.0.0.1", open, 0, true);
        assertThat(count.strange()).containsEntry("windows cut_event", 1L);
        read("10.0.0.1", open);
        sources.end();
        assertThat(count.strange()).containsEntry("windows cut_event", 2L);
    }
}
