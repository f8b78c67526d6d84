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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines as products write them (their examples are in the manuals named in docs/logs.md), and lines as nobody should. */
class FeedFileTest {

    private static final String[] LINES = {
        "<38>Nov 23 07:04:46 hmi1 sshd[812]: Accepted publickey for op from 10.0.0.5 port 50122 ssh2: RSA SHA256:x",
        "Nov 23 07:04:47 hmi1 sshd[812]: Failed password for root from 6.6.6.6 port 1 ssh2 from 10.0.0.9 port 4022 ssh2",
        "<86>1 2026-11-23T07:04:48.5+01:00 hmi1 sshd 812 - [a b=\"]\"] Invalid user admin from 10.0.0.9 port 4023",
        "Nov 23 07:04:49 hmi1 sudo: op : TTY=pts/0 ; PWD=/home/op ; USER=root ; COMMAND=/bin/sh -c id",
        "<166>Nov 23 2026 07:04:50 fw1 : %ASA-6-302013: Built outbound TCP connection 9 for outside:203.0.113.7/443"
                + " (203.0.113.7/443) to inside:10.0.0.5/50000 (198.51.100.1/50000)",
        "<164>Nov 23 2026 07:04:51: %ASA-4-106023: Deny tcp src outside:203.0.113.9/4444 dst inside:10.0.0.5/502 by"
                + " access-group \"OUT\" [0x0, 0x0]",
        "<166>Nov 23 2026 07:04:52 fw1 : %ASA-6-113005: AAA user authentication Rejected : reason = Invalid password :"
                + " server = 10.0.0.2 : user = bob : user IP = 203.0.113.9",
        "<134>Nov 23 07:04:53 pf filterlog[33]: 5,,,1000000103,em0,match,block,in,4,0x0,,64,1,0,DF,6,tcp,60,"
                + "203.0.113.9,10.0.0.5,4444,102,0,S,1,,64240,,mss",
        "Nov 23 07:04:54 gw kernel: [ 12.5] [UFW BLOCK] IN=eth0 OUT= MAC= SRC=203.0.113.9 DST=10.0.0.5 LEN=60 PROTO=TCP"
                + " SPT=4444 DPT=20000 SYN",
        "<189>date=2026-11-23 time=07:04:55 devname=\"fg\" logid=\"0000000013\" type=\"traffic\" subtype=\"forward\""
                + " srcip=10.0.0.5 srcport=50001 dstip=10.0.0.6 dstport=502 proto=6 action=\"close\" policyid=7"
                + " duration=3 sentbyte=120 rcvdbyte=90 sentpkt=2 rcvdpkt=1 tz=\"+0100\"",
        "{\"timestamp\":\"2026-11-23T07:04:56.000001+0000\",\"event_type\":\"alert\",\"src_ip\":\"10.0.0.9\","
                + "\"src_port\":1,\"dest_ip\":\"10.0.0.5\",\"dest_port\":502,\"proto\":\"TCP\",\"alert\":{"
                + "\"signature_id\":2250001,\"signature\":\"SURICATA Modbus\",\"severity\":1}}",
        "{\"timestamp\":\"2026-11-23T07:04:57.000+0000\",\"rule\":{\"level\":10,\"id\":\"5712\",\"description\":\"sshd:"
                + " brute force\",\"groups\":[\"sshd\",\"authentication_failed\"]},\"agent\":{\"name\":\"hmi1\","
                + "\"ip\":\"10.0.0.5\"},\"data\":{\"srcip\":\"10.0.0.9\",\"srcuser\":\"root\"}}",
        "time,name,ip,host,short,time_label,event_label",
        "1643070002,Suricata: Alert - A, and B,172.27.180.4,inet-firewall,S-Flw-Apt,false_positive,-",
    };

    @TempDir
    Path folder;

    private final LogCount count = new LogCount();

    @Test
    void eachFormatIsRecognisedByItsLines() throws IOException {
        assertThat(read(String.join("\n", LINES).getBytes(StandardCharsets.UTF_8)))
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
                        "14 2022-01-25T00:20:02Z :0>172.27.180.4:0 Alert suricata S-Flw-Apt LOW");
        assertThat(count.strange()).containsOnlyKeys("nothing to tell");
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
        String lines = "x".repeat(BoundedLines.LONGEST + 1) + "\n" + LINES[0];
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
            byte[] line = LINES[random.nextInt(LINES.length)].getBytes(StandardCharsets.UTF_8);
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
