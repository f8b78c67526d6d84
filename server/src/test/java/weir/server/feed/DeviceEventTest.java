// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CEF and LEEF, in the way of the examples that vendors give. */
class DeviceEventTest {

    private static final String GATEWAY = "CEF:0|Acme|Gate|2.1|";

    private final LogCount count = new LogCount();
    private final List<String> seen = new ArrayList<>();
    private final Feeds feeds = new Feeds(new LogOptions(2026, ZoneOffset.UTC));
    private final LogEntry entry = new LogEntry("test", new Written(seen), count);

    @Test
    void a_login_in_the_message_of_a_syslog_line() {
        String line = "<185>Dec 27 11:15:40 FGT-A CEF: 0|Fortinet|Fortigate|v6.0.3|32002|event:system login failed|7|"
                + "deviceExternalId=FGT5 FTNTFGTlogid=0100032002 cat=event:system FTNTFGTsubtype=system duser=admin1"
                + " sproc=https(172.16.200.254) src=172.16.200.254 dst=172.16.200.1 act=login outcome=failed"
                + " reason=name_invalid msg=Administrator admin1 login failed";
        assertThat(read(line))
                .containsExactly(
                        "1 2026-12-27T11:15:40Z 172.16.200.254:0>172.16.200.1:0 Login fortigate 172.16.200.1 admin1"
                                + " REFUSED");
    }

    @Test
    void a_login_to_the_gateway_that_tells_of_it_and_its_name() {
        String line = GATEWAY + "100|VPN session|3|rt=1795417486123 cat=UserLogon outcome=success suser=plant\\\\bob"
                + " src=203.0.113.9 spt=4444 dvc=10.0.0.1 dvchost=gate1 proto=TCP";
        assertThat(read(line))
                .containsExactly(
                        "1 2026-11-23T07:04:46.123Z 203.0.113.9:4444>:0 Identity gate1",
                        "1 2026-11-23T07:04:46.123Z 203.0.113.9:4444>:0 Login gate 10.0.0.1 plant\\bob DONE");
    }

    @ParameterizedTest
    @CsvSource({"allow, true", "Permit, true", "ACCEPT, true", "deny, false", "Drop, false", "blocked, false"})
    void a_firewall_rules(String action, boolean allowed) {
        String line = GATEWAY + "1|traffic|Low|start=Nov 23 2026 07:04:46.250 UTC act=" + action
                + " src=10.0.0.5 spt=50000 dst=10.0.0.6 dpt=502 proto=6 cs2Label=Rule Name cs2=OT in";
        assertThat(read(line))
                .containsExactly(
                        "1 2026-11-23T07:04:46.250Z 10.0.0.5:50000>10.0.0.6:502 Ruling gate " + allowed + " OT in");
    }

    @ParameterizedTest
    @CsvSource({
        "0, INFO",
        "3, LOW",
        "4, MEDIUM",
        "6, MEDIUM",
        "7, HIGH",
        "8, HIGH",
        "9, CRITICAL",
        "10, CRITICAL",
        "Low, LOW",
        "Medium, MEDIUM",
        "High, HIGH",
        "Very-High, CRITICAL",
        "Unknown, MEDIUM",
        "'', LOW",
        "99x, LOW"
    })
    void anything_else_is_an_alert_with_its_grade(String grade, String severity) {
        assertThat(read(GATEWAY + "PR-1|Program changed|" + grade + "|dst=10.0.0.6"))
                .containsExactly("1 1970-01-01T00:00:00Z :0>10.0.0.6:0 Alert gate PR-1 " + severity);
    }

    @Test
    void a_threat_that_was_held_up_is_a_ruling_and_an_alert_and_no_login() {
        assertThat(read(GATEWAY + "7|SSH login brute force attack|5|act=block outcome=failure src=10.0.0.5 duser=root"))
                .containsExactly(
                        "1 1970-01-01T00:00:00Z 10.0.0.5:0>:0 Ruling gate false ",
                        "1 1970-01-01T00:00:00Z 10.0.0.5:0>:0 Alert gate 7 MEDIUM");
    }

