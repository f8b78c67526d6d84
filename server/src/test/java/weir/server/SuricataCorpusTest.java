// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;

/** Rules of Suricata on real captures: as often as tshark 4.0 counts what they describe. */
@NeedsCorpus
class SuricataCorpusTest {

    private static final Pattern TITLE = Pattern.compile("\"title\":\"(rule [^\"]*)\"");
    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

    @TempDir
    private Path folder;

    /** Times that each rule was found, by its message. */
    private Map<String, Long> found(String capture, String rules) throws IOException {
        Path file = Files.writeString(folder.resolve("corpus.rules"), rules);
        Path out = folder.resolve("out");
        Path of = Corpus.root().orElseThrow().resolve(capture);
        Weir.Ran ran = Weir.run("analyze", "--quiet", "--suricata", file, "--out", out, of);
        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
        assertThat(ran.err()).doesNotContain("refused");
        Map<String, Long> times = new TreeMap<>();
        for (String line : Files.readAllLines(out.resolve("findings.jsonl"))) {
            Matcher title = TITLE.matcher(line);
            Matcher count = COUNT.matcher(line);
            if (title.find() && count.find()) {
                times.merge(title.group(1), Long.parseLong(count.group(1)), Long::sum);
            }
        }
        return times;
    }

    @Test
    void functions_of_modbus() throws IOException {
        assertThat(found("modbus/iti__modbus_test_data_part1.pcap", """
                        alert modbus any any -> any any (msg:"rule diagnostics"; modbus: function 8; sid:1;)
                        alert modbus any any -> any any (msg:"rule listen"; modbus: function 8, subfunction 4; sid:2;)
                        alert modbus any any -> any any (msg:"rule coil"; modbus: access write coils; sid:3;)
                        alert modbus any any -> any any (msg:"rule second"; modbus: access write coils, address 2; sid:4;)
                        alert modbus any any -> any any (msg:"rule both"; modbus: function 5; content:"|00 06|"; offset:4; depth:2; sid:5;)
                        alert modbus any any -> any any (msg:"rule never"; modbus: function 5; content:"|06|"; offset:7; depth:1; sid:6;)
                        alert tcp any any -> any 502 (msg:"rule in octets"; flow:from_client,established; \\
                          content:"|00 00|"; offset:2; depth:2; pcre:"/[\\S\\s]{3}(\\x05|\\x0F)/iAR"; sid:7;)
                        """))
                .isEqualTo(Map.of(
                        "rule diagnostics", 8L,
                        "rule listen", 3L,
                        "rule coil", 2L,
                        "rule second", 1L,
                        "rule both", 2L,
                        "rule in octets", 2L));
    }

    @Test
    void a_restart_in_dnp3_by_its_function_and_by_its_octets() throws IOException {
        assertThat(found("dnp3/iti__cold_restart_and_response.pcap", """
                        alert dnp3 any any -> any any (msg:"rule function"; dnp3_func:cold_restart; sid:1;)
                        alert dnp3 any any -> any any (msg:"rule other"; dnp3_func:warm_restart; sid:2;)
                        alert tcp any any -> any 20000 (msg:"rule octets"; flow:from_client,established; \\
                          content:"|05 64|"; depth:2; content:"|0D|"; offset:12; depth:1; sid:3;)
                        """))
                .isEqualTo(Map.of("rule function", 1L, "rule octets", 1L));
    }

    @Test
    void a_stop_of_s7_by_its_octets() throws IOException {
        assertThat(found("s7comm/iti__step7_s300_stop.pcap", """
                        alert tcp any any -> any 102 (msg:"rule stop"; flow:to_server; content:"|03 00|"; depth:2; \\
                          content:"|32 01|"; offset:7; depth:2; content:"|29|"; distance:8; within:1; \\
                          content:"P_PROGRAM"; endswith; sid:1;)
                        alert tcp any any -> any 102 (msg:"rule none"; flow:to_client; content:"P_PROGRAM"; sid:2;)
                        """)).isEqualTo(Map.of("rule stop", 1L));
    }

    @Test
    void services_of_cip_and_commands_around_them() throws IOException {
        assertThat(found("enip/iti__EthernetIP-CIP.pcap", """
                        alert enip any any -> any any (msg:"rule read"; cip_service:76; sid:1;)
                        """)).isEqualTo(Map.of("rule read", 31_069L));
        assertThat(found("enip/iti__enip_test.pcap", """
                        alert enip any any -> any any (msg:"rule identity"; enip_command:99; sid:1;)
                        """)).isEqualTo(Map.of("rule identity", 1L));
    }
}
