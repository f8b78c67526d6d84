// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.server.feed.FeedFile;
import weir.server.feed.LogCount;
import weir.server.feed.LogOptions;

class EvtxFeedTest {

    private final LogCount count = new LogCount();
    private final WindowsLog log = WindowsLog.ofAPlant();

    @TempDir
    Path folder;

    private List<String> told(byte[] file) throws IOException {
        List<String> told = new ArrayList<>();
        Path path = Files.write(folder.resolve("Security.log"), file);
        FeedFile.read(
                path,
                new LogOptions(2026, ZoneOffset.UTC),
                (at, what) -> told.add(
                        at.packet() + " " + at.time() + " " + what.getClass().getSimpleName()),
                count);
        return told;
    }

    @Test
    void a_log_is_known_by_its_first_octets_and_each_record_is_a_line() throws IOException {
        assertThat(told(log.builder.file()))
                .containsExactly(
                        "1 1642723352123456700 Login",
                        "2 1642723352123456700 Login",
                        "3 1642723352123456700 HostEvent",
                        "5 1642723352123456700 HostEvent",
                        "6 1642723352123456700 Contact",
                        "7 1642723352123456700 HostEvent");
        assertThat(count.lines()).isEqualTo(7);
        assertThat(count.strange()).containsEntry("windows other_event", 1L);
    }

    @Test
    void a_packed_log_is_read_too() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(log.builder.file());
        }
        assertThat(told(packed.toByteArray())).hasSize(6);
    }

    @Test
    void a_cut_log_tells_what_is_left_and_counts_the_damage() throws IOException {
        assertThat(told(Arrays.copyOf(log.builder.file(), log.builder.lastRecord() + 40)))
                .hasSize(5);
        assertThat(count.strange()).containsEntry("windows: evtx file cut", 1L);
    }

    @Test
    void a_text_that_speaks_of_such_a_log_is_none() throws IOException {
        assertThat(told("ElfFile or not\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(told("Elf".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(count.lines()).isEqualTo(2);
        assertThat(count.strange()).containsOnlyKeys("no known format");
    }
}
