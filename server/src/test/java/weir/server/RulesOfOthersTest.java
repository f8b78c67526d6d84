// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that others wrote, from their files to the findings. */
class RulesOfOthersTest {

    private static final String WRITES = """
            title: Somebody writes to Modbus
            id: plant-1
            logsource: {product: weir, service: operation}
            detection:
              selection: {protocol: modbus, verb: write}
              condition: selection
            level: medium
            """;

    @TempDir
    Path folder;

    @Test
    void a_rule_in_sigma_is_judged_on_operations() throws IOException {
        Path rule = Files.writeString(folder.resolve("writes.yml"), WRITES);
        Path out = folder.resolve("out");
        assertThat(Weir.run("analyze", "--sigma", rule, "--out", out, Weir.SAMPLE)
                        .exit())
                .isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(out.resolve("findings.jsonl")))
                .contains("\"detector\":\"RU-01\"")
                .contains("Somebody writes to Modbus");
    }

    @Test
    void what_is_refused_of_it_is_said_and_content_says_why() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("one.yml"), WRITES);
        Files.writeString(rules.resolve("two.yml"), WRITES.replace("verb:", "verb|expand:"));
        Weir.Ran ran = Weir.run("analyze", "--sigma", rules, "--out", folder.resolve("out"), Weir.SAMPLE);
        assertThat(ran.err()).contains("took 1, refused 1; why: weir content " + rules);
        assertThat(Weir.run("content", rules).out()).contains("rules with placeholders (modifier expand)");
    }

    @Test
    void a_rule_that_is_no_yaml_ends_with_a_sentence() throws IOException {
        Path rule = Files.writeString(folder.resolve("broken.yml"), "title: [");
        Weir.Ran ran = Weir.run("analyze", "--sigma", rule, "--out", folder.resolve("out"), Weir.SAMPLE);
        assertThat(ran.exit()).isNotEqualTo(ExitCode.DONE);
        assertThat(ran.err()).contains("broken.yml: line 1").doesNotContain("Exception");
    }

    @Test
    void rules_of_suricata_are_judged_on_packets_and_on_operations() throws IOException {
        Path rules = Files.writeString(folder.resolve("plant.rules"), """
                alert tcp any any -> any 502 (msg:"Modbus write of a coil"; modbus: access write coils; sid:1;)
                alert tcp any any -> any 102 (msg:"S7 setup"; flow:to_server; content:"|03 00|"; depth:2; \\
                  content:"|32 01|"; offset:7; depth:2; content:"|f0|"; distance:8; within:1; sid:2;)
                alert tcp any any -> any any (msg:"Never"; content:"this stands nowhere in the plant"; sid:3;)
                """);
        Path out = folder.resolve("out");
        assertThat(Weir.run("analyze", "--suricata", rules, "--out", out, Weir.SAMPLE)
                        .exit())
                .isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(out.resolve("findings.jsonl")))
                .contains("\"detector\":\"RU-02\"", "Modbus write of a coil", "S7 setup")
                .doesNotContain("Never");
        assertThat(Weir.run("content", rules).out()).contains("rules about operations", "rules about packets");
    }

    @Test
    void a_log_alone_is_judged_after_learning_from_a_capture() throws IOException {
        Path log = Files.writeString(
                folder.resolve("auth.log"),
                "Mar  2 08:00:01 ews1 sshd[1]: Failed password for root from 10.0.0.9 port 4 ssh2\n");
        Weir.Ran ran = Weir.run("analyze", "--logs", log, "--baseline", Weir.SAMPLE, "--out", folder.resolve("out"));
        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_rule_for_an_operation_and_its_packet_needs_both_in_one() throws IOException {
        Path rules = Files.writeString(folder.resolve("both.rules"), """
                alert modbus any any -> any any (msg:"Coil on"; modbus: access write coils; content:"|ff 00|"; sid:1;)
                alert modbus any any -> any any (msg:"Odd"; modbus: access write coils; content:"odd"; sid:2;)
                """);
        Path out = folder.resolve("out");
        Weir.run("analyze", "--suricata", rules, "--out", out, Weir.SAMPLE);
        assertThat(Files.readString(out.resolve("findings.jsonl")))
                .contains("Coil on")
                .doesNotContain("\"title\":\"Odd\"");
    }
}
