// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.across;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weir.analysis.detect.Detection;
import weir.analysis.detect.across.ChangePlan.Change;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Severity;
import weir.model.Subject;

class CorrelationTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Address OUTSIDE = Address.parse("203.0.113.9");
    private static final Address HOST = Address.parse("10.1.0.5");
    private static final Address PLC = Address.parse("10.0.0.2");
    private static final Address OTHER_PLC = Address.parse("10.0.0.3");
    private static final Address THIRD_PLC = Address.parse("10.0.0.4");

    private int number;

    private Finding finding(String detector, long seconds, Severity severity, Address from, Address to) {
        return new Finding(
                "F-" + number++,
                detector,
                Detection.of(detector).name(),
                severity,
                0.8,
                from,
                new Subject(to, ""),
                "stop",
                seconds * SECOND,
                seconds * SECOND,
                seconds,
                seconds,
                1,
                "e",
                "s",
                "b",
                Detection.of(detector).techniques());
    }

    private static List<String> added(Set<Address> safety, Finding... findings) {
        List<Finding> given = List.of(findings);
        return new Correlation(safety)
                .with(given).stream()
                        .filter(f -> !given.contains(f))
                        .map(Finding::detector)
                        .toList();
    }

    @Test
    void an_attacked_host_that_then_stops_a_controller_is_critical() {
        Finding attack = finding("IT-07", 0, Severity.HIGH, OUTSIDE, HOST);
        Finding stop = finding("PR-01", 600, Severity.HIGH, HOST, PLC);
        assertThat(added(Set.of(), attack, stop)).contains("XC-01");
        assertThat(added(
                        Set.of(),
                        finding("PR-01", 0, Severity.HIGH, HOST, PLC),
                        finding("IT-07", 600, Severity.HIGH, OUTSIDE, HOST)))
                .as("the other way round it says nothing")
                .doesNotContain("XC-01");
    }

    @Test
    void who_comes_in_from_afar_and_goes_on_to_the_plant_floor_makes_a_chain() {
        Finding entry = finding("IT-06", 0, Severity.HIGH, OUTSIDE, HOST);
        assertThat(added(Set.of(), entry, finding("PR-02", 60, Severity.HIGH, HOST, PLC)))
                .contains("XC-02");
        assertThat(added(Set.of(), entry, finding("PR-02", 60, Severity.HIGH, OTHER_PLC, PLC)))
                .doesNotContain("XC-02");
    }

    @Test
    void the_same_stop_on_three_controllers_is_told_once() {
        Finding[] stops = {
            finding("PR-01", 0, Severity.HIGH, HOST, PLC),
            finding("PR-01", 60, Severity.HIGH, HOST, OTHER_PLC),
            finding("PR-01", 120, Severity.HIGH, HOST, THIRD_PLC)
        };
        assertThat(added(Set.of(), stops)).containsExactly("XC-04");
        assertThat(added(Set.of(), stops[0], stops[1])).isEmpty();
    }

    @Test
    void modes_changed_devices_silenced_and_logs_cleared_within_the_hour_is_loss_of_control() {
        Finding mode = finding("PR-01", 0, Severity.HIGH, HOST, PLC);
        Finding silent = finding("PR-08", 60, Severity.HIGH, HOST, PLC);
        Finding logs = finding("IT-15", 120, Severity.HIGH, Address.NONE, HOST);
        assertThat(added(Set.of(), mode, silent, logs)).contains("XC-05");
        assertThat(added(Set.of(), mode, silent)).doesNotContain("XC-05");
    }

    @Test
    void a_change_of_the_safety_system_is_always_told() {
        Finding change = finding("PR-02", 0, Severity.HIGH, HOST, PLC);
        assertThat(added(Set.of(PLC), change)).containsExactly("XC-06");
        assertThat(added(Set.of(OTHER_PLC), change)).isEmpty();
    }

    @Test
    void a_device_that_is_another_than_before_needs_somebody_who_changed_it() {
        Finding drift = finding("BL-06", 600, Severity.HIGH, Address.NONE, PLC);
        assertThat(added(Set.of(), drift)).containsExactly("XC-08");
        assertThat(added(Set.of(), finding("PR-04", 0, Severity.HIGH, HOST, PLC), drift))
                .doesNotContain("XC-08");
    }

    @Test
    void a_source_that_goes_through_four_tactics_has_a_plan() {
        Finding[] steps = {
            finding("IT-01", 0, Severity.HIGH, HOST, PLC),
            finding("PR-03", 60, Severity.HIGH, HOST, PLC),
            finding("PR-08", 120, Severity.HIGH, HOST, PLC),
            finding("PR-06", 180, Severity.HIGH, HOST, PLC)
        };
        assertThat(added(Set.of(), steps)).contains("XC-10");
        assertThat(added(Set.of(), steps[0], steps[1])).doesNotContain("XC-10");
    }

    @Test
    void approved_work_is_a_record_and_other_work_lacks_a_ticket() {
        Change ticket = new Change("CHG-7", "ann", "new recipe", HOST, PLC, 0, 3600 * SECOND);
        ChangePlan plan = new ChangePlan(List.of(ticket));
        Finding approved = finding("PR-02", 60, Severity.CRITICAL, HOST, PLC);
        Finding elsewhere = finding("PR-02", 60, Severity.CRITICAL, HOST, OTHER_PLC);
        Finding later = finding("PR-02", 7200, Severity.CRITICAL, HOST, PLC);
        assertThat(plan.judge(List.of(approved)).getFirst().severity()).isEqualTo(Severity.INFO);
        assertThat(plan.judge(List.of(approved)).getFirst().expected()).contains("CHG-7", "ann");
        assertThat(plan.judge(List.of(elsewhere)).stream().map(Finding::detector))
                .containsExactly("PR-02", "XC-03");
        assertThat(plan.judge(List.of(later)).stream().map(Finding::detector)).containsExactly("PR-02", "XC-03");
        assertThat(new ChangePlan(List.of()).judge(List.of(later))).containsExactly(later);
    }
}