    @Test
    void escapes_are_undone_and_an_equals_sign_of_an_address_ends_no_value() {
        DeviceEvent event =
                Objects.requireNonNull(CefText.of("CEF:0|A\\|B|C\\\\|1|id|a \\| b|5|msg=one\\=1\\ntwo C:\\Users\\\\x"
                        + " request=http://h/?a=b&c=d empty= act=x y  cs1=last"));
        assertThat(event.vendor()).isEqualTo("A|B");
        assertThat(event.product()).isEqualTo("C\\");
        assertThat(event.name()).isEqualTo("a | b");
        assertThat(event.fields())
                .containsEntry("msg", "one=1\ntwo C:\\Users\\x")
                .containsEntry("request", "http://h/?a=b&c=d")
                .containsEntry("empty", "")
                .containsEntry("act", "x y")
                .containsEntry("cs1", "last")
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.0|Lan|Watch|6.5|41|;TAB", "2.0|Lan|Watch|6.5|41|^|;^", "2.0|Lan|Watch|6.5|41|x5E|;^",
                "2.0|Lan|Watch|6.5|41|0x09|;TAB", "2.0|Lan|Watch|6.5|41||;TAB", "2.0|Lan|Watch|6.5|41|;TAB",
                "1.0|Lan|Watch|6.5|41|;#011"
            })
    void leef_has_the_delimiter_that_it_names(String head, String delimiter) {
        String between = delimiter.equals("TAB") ? "\t" : delimiter;
        String line = "LEEF:" + head
                + String.join(between, "src=10.0.1.8", "dst=10.0.0.5", "sev=8", "srcPort=81", "dstPort=21", "x=a=b");
        assertThat(read("<13>1 2019-01-18T11:07:53.520Z 192.168.1.1 - - - - " + line))
                .containsExactly("1 2019-01-18T11:07:53.520Z 10.0.1.8:81>10.0.0.5:21 Alert watch 41 HIGH");
    }

    @Test
    void leef_tells_of_logins_by_its_category() {
        String line = "LEEF:1.0|Microsoft|Exchange|2013|Login Event|devTime=2026-11-23T07:04:46.000+0100\tcat=Failed"
                + "\tusrName=joe.black\tsrc=192.0.2.7\tidentHostName=pc7";
        assertThat(read("Jan 18 11:07:53 myhost " + line))
                .containsExactly(
                        "1 2026-11-23T06:04:46Z 192.0.2.7:0>:0 Identity pc7",
                        "1 2026-11-23T06:04:46Z 192.0.2.7:0>:0 Login exchange myhost joe.black REFUSED");
    }

    @Test
    void a_relay_may_put_its_own_envelope_around_it() {
        assertThat(read("<13>Nov 23 07:04:50 relay Nov 23 07:04:46 gate1 " + GATEWAY + "1|login|1|act=accept duser=op"))
                .containsExactly("1 2026-11-23T07:04:46Z :0>:0 Login gate gate1 op DONE");
    }

    @Test
    void words_of_strangers_within_a_line_are_no_event() {
        String user = "x " + GATEWAY + "1|login|1|outcome=success duser=root";
        assertThat(read("Nov 23 07:04:47 hmi1 sshd[812]: Failed password for " + user + " from 10.0.0.9 port 1 ssh2"))
                .singleElement()
                .asString()
                .endsWith("REFUSED");
    }

    @Test
    void what_is_cut_or_says_nothing_is_counted() {
        assertThat(read("CEF:0|Acme|Gate|2.1|100|VPN")).isEmpty();
        assertThat(read("LEEF:2.0|Acme|Gate")).isEmpty();
        assertThat(read(GATEWAY + "1|User logged out|1|duser=op")).isEmpty();
        assertThat(count.strange()).containsOnlyKeys("cef, broken head", "leef, broken head", "nothing to tell");
    }

    @Test
    void damage_never_fails_and_is_told_or_counted() {
        Random random = new Random(9);
        String[] heads = {"LEEF:2.0|a|b|c|d|0xFFFF|", "LEEF:1|a|b|c|d|", "CEF:0|a|b|c|d|e|5|", "CEF:0|"};
        String letters = "=|\\ \t^nsrcdstactlogin09xX.\u0000\uD800";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder line = new StringBuilder(heads[random.nextInt(heads.length)]);
            for (int i = random.nextInt(60); i > 0; i--) {
                line.append(letters.charAt(random.nextInt(letters.length())));
            }
            line.deleteCharAt(5 + random.nextInt(line.length() - 5));
            seen.clear();
            long before =
                    count.strange().values().stream().mapToLong(Long::longValue).sum();
            read(line.toString());
            long counted =
                    count.strange().values().stream().mapToLong(Long::longValue).sum() - before;
            assertThat(seen.size() + counted).as(line.toString()).isBetween(1L, 4L);
        }
        String many = GATEWAY + "1|n|1|" + "k=v ".repeat(200_000) + " a1=b".repeat(20_000);
        assertThat(read(many)).hasSize(1);
    }

    private List<String> read(String line) {
        seen.clear();
        entry.begin(1);
        feeds.read(line, entry);
        return List.copyOf(seen);
    }
}
