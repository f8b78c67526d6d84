// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Attribute;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.Identity;
import weir.model.Severity;
import weir.model.Subject;
import weir.model.Transfer;
import weir.model.Transport;
import weir.model.Violation;

class EveTest {

    private static final String HEAD =
            """
            {"timestamp":"2022-01-21T00:02:32.123456+0000","flow_id":1,"in_iface":"eth0","src_ip":"10.0.0.5",\
            "src_port":49152,"dest_ip":"10.0.0.9","dest_port":502,"proto":"TCP",""";
    private static final String ENDS = "10.0.0.5:49152 > 10.0.0.9:502 TCP asks 1642723352123456000 0";

    @Test
    void an_alert_is_told_with_its_rule_and_its_ends() {
        Heard heard = Heard.of(
                new Eve(),
                HEAD
                        + """
                        "event_type":"alert","alert":{"action":"allowed","gid":1,"signature_id":2250001,"rev":2,\
                        "signature":"SURICATA Modbus invalid Protocol version","category":"x","severity":2}}""");
        assertThat(heard.observations)
                .containsExactly(new Alert(
                        "suricata", "2250001", "SURICATA Modbus invalid Protocol version", Severity.MEDIUM, ""));
        assertThat(heard.ends).containsExactly(ENDS);
    }

    @Test
    void an_alert_on_an_answer_comes_from_the_server() {
        Heard heard = Heard.of(
                new Eve(),
                HEAD + "\"event_type\":\"alert\",\"direction\":\"to_client\",\"alert\":{\"signature_id\":7}}");
        assertThat(heard.ends).singleElement().asString().contains(" answers ");
    }

    @Test
    void a_flow_is_a_closed_contact() {
        Heard heard = Heard.of(
                new Eve(),
                HEAD
                        + """
                        "event_type":"flow","app_proto":"modbus","flow":{"pkts_toserver":6,"pkts_toclient":4,\
                        "bytes_toserver":520,"bytes_toclient":380,"start":"2022-01-21T00:02:30.000000+0000",\
                        "end":"2022-01-21T02:02:31.000000+0200","age":1,"state":"closed","reason":"timeout"}}""");
        assertThat(heard.observations)
                .containsExactly(new Contact(
                        Contact.State.CLOSED,
                        Transport.TCP,
                        "modbus",
                        Grade.WHOLE,
                        6,
                        520,
                        4,
                        380,
                        1642723350_000000000L,
                        1642723351_000000000L,
                        0,
                        0));
    }

    @Test
    void a_file_from_the_lower_port_leaves_its_server() {
        Heard heard = Heard.of(
                new Eve(),
                """
                {"timestamp":"2022-01-21T00:02:32.123456Z","src_ip":"10.0.0.9","src_port":80,"dest_ip":"10.0.0.5",\
                "dest_port":49152,"proto":"TCP","event_type":"fileinfo","fileinfo":{"filename":"/fw.bin",\
                "state":"CLOSED","gaps":false,"sha256":"ab","size":4711}}""");
        Subject server = new Subject(Address.parse("10.0.0.9"), "");
        assertThat(heard.observations)
                .containsExactly(new Transfer(
                        "suricata",
                        server,
                        "file",
                        "/fw.bin",
                        Transfer.Way.OUT_OF_DEVICE,
                        Transfer.State.COMPLETE,
                        "ab"));
        assertThat(heard.ends).containsExactly("10.0.0.9:80 > 10.0.0.5:49152 TCP answers 1642723352123456000 4711");
    }

    @Test
    void an_anomaly_is_a_violation() {
        Heard heard = Heard.of(
                new Eve(), HEAD + "\"event_type\":\"anomaly\",\"anomaly\":{\"event\":\"decoder.ipv4.TRUNC-pkt\"}}");
        assertThat(heard.observations).containsExactly(new Violation("suricata", "decoder_ipv4_trunc_pkt"));
    }

    @Test
    void banners_name_the_software_of_both_sides() {
        Heard heard = Heard.of(
                new Eve(),
                HEAD
                        + """
                        "event_type":"ssh","ssh":{"client":{"software_version":"PuTTY_0.76"},\
                        "server":{"software_version":"OpenSSH_8.2p1"}}}""");
        assertThat(heard.observations)
                .containsExactly(banner("10.0.0.9", "OpenSSH_8.2p1"), banner("10.0.0.5", "PuTTY_0.76"));
    }

    private static Identity banner(String owner, String software) {
        return new Identity(
                "suricata", new Subject(Address.parse(owner), ""), Attribute.SOFTWARE, software, "ssh banner", 4);
    }

    @Test
    void what_cannot_be_read_is_counted_by_name() {
        Heard heard = Heard.of(
                new Eve(),
                "{\"timestamp\":\"2022",
                "{}{}",
                "{\"event_type\":\"alert\"}",
                HEAD + "\"event_type\":\"alert\"}",
                HEAD + "\"event_type\":\"dns\"}",
                HEAD + "\"event_type\":\"flow\",\"flow\":7}",
                "{\"a\":".repeat(100) + "1" + "}".repeat(100));
        assertThat(heard.observations).isEmpty();
        assertThat(heard.telling.dropped)
                .containsEntry("no_json", 3L)
                .containsEntry("no_time", 1L)
                .containsEntry("no_rule", 1L)
                .containsEntry("no_start", 1L)
                .containsEntry("other_event_type", 1L);
    }
}
