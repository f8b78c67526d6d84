// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weir.analysis.detect.Staged;
import weir.model.Finding;
import weir.model.HostEvent;
import weir.model.Severity;
import weir.model.Verb;

class SigmaRulesTest {

    private static HostEvent started(Map<String, String> fields) {
        return new HostEvent("windows", HostEvent.Kind.PROCESS_STARTED, "ews1", "bob", "x", fields);
    }

    private static Condition search(String key, @Nullable String... values) throws Unsupported {
        return Modifiers.of(key).condition(Arrays.asList(values));
    }

    private static boolean holds(String value, String key, @Nullable String... values) throws Unsupported {
        return search(key, values).holds(Evidence.of(started(Map.of("CommandLine", value))));
    }

    private static SigmaRule rule(Logsource source, Condition condition) {
        return new SigmaRule("r-1", "A rule", Severity.HIGH, List.of("T1059"), "somebody tests", source, condition);
    }

    private static List<Finding> judged(SigmaRule rule, HostEvent event) {
        return new Staged(new SigmaRules(List.of(rule)))
                .judge()
                .between("10.0.0.5", "10.0.0.6", 0)
                .tell(true, event)
                .findings();
    }

    @Test
    void a_rule_about_a_program_claims_the_host_that_ran_it() throws Unsupported {
        SigmaRule rule = rule(Logsource.of("process_creation", "windows", ""), search("Image|endswith", "\\evil.exe"));
        List<Finding> findings = judged(rule, started(Map.of("NewProcessName", "C:\\Temp\\EVIL.exe")));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.detector()).isEqualTo("RU-01");
            assertThat(finding.title()).isEqualTo("A rule");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.techniques()).containsExactly("T1059");
            assertThat(finding.benignIf()).isEqualTo("somebody tests");
            assertThat(finding.seen()).contains("Image=C:\\Temp\\EVIL.exe");
        });
        assertThat(judged(rule, started(Map.of("NewProcessName", "C:\\Temp\\good.exe"))))
                .isEmpty();
    }

    @Test
    void a_rule_about_another_log_says_nothing() throws Unsupported {
        Condition always = search("Image|exists", "true");
        HostEvent event = started(Map.of("Image", "a", "Channel", "Microsoft-Windows-Sysmon/Operational"));
        assertThat(judged(rule(Logsource.of("process_creation", "linux", ""), always), event))
                .isEmpty();
        assertThat(judged(rule(Logsource.of("file_event", "windows", ""), always), event))
                .isEmpty();
        assertThat(judged(rule(Logsource.of("", "windows", "security"), always), event))
                .isEmpty();
        assertThat(judged(rule(Logsource.of("", "windows", "sysmon"), always), event))
                .hasSize(1);
        assertThatThrownBy(() -> Logsource.of("proxy", "", "")).hasMessageContaining("proxy");
    }

    @Test
    void operations_names_logins_and_connections_are_records_too() throws Unsupported {
        Staged plant = new Staged(new SigmaRules(List.of(
                        rule(Logsource.of("", "weir", "operation"), search("verb", "write")),
                        new SigmaRule(
                                "r-2",
                                "Name",
                                Severity.LOW,
                                List.of(),
                                "",
                                Logsource.of("dns_query", "", ""),
                                search("QueryName|endswith", ".evil.example")),
                        new SigmaRule(
                                "r-3",
                                "Login",
                                Severity.LOW,
                                List.of(),
                                "",
                                Logsource.of("authentication", "", ""),
                                search("EventID", "4625")),
                        new SigmaRule(
                                "r-4",
                                "Connection",
                                Severity.LOW,
                                List.of(),
                                "",
                                Logsource.of("network_connection", "", ""),
                                search("DestinationPort", "4444")))))
                .judge();
        plant.between("10.0.0.5", "10.0.0.6", 502).asks("modbus", Verb.READ, "read_coils", "coil", 0);
        plant.tell(true, Staged.lookup("www.good.example")).login("ssh", "bob", true);
        assertThat(plant.findings()).isEmpty();
        plant.asks("modbus", Verb.WRITE, "write_coil", "coil", 0);
        plant.tell(true, Staged.lookup("www.evil.example")).login("ssh", "bob", false);
        plant.between("10.0.0.5", "10.0.0.7", 4444).opened();
        assertThat(plant.findings())
                .extracting(Finding::title)
                .containsExactlyInAnyOrder("A rule", "Name", "Login", "Connection");
    }

    @Test
    void texts_compare_without_case_unless_the_rule_says_so() throws Unsupported {
        assertThat(holds("Whoami /ALL", "CommandLine", "whoami /all")).isTrue();
        assertThat(holds("Whoami /ALL", "CommandLine|cased", "whoami /all")).isFalse();
        assertThat(holds("x whoami y", "CommandLine", "whoami")).isFalse();
        assertThat(holds("x whoami y", "CommandLine|contains", "WHOAMI")).isTrue();
        assertThat(holds("x whoami y", "CommandLine", "*who?mi*")).isTrue();
        assertThat(holds("x whoami y", "CommandLine", "*who\\?mi*")).isFalse();
        assertThat(holds("abc", "CommandLine|startswith", "ab")).isTrue();
        assertThat(holds("abc", "CommandLine|endswith", "ab")).isFalse();
    }

    @Test
    void a_list_means_one_of_them_and_with_all_each_of_them() throws Unsupported {
        assertThat(holds("a b", "CommandLine|contains", "b", "c")).isTrue();
        assertThat(holds("a b", "CommandLine|contains|all", "b", "c")).isFalse();
        assertThat(holds("a b", "CommandLine|contains|all", "b", "a")).isTrue();
    }

    @Test
    void other_ways_to_write_the_same_are_found() throws Unsupported {
        assertThat(holds("cmd \u2013enc x", "CommandLine|windash|contains", " -enc "))
                .isTrue();
        assertThat(holds("cmd =enc x", "CommandLine|windash|contains", " -enc "))
                .isFalse();
        // base64 of "xxNew-Object" begins elsewhere in its groups of three than that of "New-Object"
        assertThat(holds("eHhOZXctT2JqZWN0", "CommandLine|base64offset|contains", "New-Object"))
                .isTrue();
        assertThat(holds("TmV3LU9iamVjdA==", "CommandLine|base64", "New-Object"))
                .isTrue();
        assertThat(holds("TgBlAHcALQA=", "CommandLine|wide|base64offset|contains", "New-"))
                .isTrue();
        assertThat(holds("eHhPbGQ=", "CommandLine|base64offset|contains", "New-Object"))
                .isFalse();
    }

    @Test
    void expressions_networks_numbers_and_presence_compare_in_their_own_way() throws Unsupported {
        assertThat(holds("cmd /c 42", "CommandLine|re", "/c \\d+$")).isTrue();
        assertThat(holds("CMD /C 42", "CommandLine|re", "/c \\d+$")).isFalse();
        assertThat(holds("CMD /C 42", "CommandLine|re|i", "/c \\d+$")).isTrue();
        assertThat(holds("10.1.2.3", "CommandLine|cidr", "10.0.0.0/8")).isTrue();
        assertThat(holds("11.1.2.3", "CommandLine|cidr", "10.0.0.0/8")).isFalse();
        assertThat(holds("0x10", "CommandLine|gte", "16")).isTrue();
        assertThat(holds("15", "CommandLine|gt", "16")).isFalse();
        assertThat(holds("x", "Image|exists", "false")).isTrue();
        assertThat(holds("x", "CommandLine|exists", "false")).isFalse();
        assertThat(holds("x", "Image", (@Nullable String) null)).isTrue();
    }

    @Test
    void an_expression_that_takes_for_ever_is_stopped_and_counted() throws Unsupported {
        Evidence evidence = Evidence.of(started(Map.of("CommandLine", "a".repeat(900) + "!")));
        assertThat(search("CommandLine|re", "(a+)+b").holds(evidence)).isFalse();
        assertThat(evidence.gaveUp()).isEqualTo(1);
    }

    @Test
    void conditions_join_searches() throws Unsupported {
        Map<String, Condition> searches = new TreeMap<>(Map.of(
                "selection", search("CommandLine|contains", "a"),
                "filter_one", search("CommandLine|contains", "b"),
                "filter_two", search("CommandLine|contains", "c")));
        Evidence a = Evidence.of(started(Map.of("CommandLine", "a")));
        Evidence ab = Evidence.of(started(Map.of("CommandLine", "ab")));
        Evidence abc = Evidence.of(started(Map.of("CommandLine", "abc")));
        Condition without = ConditionText.read("selection and not 1 of filter_*", searches);
        assertThat(List.of(without.holds(a), without.holds(ab))).containsExactly(true, false);
        Condition all = ConditionText.read("all of them", searches);
        assertThat(List.of(all.holds(ab), all.holds(abc))).containsExactly(false, true);
        Condition nested = ConditionText.read("selection and (filter_one or filter_two)", searches);
        assertThat(List.of(nested.holds(a), nested.holds(ab))).containsExactly(false, true);
        for (String broken : List.of("", "selection and", "(selection", "selection filter_one", "other", "2 of them")) {
            assertThatThrownBy(() -> ConditionText.read(broken, searches)).isInstanceOf(Unsupported.class);
        }
        assertThatThrownBy(() -> ConditionText.read("selection | count() > 5", searches))
                .hasMessage("rules with an aggregation in the condition");
    }

    @Test
    void modifiers_that_are_not_known_or_do_not_agree_are_refused_by_name() {
        assertThatThrownBy(() -> Modifiers.of("a|fieldref")).hasMessage("rules with the modifier fieldref");
        assertThatThrownBy(() -> Modifiers.of("a|re|contains")).isInstanceOf(Unsupported.class);
        assertThatThrownBy(() -> search("a|re", "(((")).hasMessageContaining("regular expression");
        assertThatThrownBy(() -> search("a|cidr", "10.0.0.0/99")).hasMessageContaining("network");
    }
}
