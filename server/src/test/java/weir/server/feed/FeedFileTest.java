// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.server.feed.record.SampleRecords;

/** Lines as products write them (their examples are in the manuals named in docs/logs.md), and lines as nobody should. */
class FeedFileTest {

    @TempDir
    Path folder;

    private final LogCount count = new LogCount();

    @Test
    void eachFormatIsRecognisedByItsLines() throws IOException {
        assertThat(read(String.join("\n", SampleLines.ALL).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        "1 2026-11-23T07:04:46Z 10.0.0.5:50122>:0 Login syslog hmi1 op DONE",
                        "2 2026-11-23T07:04:47Z 10.0.0.9:4022>:0 Login syslog hmi1 root from 6.6.6.6 port 1 ssh2 REFUSED",
                        "3 2026-11-23T06:04:48.500Z 10.0.0.9:4023>:0 Login syslog hmi1 admin REFUSED",
                        "4 2026-11-23T07:04:49Z :0>:0 HostEvent syslog PROCESS_STARTED hmi1 op /bin/sh -c id",
                        "5 2026-11-23T07:04:50Z 10.0.0.5:50000>203.0.113.7:443 Ruling asa true ",
                        "6 2026-11-23T07:04:51Z 203.0.113.9:4444>10.0.0.5:502 Ruling asa false OUT",
                        "7 2026-11-23T07:04:52Z 203.0.113.9:0>:0 Login asa fw1 bob REFUSED",
                        "8 2026-11-23T07:04:53Z 203.0.113.9:4444>10.0.0.5:102 Ruling filterlog false 1000000103",
                        "9 2026-11-23T07:04:54Z 203.0.113.9:4444>10.0.0.5:20000 Ruling iptables false [UFW BLOCK]",
                        "10 2026-11-23T06:04:55Z 10.0.0.5:50001>10.0.0.6:502 Ruling fortigate true 7",
                        "10 2026-11-23T06:04:55Z 10.0.0.5:50001>10.0.0.6:502 Contact CLOSED 2 120 1 90 3000000000",
                        "11 2026-11-23T07:04:56.000001Z 10.0.0.9:1>10.0.0.5:502 Alert suricata 2250001 HIGH",
                        "12 2026-11-23T07:04:57Z 10.0.0.9:0>10.0.0.5:0 Identity hmi1",
                        "12 2026-11-23T07:04:57Z 10.0.0.9:0>10.0.0.5:0 Alert wazuh 5712 MEDIUM",
                        "12 2026-11-23T07:04:57Z 10.0.0.9:0>10.0.0.5:0 Login wazuh 10.0.0.5 root REFUSED",
                        "14 2022-01-25T00:20:02Z :0>172.27.180.4:0 Identity inet-firewall",
                        "14 2022-01-25T00:20:02Z :0>172.27.180.4:0 Alert suricata S-Flw-Apt LOW",
                        "15 2026-11-23T07:04:46.123Z 203.0.113.9:0>:0 Login gate 10.0.0.1 bob REFUSED",
                        "16 2026-11-23T07:04:58Z 10.0.0.5:0>10.0.0.6:502 Ruling wall false ");
        assertThat(count.strange()).containsOnlyKeys("nothing to tell");
    }

    @Test
    void recordsOfZeekWindowsAndElasticStandAmongThem() throws IOException {
        String[] lines = {
            "#separator \\x09",
            "#fields\tts\tid.orig_h\tconn_state",
            "1591367999.5\t10.0.0.1\tSF",
            "{\"@timestamp\":\"2022-01-21T00:02:32.000Z\",\"event\":{\"kind\":\"alert\",\"code\":\"7\"}}",
            SampleRecords.LINES.getLast(),
            "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>"
        };
        assertThat(read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        "3 2020-06-05T14:39:59.500Z 10.0.0.1:0>:0 Contact CLOSED 0 0 0 0 0",
                        "4 2022-01-21T00:02:32Z :0>:0 Alert ecs 7 MEDIUM",
                        "5 2022-01-21T00:02:32.123456700Z 10.0.0.5:0>:0 Login windows EWS-01.plant  REFUSED");
        assertThat(count.strange()).containsOnly(entry("zeek head", 2L), entry("windows cut_event", 1L));
    }

    @Test
    void aRecordMayBeTheMessageOfASyslogLine() throws IOException {
        String suricata = SampleLines.ALL.get(10);
        assertThat(suricata).startsWith("{");
        String[] lines = {
            "<38>Nov 23 07:04:46 hmi1 sudo: a : COMMAND=/bin/x",
            "<38>Nov 23 07:04:46 ids suricata[3]: " + suricata,
            "<38>1 2026-11-23T07:04:46Z ids suricata 3 - - @cee: " + suricata,
            "<38>Nov 23 07:04:46 EWS-01 Security: " + SampleRecords.LINES.getLast(),
            "<38>Nov 23 07:04:46 ids other: {\"a\":1}",
        };
        assertThat(read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        "1 2026-11-23T07:04:46Z :0>:0 HostEvent syslog PROCESS_STARTED hmi1 a /bin/x",
                        "2 2026-11-23T07:04:56.000001Z 10.0.0.9:1>10.0.0.5:502 Alert suricata 2250001 HIGH",
                        "3 2026-11-23T07:04:56.000001Z 10.0.0.9:1>10.0.0.5:502 Alert suricata 2250001 HIGH",
                        "4 2022-01-21T00:02:32.123456700Z 10.0.0.5:0>:0 Login windows EWS-01.plant  REFUSED");
        assertThat(count.strange()).containsOnlyKeys("syslog other");
    }

    @Test
    void theYearGoesOnWhenDecemberTurnsToJanuary() throws IOException {
        String first = "Dec 31 23:59:59 h sudo: a : COMMAND=/bin/x\n";
        String next = "Jan  1 00:00:01 h sudo: a : COMMAND=/bin/x\n";
        assertThat(read((first + next).getBytes(StandardCharsets.UTF_8)))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("1 2026-12-31T23:59:59Z"),
                        line -> assertThat(line).startsWith("2 2027-01-01T00:00:01Z"));
    }

    @Test
    void aLineThatIsTooLongIsSkippedAndTheNextOneRead() throws IOException {
        String lines = "x".repeat(BoundedLines.LONGEST + 1) + "\n" + SampleLines.ALL.getFirst();
        assertThat(read(lines.getBytes(StandardCharsets.UTF_8)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("2 ");
        assertThat(count.strange()).containsOnlyKeys("line too long");
    }

    @Test
    void whatNobodyWritesIsCountedByName() throws IOException {
        assertThat(read("plain words\n%ASA-6-999999: new\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(count.strange()).containsOnlyKeys("no known format", "asa 999999");
    }

    @Test
    void brokenLinesNeverFailAndEachIsCounted() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            byte[] line =
                    SampleLines.ALL.get(random.nextInt(SampleLines.ALL.size())).getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(6); i >= 0; i--) {
                line[random.nextInt(line.length)] = (byte) random.nextInt(256);
            }
            long before = count.lines();
            read(java.util.Arrays.copyOf(line, 1 + random.nextInt(line.length)));
            assertThat(count.lines()).isBetween(before, before + 8);
        }
        assertThat(count.strange().size()).isLessThanOrEqualTo(1001);
        assertThat(count.told()).isNotEmpty();
    }

    private List<String> read(byte[] bytes) throws IOException {
        List<String> seen = new ArrayList<>();
        Path file = Files.write(folder.resolve("test.log"), bytes);
        FeedFile.read(file, new LogOptions(2026, ZoneOffset.UTC), new Written(seen), count);
        return seen;
    }
}
