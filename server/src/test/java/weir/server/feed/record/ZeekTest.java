// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Attribute;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.HostEvent;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Outcome;
import weir.model.Severity;
import weir.model.Subject;
import weir.model.Transfer;
import weir.model.Transport;
import weir.model.Violation;

class ZeekTest {

    private static final String ENDS = """
            "ts":1591367999.305988,"uid":"CMdzit1AMNsmfAIiQc","id.orig_h":"192.168.4.76","id.orig_p":36844,\
            "id.resp_h":"192.168.4.1","id.resp_p":445""";
    private static final Subject CLIENT = new Subject(Address.parse("192.168.4.76"), "");
    private static final Subject SERVER = new Subject(Address.parse("192.168.4.1"), "");

    private static Heard json(String path, String rest) {
        return Heard.of(new Zeek(), "{\"_path\":\"" + path + "\"," + ENDS + "," + rest + "}");
    }

    @Test
    void a_connection_is_the_same_as_table_and_as_json() {
        Heard table = Heard.of(
                new Zeek(),
                "#separator \\x09",
                "#set_separator\t,",
                "#path\tconn",
                "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes"
                        + "\tresp_bytes\tconn_state\tmissed_bytes\torig_pkts\tresp_pkts",
                "#types\ttime\tstring",
                "1591367999.305988\tCMdzit\t192.168.4.76\t36844\t192.168.4.1\t53\tudp\tdns\t0.066852\t62\t141\tSF\t0\t2\t-",
                "#close\t2020-06-05-16-00-00");
        Contact contact = new Contact(
                Contact.State.CLOSED,
                Transport.UDP,
                "dns",
                Grade.WHOLE,
                2,
                62,
                0,
                141,
                1591367999305988000L,
                1591367999372840000L,
                0,
                0);
        assertThat(table.observations).containsExactly(contact);
        assertThat(table.ends).containsExactly("192.168.4.76:36844 > 192.168.4.1:53 UDP asks 1591367999305988000 0");
        Heard json = Heard.of(new Zeek(), """
                {"ts":1591367999.305988,"uid":"CMdzit","id.orig_h":"192.168.4.76","id.orig_p":36844,\
                "id.resp_h":"192.168.4.1","id.resp_p":53,"proto":"udp","service":"dns","duration":0.066852,\
                "orig_bytes":62,"resp_bytes":141,"conn_state":"SF","missed_bytes":0,"orig_pkts":2}""");
        assertThat(json.observations).containsExactly(contact);
    }

    @Test
    void a_notice_is_an_alert() {
        Heard heard = Heard.of(new Zeek(), """
                {"ts":"2020-06-05T14:39:59.305988Z","note":"Scan::Port_Scan","msg":"scanned 15 ports","sub":"remote",\
                "src":"10.1.1.1","dst":"10.1.1.2","p":80,"proto":"tcp"}""");
        assertThat(heard.observations)
                .containsExactly(new Alert("zeek", "Scan::Port_Scan", "scanned 15 ports remote", Severity.MEDIUM, ""));
        assertThat(heard.ends).containsExactly("10.1.1.1:0 > 10.1.1.2:80 TCP asks 1591367999305988000 0");
    }

    @Test
    void a_login_by_ssh_tells_how_it_ended_and_who_spoke() {
        Heard heard = json("ssh", "\"auth_success\":false,\"auth_attempts\":3,\"server\":\"SSH-2.0-OpenSSH_8.2\"");
        assertThat(heard.observations)
                .containsExactly(
                        new Identity("zeek", SERVER, Attribute.SOFTWARE, "SSH-2.0-OpenSSH_8.2", "server", 4),
                        new Login("zeek", SERVER, "", "", new Outcome(Outcome.Kind.REFUSED, 0, "")));
    }

    @Test
    void a_remote_desktop_names_its_client_and_its_user() {
        Heard heard = json("rdp", "\"cookie\":\"operator\",\"result\":\"encrypted\",\"client_name\":\"EWS-01\"");
        assertThat(heard.observations)
                .containsExactly(
                        new Identity("zeek", CLIENT, Attribute.NAME, "EWS-01", "client_name", 4),
                        new Login("zeek", SERVER, "operator", "", Outcome.OPEN));
    }

    @Test
    void files_written_move_into_the_server_and_files_deleted_change() {
        String file = "\"path\":\"\\\\\\\\hist\\\\C$\",\"name\":\"run.exe\",\"size\":12,";
        Heard written = json("smb_files", file + "\"action\":\"SMB::FILE_WRITE\"");
        assertThat(written.observations)
                .containsExactly(new Transfer(
                        "zeek",
                        SERVER,
                        "file",
                        "\\\\hist\\C$\\run.exe",
                        Transfer.Way.INTO_DEVICE,
                        Transfer.State.MOVING,
                        ""));
        assertThat(written.ends).singleElement().asString().endsWith(" 12");
        Heard deleted = json("smb_files", file + "\"action\":\"SMB::FILE_DELETE\"");
        assertThat(deleted.observations)
                .containsExactly(
                        new HostEvent("zeek", HostEvent.Kind.FILE_CHANGED, "192.168.4.1", "", "\\\\hist\\C$\\run.exe"));
    }

    @Test
    void something_weird_is_a_violation() {
        assertThat(json("weird", "\"name\":\"TCP_ack_underflow_or_misorder\",\"notice\":false").observations)
                .containsExactly(new Violation("zeek", "tcp_ack_underflow_or_misorder"));
    }

    @Test
    void what_cannot_be_read_is_counted_by_name() {
        Heard heard = Heard.of(
                new Zeek(),
                "1591367999.305988\tC",
                "#fields\tts\tuid",
                "1591367999.305988",
                "now\tC",
                "1591367999.305988\tC",
                "#fields" + "\tx".repeat(300),
                "{");
        assertThat(heard.observations).isEmpty();
        assertThat(heard.dropped)
                .containsOnlyKeys(
                        "head", "no_header", "other_columns", "no_time", "other_log", "too_many_columns", "no_json");
    }
}
