// SPDX-License-Identifier: Apache-2.0
package weir.analysis.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Finding;
import weir.model.Incident;
import weir.model.Severity;
import weir.model.Sighting;
import weir.model.Transport;

/** What the triage makes of alerts told by hand: hours since the beginning, host, rule. */
class TriageTest {

    private static final Address ATTACKER = Address.parse("10.9.9.9");

    private final Triage triage = new Triage(TriagePolicy.standard());
    private final Sighting at = new Sighting();
    private long packet;

    private void alert(double hour, String host, String rule, Severity severity, Address from, Address to) {
        at.packet(++packet, Math.round(hour * 3600e9)).between(Transport.TCP, from, 1, to, 2);
        triage.observe(at, new Alert("test", rule, rule, severity, host));
    }

    private void alert(double hour, String host, String rule) {
        alert(hour, host, rule, Severity.MEDIUM, Address.NONE, Address.parse("10.0.0." + host.length()));
    }

    /** Every three hours each of three hosts has its own noise, which differs a little from time to time. */
    private void usualDays(double from, double to) {
        for (double hour = from; hour < to; hour += 3) {
            int round = (int) (hour / 3);
            for (String host : List.of("a", "bb", "ccc")) {
                for (int i = 0; i <= round % 3; i++) {
                    alert(hour + i * 0.01, host, "noise of " + host);
                }
                if (round % 4 == host.length()) {
                    alert(hour + 0.1, host, "rarer noise");
                }
            }
        }
    }

    private void attack(double hour, String host) {
        for (String rule : List.of("port scan", "web attack", "shell started", "sudo to root", "new user")) {
            alert(hour, host, rule);
            hour += 0.01;
        }
    }

    @Test
    void what_is_usual_opens_nothing() {
        usualDays(0, 24 * 10);

        assertThat(triage.learning()).isFalse();
        assertThat(triage.incidents()).isEmpty();
    }

    @Test
    void rules_that_are_new_at_a_host_open_an_incident_that_says_so() {
        usualDays(0, 24 * 4);
        attack(24 * 4 + 1, "bb");

        List<Incident> incidents = triage.incidents();
        assertThat(incidents).hasSize(1);
        Incident incident = incidents.getFirst();
        assertThat(incident.title()).startsWith("Unusual alerts at bb");
        assertThat(incident.story())
                .contains("\"web attack\" once: new for this host, seen nowhere before.")
                .doesNotContain("noise of ccc");
        assertThat(incident.phase()).isEqualTo("Persistence");
        assertThat(incident.confidence()).isBetween(0.5, 1.0);
        Finding finding = incident.findings().getFirst();
        assertThat(finding.detector()).isEqualTo("XC-10");
        assertThat(finding.about()).contains("port scan").contains("sudo to root");
        assertThat(finding.techniques()).contains("T0846", "T0819");
        assertThat(finding.expected()).isNotEmpty();
        assertThat(finding.benignIf()).isNotEmpty();
        assertThat(finding.target().address()).isEqualTo(Address.parse("10.0.0.2"));
    }

    @Test
    void a_usual_rule_that_fires_a_thousand_times_is_unusual() {
        usualDays(0, 24 * 4);
        for (int i = 0; i < 4000; i++) {
            alert(24 * 4 + i * 0.0001, "a", "noise of a");
        }

        assertThat(triage.incidents()).hasSize(1);
        assertThat(triage.incidents().getFirst().story()).contains("more than usual for this host");
    }

    @Test
    void hosts_that_are_unusual_at_the_same_time_are_one_incident() {
        usualDays(0, 24 * 4);
        attack(24 * 4 + 1, "bb");
        attack(24 * 4 + 1.2, "ccc");
        attack(24 * 4 + 1.3, "dddd");

        assertThat(triage.incidents()).hasSize(1);
        assertThat(triage.incidents().getFirst().findings())
                .extracting(f -> f.target().address().toString())
                .containsExactlyInAnyOrder("10.0.0.2", "10.0.0.3", "10.0.0.4");
    }

    @Test
    void an_attacker_named_hours_before_leads_to_the_same_incident() {
        usualDays(0, 24 * 4);
        for (String rule : List.of("exploit one", "exploit two", "exploit three", "exploit four")) {
            alert(24 * 4 + 1, "bb", rule, Severity.HIGH, ATTACKER, Address.parse("10.0.0.2"));
        }
        for (String rule : List.of("login odd", "copy odd", "delete odd", "start odd", "stop odd")) {
            alert(24 * 4 + 9, "ccc", rule, Severity.HIGH, Address.parse("10.0.0.2"), Address.parse("10.0.0.3"));
        }

        assertThat(triage.incidents()).hasSize(1);
        assertThat(triage.incidents().getFirst().assets()).contains(ATTACKER, Address.parse("10.0.0.3"));
    }

