// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Address;
import weir.model.Alert;
import weir.model.HostEvent;
import weir.model.Login;
import weir.model.Severity;
import weir.model.Subject;

class WazuhTest {

    private static String line(int level, String groups, String data) {
        return """
                {"timestamp":"2022-01-21T00:02:32.000+0000","rule":{"level":%d,"description":"sshd: failed","id":"5716",\
                "firedtimes":1,"mail":false,"groups":[%s]},"agent":{"id":"001","name":"mail","ip":"172.19.130.4"},\
                "manager":{"name":"wazuh"},"id":"1.1","full_log":"x","decoder":{"name":"sshd"},"data":{%s}}"""
                .formatted(level, groups, data);
    }

    @Test
    void a_failed_login_is_an_alert_and_a_login() {
        Heard heard = Heard.of(
                new Wazuh(),
                line(
                        5,
                        "\"syslog\",\"sshd\",\"authentication_failed\"",
                        "\"srcip\":\"10.0.0.7\",\"srcport\":\"40000\",\"dstuser\":\"root\""));
        assertThat(heard.observations)
                .containsExactly(
                        new Alert("wazuh", "5716", "sshd: failed", Severity.LOW, "mail"),
                        new Login(
                                "wazuh", new Subject(Address.parse("172.19.130.4"), ""), "root", "", Ecs.REFUSED));
        assertThat(heard.ends).first().asString().startsWith("10.0.0.7:40000 > 172.19.130.4:0 ");
    }

    @Test
    void a_windows_event_inside_is_told_as_that_too() {
        Heard heard = Heard.of(
                new Wazuh(),
                line(
                        12,
                        "\"windows\"",
                        """
                        "win":{"system":{"eventID":"7045","channel":"System","computer":"EWS-01",\
                        "systemTime":"2022-01-21T00:02:31.5Z"},"eventdata":{"serviceName":"evil","accountName":"eve"}}"""));
        assertThat(heard.observations)
                .containsExactly(
                        new Alert("wazuh", "5716", "sshd: failed", Severity.HIGH, "mail"),
                        new HostEvent("windows", HostEvent.Kind.SERVICE_INSTALLED, "EWS-01", "eve", "evil"));
    }

    @Test
    void its_levels_become_grades() {
        assertThat(Heard.of(new Wazuh(), line(15, "", ""), line(7, "", ""), line(0, "", "")).observations)
                .extracting(o -> ((Alert) o).severity())
                .containsExactly(Severity.CRITICAL, Severity.MEDIUM, Severity.INFO);
    }

    @Test
    void what_cannot_be_read_is_counted_by_name() {
        Heard heard = Heard.of(
                new Wazuh(),
                "{\"rule\":",
                "{\"rule\":{}}",
                "{\"timestamp\":\"2022-13-41T00:00:00Z\"}",
                "{\"timestamp\":\"2022-01-21T00:00:00Z\",\"rule\":[]}");
        assertThat(heard.observations).isEmpty();
        assertThat(heard.telling.dropped).containsOnlyKeys("no_json", "no_time", "no_rule");
    }
}
