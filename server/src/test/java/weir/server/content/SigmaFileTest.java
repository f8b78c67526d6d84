// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.analysis.detect.sigma.Evidence;
import weir.analysis.detect.sigma.SigmaRule;
import weir.model.HostEvent;
import weir.model.Severity;

class SigmaFileTest {

    private static final String RULE = """
            title: Project file opened by a script
            id: 7d1b6b2e-0000-4000-8000-000000000001
            status: test
            logsource:
                category: process_creation
                product: windows
            detection:
                selection:
                    - Image|endswith: '\\wscript.exe'
                      CommandLine|contains|all:
                          - '.ap17'
                          - 'copy'
                    - OriginalFileName: wscript.exe
                filter_main_engineer:
                    User|startswith: 'PLANT\\eng'
                keywords:
                    - secret
                    - 'very*secret'
                condition: (selection or keywords) and not 1 of filter_main_*
            falsepositives:
                - An engineer's own script
            level: high
            tags:
                - attack.collection
                - attack.t1213
                - attack.t1059.005
            """;

    @TempDir
    private Path folder;

    private final Intake intake = new Intake();

    private List<SigmaRule> read(String text) throws IOException {
        return SigmaFile.read(Files.writeString(folder.resolve("rule.yml"), text), intake);
    }

    private static boolean holds(SigmaRule rule, Map<String, String> fields) {
        HostEvent event = new HostEvent("windows", HostEvent.Kind.PROCESS_STARTED, "ews1", "", "", fields);
        return rule.condition().holds(Evidence.of(event));
    }

    @Test
    void a_rule_is_taken_with_all_that_it_says() throws IOException {
        SigmaRule rule = read(RULE).getFirst();
        assertThat(rule.id()).isEqualTo("7d1b6b2e-0000-4000-8000-000000000001");
        assertThat(rule.severity()).isEqualTo(Severity.HIGH);
        assertThat(rule.techniques()).containsExactly("T1213", "T1059.005");
        assertThat(rule.benignIf()).isEqualTo("An engineer's own script");
        Map<String, String> copied = Map.of("Image", "C:\\Windows\\wscript.exe", "CommandLine", "copy a.ap17 b");
        assertThat(holds(rule, copied)).isTrue();
        assertThat(holds(rule, Map.of("Image", "C:\\wscript.exe", "CommandLine", "copy a b")))
                .isFalse();
        assertThat(holds(rule, Map.of("CommandLine", "a VERY big secret thing")))
                .isTrue();
        assertThat(holds(rule, Map.of("Image", "\\wscript.exe", "CommandLine", "copy .ap17", "User", "PLANT\\eng7")))
                .isFalse();
        assertThat(intake.taken()).isEqualTo(Map.of("rules", 1L));
    }

    @Test
    void what_cannot_be_judged_is_refused_by_name_and_counted() throws IOException {
        String many = String.join(
                "\n---\n",
                RULE.replace("|endswith", "|fieldref"),
                RULE.replace("process_creation", "proxy"),
                RULE.replace("condition: (", "timeframe: 5m\n    condition: ("),
                RULE.replace("1 of filter_main_*", "filter_main_* | count() by User > 5"),
                RULE.replace("status: test", "status: deprecated"),
                RULE.replace("OriginalFileName: wscript.exe", "EventID: 4663"),
                "title: a meta rule\ncorrelation:\n    type: event_count\n",
                "title: nothing\n",
                "just a text",
                RULE);
        assertThat(read(many)).hasSize(1);
        assertThat(intake.refused())
                .containsOnlyKeys(
                        "rules with the modifier fieldref",
                        "rules for the log source proxy/windows/",
                        "rules with a timeframe",
                        "rules with an aggregation in the condition",
                        "rules that their writer calls deprecated",
                        "rules about Windows events that are not read: 4663",
                        "rules that correlate others",
                        "documents without logsource and detection",
                        "rules that are not formed as Sigma's");
    }

    @Test
    void a_folder_is_read_whole_and_a_broken_file_in_it_is_counted() throws IOException {
        Files.createDirectories(folder.resolve("windows/deep"));
        Files.writeString(folder.resolve("windows/deep/one.yml"), RULE);
        Files.writeString(folder.resolve("windows/two.yaml"), RULE);
        Files.writeString(folder.resolve("windows/broken.yml"), "a: [b");
        Files.writeString(folder.resolve("windows/README.md"), "no rule");
        assertThat(SigmaFile.read(folder, intake)).hasSize(2);
        assertThat(intake.refused()).isEqualTo(Map.of("files that are no YAML, or too large", 1L));
    }

    @Test
    void a_file_that_is_no_yaml_says_where() {
        assertThatThrownBy(() -> read("title: x\na: [b"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rule.yml: line");
    }

    @Test
    void hostile_files_end_in_a_sentence_or_in_counts() throws IOException {
        Random random = new Random(11);
        byte[] rule = RULE.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("hostile.yml");
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = rule.clone();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                SigmaFile.read(file, intake);
            } catch (IOException sentence) {
                assertThat(sentence.getMessage()).contains("hostile.yml");
            }
        }
    }

    @Test
    void a_file_that_unfolds_without_end_is_refused() throws IOException {
        assertThatThrownBy(() -> read(unfolding(30))).hasMessageContaining("aliases");
        assertThat(read(unfolding(12))).isEmpty();
        assertThat(intake.refused()).containsOnlyKeys("rules with more than 20000 values");
    }

    /** A list of lists of lists: each four times the one before. */
    private static String unfolding(int depth) {
        StringBuilder rule = new StringBuilder("a0: &a0 {Image: [x, x, x, x, x, x, x, x, x]}\n");
        for (int i = 1; i < depth; i++) {
            rule.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
        }
        return rule + "logsource: {category: process_creation}\ndetection: {s: *a" + (depth - 1) + ", condition: s}\n";
    }
}