    /** Four days on which a service is stopped every so many hours, then an attack, then another such stop. */
    private List<String> hostsAfterStop(int every, String text, boolean attacked) {
        for (int hour = 0; hour < 24 * 4; hour += 3) {
            usualDays(hour, hour + 3);
            if (hour % every == 0) {
                alert(hour + 0.2, "ccc", text);
            }
        }
        if (attacked) {
            attack(24 * 4 + 2, "bb");
        }
        alert(24 * 4 + 2.5, "ccc", text);
        return triage.incidents().stream()
                .flatMap(i -> i.findings().stream())
                .map(f -> f.target().address().toString())
                .toList();
    }

    @Test
    void a_stopped_service_goes_with_the_incident_that_is_going_on() {
        assertThat(hostsAfterStop(12, "new service_stop", true)).containsExactly("10.0.0.2", "10.0.0.3");
    }

    @Test
    void other_alerts_as_rare_do_not() {
        assertThat(hostsAfterStop(12, "new something", true)).containsExactly("10.0.0.2");
    }

    @Test
    void a_stopped_service_without_an_incident_opens_none() {
        assertThat(hostsAfterStop(12, "new service_stop", false)).isEmpty();
    }

    @Test
    void services_that_stop_every_few_hours_are_no_step_of_an_attack() {
        assertThat(hostsAfterStop(3, "new service_stop", true)).containsExactly("10.0.0.2");
    }

    @Test
    void never_more_than_the_budget_is_opened_in_a_day() {
        Triage small = new Triage(TriagePolicy.standard().withIncidentsADay(2));
        Sighting when = new Sighting();
        for (int hour = 0; hour < 24 * 6; hour++) {
            for (int host = 0; hour % 2 == 0 && host < 8; host++) {
                tell(small, when, hour, "host " + host, "noise");
            }
            // from day four, every second hour another host does a lot that nobody has seen before
            for (int i = 0; hour >= 72 && hour % 2 == 1 && i < 9; i++) {
                tell(small, when, hour, "new host " + hour, "new " + hour + " " + i);
            }
        }

        assertThat(small.incidents()).hasSizeBetween(2, 6);
    }

    private static void tell(Triage triage, Sighting when, int hour, String host, String rule) {
        when.packet(hour, hour * 3_600_000_000_000L).between(Transport.TCP, Address.NONE, 0, Address.NONE, 0);
        triage.observe(when, new Alert("test", rule, rule, Severity.MEDIUM, host));
    }

    @Test
    void what_is_far_out_on_the_first_day_is_told_when_learning_ends() {
        usualDays(0, 12);
        attack(13, "bb");
        attack(13.5, "bb");
        usualDays(18, 24);
        assertThat(triage.incidents()).isEmpty();
        usualDays(24, 48);

        assertThat(triage.incidents()).hasSize(1);
        assertThat(triage.incidents().getFirst().title()).isEqualTo("Outliers while learning at bb");
    }

    @Test
    void the_same_alerts_give_the_same_incidents() {
        usualDays(0, 24 * 4);
        attack(24 * 4 + 1, "bb");
        TriageTest again = new TriageTest();
        again.usualDays(0, 24 * 4);
        again.attack(24 * 4 + 1, "bb");

        assertThat(triage.incidents()).isEqualTo(again.triage.incidents()).isNotEmpty();
    }

    @Test
    void the_standard_policy_is_this() {
        assertThat(TriagePolicy.standard())
                .isEqualTo(new TriagePolicy(
                        10, Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(30)));
    }

    @Test
    void a_custom_is_forgotten_by_half_in_its_half_life() {
        Custom custom = new Custom();
        custom.add(2, 0, 100);
        assertThat(custom.episodes(100, 100)).isEqualTo(0.5, within(1e-9));
        custom.add(4, 100, 100);
        assertThat(custom.episodes(100, 100)).isEqualTo(1.5, within(1e-9));
        assertThat(custom.mean()).isEqualTo((0.5 * 2 + 4) / 1.5, within(1e-9));
        custom.take(2, 0, 100);
        assertThat(custom.mean()).isEqualTo(4, within(1e-9));
    }

    @Test
    void fences_are_those_of_tukey() {
        Fences fences = new Fences();
        for (int i = 0; i < 16; i++) {
            assertThat(fences.outer()).isEqualTo(Double.MAX_VALUE);
            fences.add(i, i);
        }
        // of 0 to 15 the quarters are at 4 and 12
        assertThat(fences.inner()).isEqualTo(12 + 1.5 * 8);
        assertThat(fences.outer()).isEqualTo(12 + 3 * 8);
        assertThat(fences.exceeded(3, 15, 100)).isEqualTo(12);
    }
}
