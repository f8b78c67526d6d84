// SPDX-License-Identifier: Apache-2.0
package weir.analysis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Incident;
import weir.model.Severity;
import weir.model.Subject;

class CasebookTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Address ATTACKER = Address.parse("10.0.0.9");
    private static final Address PIVOT = Address.parse("10.0.0.5");
    private static final Address DEVICE = Address.parse("10.0.0.2");

    private static Finding finding(
            String id, long seconds, Severity severity, Address from, Address to, String technique) {
        return new Finding(
                "F-" + id,
                "PR-01",
                "title " + id,
                severity,
                0.5,
                from,
                new Subject(to, ""),
                "",
                seconds * SECOND,
                seconds * SECOND,
                seconds,
                seconds,
                1,
                "expected",
                "seen",
                "benign",
                List.of(technique));
    }

    private static List<Incident> incidents(List<Finding> findings) {
        return new Casebook(Map.of(), Map.of()).incidents(findings);
    }

    @Test
    void the_target_of_one_is_the_source_of_the_next_so_they_are_one_incident() {
        List<Incident> all = incidents(List.of(
                finding("1", 0, Severity.HIGH, ATTACKER, PIVOT, "T0886"),
                finding("2", 60, Severity.CRITICAL, PIVOT, DEVICE, "T0858")));
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().assets()).containsExactly(ATTACKER, PIVOT, DEVICE);
        assertThat(all.getFirst().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(all.getFirst().story()).contains("title 1", "title 2");
    }

    @Test
    void what_shares_no_device_or_comes_hours_later_is_another_incident() {
        assertThat(incidents(List.of(
                        finding("1", 0, Severity.HIGH, ATTACKER, DEVICE, "T0858"),
                        finding("2", 5, Severity.HIGH, Address.parse("10.1.0.1"), Address.parse("10.1.0.2"), "T0858"),
                        finding("3", 7200, Severity.HIGH, ATTACKER, DEVICE, "T0858"))))
                .hasSize(3);
    }

    @Test
    void a_lesser_finding_opens_no_incident_and_does_not_stretch_one() {
        assertThat(incidents(List.of(finding("1", 0, Severity.LOW, ATTACKER, DEVICE, "T0801"))))
                .isEmpty();
        List<Incident> all = incidents(List.of(
                finding("1", 0, Severity.LOW, ATTACKER, DEVICE, "T0801"),
                finding("2", 60, Severity.HIGH, ATTACKER, DEVICE, "T0858")));
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().findings()).hasSize(2);
        assertThat(all.getFirst().start()).isEqualTo(60 * SECOND);
    }

    @Test
    void a_hardware_address_and_its_network_address_are_one_device() {
        Address mac = Address.parse("00:11:22:33:44:55");
        List<Finding> findings = List.of(
                finding("1", 0, Severity.HIGH, mac, Address.NONE, "T0830"),
                finding("2", 5, Severity.HIGH, ATTACKER, DEVICE, "T0858"));
        assertThat(incidents(findings)).hasSize(2);
        assertThat(new Casebook(Map.of(mac, Set.of(ATTACKER), ATTACKER, Set.of(mac)), Map.of()).incidents(findings))
                .hasSize(1);
    }

    @Test
    void what_begins_at_one_moment_in_the_cell_of_one_station_is_one_incident_and_what_begins_later_is_not() {
        Address station = Address.parse("10.0.0.1");
        Address other = Address.parse("10.0.0.3");
        Map<Address, Set<Address>> masters = Map.of(DEVICE, Set.of(station), other, Set.of(station));
        Finding first = finding("1", 0, Severity.MEDIUM, station, Address.parse("10.0.0.4"), "T0886");
        Finding soon = finding("2", 5, Severity.HIGH, DEVICE, other, "T0867");
        Finding late = finding("2", 300, Severity.HIGH, DEVICE, other, "T0867");
        Casebook cell = new Casebook(Map.of(), masters);
        assertThat(cell.incidents(List.of(first, soon))).hasSize(1);
        assertThat(cell.incidents(List.of(first, late))).hasSize(2);
        assertThat(incidents(List.of(first, soon))).hasSize(2);
        Finding outside = finding("3", 5, Severity.HIGH, ATTACKER, PIVOT, "T0867");
        assertThat(cell.incidents(List.of(first, outside))).hasSize(2);
    }

    @Test
    void the_order_in_which_findings_are_given_changes_nothing() {
        Random random = new Random(7);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Address from = Address.ipv4(0x0a00_0000L + random.nextInt(20));
            Address to = Address.ipv4(0x0a00_0000L + random.nextInt(20));
            Severity severity = Severity.values()[random.nextInt(5)];
            findings.add(finding("" + i, random.nextInt(20_000), severity, from, to, "T0846"));
        }
        List<Incident> expected = incidents(findings);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(findings, random);
            assertThat(incidents(findings)).isEqualTo(expected);
        }
    }

    @Test
    void findings_of_one_moment_are_told_the_same_whatever_their_packets_are_numbered() {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            found.add(finding("" + i, 0, Severity.HIGH, ATTACKER, Address.ipv4(0x0a00_0010L + i), "T084" + i));
        }
        Incident first = incidents(found).getFirst();
        found.replaceAll(f -> numbered(f, "F-" + (9 - f.id().charAt(2))));
        Incident second = incidents(found).getFirst();
        assertThat(second.title()).isEqualTo(first.title());
        assertThat(second.story()).isEqualTo(first.story());
        assertThat(second.techniques()).isEqualTo(first.techniques());
    }

    private static Finding numbered(Finding f, String id) {
        return new Finding(
                id,
                f.detector(),
                f.title(),
                f.severity(),
                f.confidence(),
                f.source(),
                f.target(),
                f.about(),
                f.start(),
                f.end(),
                f.firstPacket(),
                f.lastPacket(),
                f.count(),
                f.expected(),
                f.seen(),
                f.benignIf(),
                f.techniques());
    }
}
