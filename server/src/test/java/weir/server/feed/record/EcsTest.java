// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Contact;
import weir.model.HostEvent;
import weir.model.HostEvent.Kind;
import weir.model.Login;
import weir.model.Observation;
import weir.model.Outcome;
import weir.model.Ruling;
import weir.model.Severity;
import weir.model.Subject;

class EcsTest {

    private static final String HEAD = """
            {"@timestamp":"2022-01-21T00:02:32.000Z","ecs":{"version":"8.11.0"},\
            "host":{"name":"hist","ip":["10.0.0.9","fe80::1"]},"user.name":"bob",""";

    private static Observation one(String rest) {
        Heard heard = Heard.of(new Ecs(), HEAD + rest + "}");
        assertThat(heard.observations).hasSize(1);
        return heard.observations.getFirst();
    }

    private static String event(String category, String type) {
        return "\"event\":{\"kind\":\"event\",\"category\":[\"%s\"],\"type\":[\"%s\"],\"outcome\":\"success\"}"
                .formatted(category, type);
    }

    @Test
    void a_login_is_to_the_host_that_logs_it() {
        assertThat(one(event("authentication", "start") + ",\"source\":{\"ip\":\"10.0.0.5\"}"))
                .isEqualTo(new Login("ecs", new Subject(Address.parse("10.0.0.9"), ""), "bob", "", Outcome.DONE));
    }

    @Test
    void an_alert_keeps_its_rule_and_grades_by_its_risk() {
        assertThat(one("\"event\":{\"kind\":\"alert\",\"risk_score\":73.0},\"rule.id\":\"r1\",\"message\":\"bad\""))
                .isEqualTo(new Alert("ecs", "r1", "bad", Severity.HIGH, "hist"));
    }

    @Test
    void a_firewall_that_denies_rules() {
        assertThat(
                        one(
                                "\"event\":{\"category\":\"network\",\"type\":[\"connection\",\"denied\"]},\"rule\":{\"id\":\"7\"}"))
                .isEqualTo(new Ruling("ecs", false, "7"));
    }

    @Test
    void a_connection_is_a_contact() {
        assertThat(one(event("network", "connection") + ",\"network\":{\"transport\":\"tcp\",\"protocol\":\"modbus\"}"))
                .isInstanceOf(Contact.class);
    }

    @Test
    void what_happened_inside_a_host_is_told() {
        assertThat(one(event("process", "start") + ",\"process\":{\"command_line\":\"whoami /all\"}"))
                .isEqualTo(new HostEvent("ecs", Kind.PROCESS_STARTED, "hist", "bob", "whoami /all"));
        assertThat(one(event("file", "change") + ",\"file.path\":\"C:/x\""))
                .isEqualTo(new HostEvent("ecs", Kind.FILE_CHANGED, "hist", "bob", "C:/x"));
        assertThat(one(event("iam", "group") + ",\"group\":{\"name\":\"wheel\"}"))
                .isEqualTo(new HostEvent("ecs", Kind.GROUP_CHANGED, "hist", "bob", "wheel"));
        assertThat(one(event("configuration", "change") + ",\"message\":\"setpoint\""))
                .isEqualTo(new HostEvent("ecs", Kind.CONFIGURATION_CHANGED, "hist", "bob", "setpoint"));
    }

    @Test
    void a_shipped_windows_event_means_what_it_means_in_its_own_log() {
        assertThat(one("""
                        "winlog":{"event_id":4698,"channel":"Security","computer_name":"EWS-01",\
                        "event_data":{"SubjectUserName":"eve","TaskName":"\\\\upd"}}"""))
                .usingRecursiveComparison()
                .ignoringFields("fields")
                .isEqualTo(new HostEvent("windows", Kind.TASK_CREATED, "EWS-01", "eve", "\\upd"));
    }

    @Test
    void what_cannot_be_read_is_counted_by_name() {
        Heard heard = Heard.of(
                new Ecs(), "{", "{\"@timestamp\":7}", HEAD + "\"event\":9}", HEAD + "\"event\":{\"kind\":\"alert\"}}");
        assertThat(heard.observations).isEmpty();
        assertThat(heard.dropped).containsOnlyKeys("no_json", "no_time", "other_event", "no_rule");
    }
}
