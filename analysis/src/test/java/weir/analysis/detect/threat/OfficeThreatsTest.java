// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.analysis.detect.Settings;
import weir.analysis.detect.Staged;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.HostEvent;
import weir.model.Ruling;
import weir.model.Severity;
import weir.model.Subject;
import weir.model.Target;
import weir.model.Transfer;
import weir.model.Verb;

class OfficeThreatsTest {

    private static final String MASTER = "10.0.0.1";
    private static final String DEVICE = "10.0.0.2";
    private static final String PUBLIC = "203.0.113.5";
    private static final long START = 1_700_000_000_000_000_000L;
    private static final long DAY = 86_400_000_000_000L;

    private static Staged device(Staged plant) {
        plant.between(MASTER, DEVICE, 502).opened();
        plant.asks("modbus", Verb.READ, "read_coils", "coil", 0).answers("modbus", Verb.READ, "read_coils", "coil", 0);
        return plant.speaks("modbus").closed("modbus", 9, 99, 9, 99);
    }

    private static List<String> event(HostEvent.Kind kind, String object) {
        return new Staged(new HostLogs())
                .between(MASTER, DEVICE, 0)
                .tell(true, new HostEvent("windows", kind, "hmi-1", "maria", object))
                .detections();
    }

    @Test
    void media_cleared_logs_and_new_accounts_are_told() {
        assertThat(event(HostEvent.Kind.MEDIA_ATTACHED, "USB disk")).containsExactly("IT-14");
        assertThat(event(HostEvent.Kind.LOG_CLEARED, "Security")).containsExactly("IT-15");
        assertThat(event(HostEvent.Kind.SERVICE_STOPPED, "WinDefend")).containsExactly("IT-15");
        assertThat(event(HostEvent.Kind.SERVICE_STOPPED, "Spooler")).isEmpty();
        assertThat(event(HostEvent.Kind.ACCOUNT_CREATED, "eve")).containsExactly("IT-16");
        assertThat(event(HostEvent.Kind.FILE_CHANGED, "C:\\report.doc")).isEmpty();
    }

    @Test
    void programs_of_attackers_are_told_and_those_of_users_are_not() {
        assertThat(event(HostEvent.Kind.PROCESS_STARTED, "vssadmin.exe delete shadows /all"))
                .containsExactly("IT-17");
        assertThat(event(HostEvent.Kind.PROCESS_STARTED, "powershell -nop -enc SQBFAFgAIAAoAE4AZQB3"))
                .containsExactly("IT-17");
        assertThat(event(HostEvent.Kind.PROCESS_STARTED, "C:\\Program Files\\Office\\excel.exe plan.xlsx"))
                .isEmpty();
    }

    @Test
    void a_device_that_talks_to_the_internet_is_told_and_an_office_host_is_not() {
        Staged plant = device(new Staged(new Exposure()));
        plant.between("10.0.0.77", PUBLIC, 443).speaks("tls");
        assertThat(plant.detections()).isEmpty();
        plant.between(DEVICE, PUBLIC, 443).speaks("tls");
        plant.between(PUBLIC, DEVICE, 502).speaks("modbus");
        assertThat(plant.findings()).hasSize(2).allMatch(f -> f.detector().equals("IT-10"));
    }

    @Test
    void remote_access_from_outside_is_told_unless_the_host_is_meant_for_it() {
        Settings settings = new Settings(List.of(), List.of("10.9.0.1"), 1_000_000, 90);
        Staged plant = device(new Staged(new RemoteAccess(settings)));
        plant.between("10.9.0.1", DEVICE, 3389).speaks("rdp");
        plant.between(PUBLIC, "10.0.0.50", 3389).speaks("rdp");
        assertThat(plant.detections()).isEmpty();
        plant.between(PUBLIC, DEVICE, 3389).speaks("rdp");
        assertThat(plant.detections()).containsExactly("IT-06");
    }

    private static Staged known(long since) {
        Settings settings = new Settings(
                List.of(
                        new Settings.Indicator(Settings.Kind.ADDRESS, PUBLIC, since, "a list"),
                        new Settings.Indicator(Settings.Kind.DOMAIN, "evil.example", since, "a list"),
                        new Settings.Indicator(Settings.Kind.SHA256, "ab".repeat(32), since, "a list")),
                List.of(),
                1_000_000,
                90);
        return new Staged(new Indicators(settings)).between(MASTER, DEVICE, 53);
    }

    @Test
    void an_address_a_domain_and_a_file_of_an_attacker_are_told() {
        Staged plant = known(START);
        plant.asks("dns", Verb.READ, "query", new Target("", "A", -1, 0, "not-evil.example"), "");
        assertThat(plant.detections()).isEmpty();
        plant.asks("dns", Verb.READ, "query", new Target("", "A", -1, 0, "c2.evil.example"), "");
        assertThat(plant.findings()).hasSize(1);
        plant.between(MASTER, PUBLIC, 443).opened();
        assertThat(plant.findings()).hasSize(2);
        plant.tell(true, file("tool.exe", "ab".repeat(32)));
        assertThat(plant.detections()).contains("IT-09", "IT-12");
    }

    @Test
    void a_network_an_url_and_an_old_fingerprint_of_an_attacker_are_told() {
        Settings settings = Settings.DEFAULT.with(List.of(
                new Settings.Indicator(Settings.Kind.NETWORK, "203.0.113.0/24", START, "a list"),
                new Settings.Indicator(Settings.Kind.URL, "evil.example/Gate.php", START, "a list"),
                new Settings.Indicator(Settings.Kind.JA3, "0123456789abcdef0123456789abcdef", START, "a list")));
        Staged plant = new Staged(new Indicators(settings))
                .between(MASTER, "203.0.114.9", 80)
                .opened();
        plant.asks("http", Verb.READ, "get", new Target("", "", -1, 0, "/gate.php"), "evil.example");
        plant.says("tls", MASTER, Attribute.FINGERPRINT, "0123456789abcdef0123456789abcdee");
        assertThat(plant.detections()).isEmpty();
        plant.between(MASTER, "203.0.113.9", 80).opened();
        assertThat(plant.findings()).hasSize(1);
        plant.asks("http", Verb.READ, "get", new Target("", "", -1, 0, "/Gate.php"), "Evil.example:80");
        assertThat(plant.findings()).hasSize(2);
        plant.says("tls", MASTER, Attribute.FINGERPRINT, "0123456789abcdef0123456789abcdef");
        assertThat(plant.findings()).hasSize(3);
    }

    @Test
    void an_old_indicator_is_worth_little() {
        Staged plant = known(START - 400 * DAY).between(MASTER, PUBLIC, 443).opened();
        assertThat(plant.findings().getFirst().severity()).isEqualTo(Severity.LOW);
    }

    private static Transfer file(String name, String hash) {
        return new Transfer(
                "smb",
                new Subject(Address.parse(DEVICE), ""),
                "file",
                name,
                Transfer.Way.OUT_OF_DEVICE,
                Transfer.State.COMPLETE,
                hash);
    }

    @Test
    void a_project_that_changed_under_its_name_is_told() {
        Staged plant = new Staged(new ChangedProjects()).between(MASTER, DEVICE, 445);
        plant.tell(true, file("line1.ACD", "a1")).tell(true, file("line1.ACD", "a1"));
        plant.tell(true, file("notes.txt", "a1")).tell(true, file("notes.txt", "a2"));
        assertThat(plant.detections()).isEmpty();
        plant.tell(true, file("line1.ACD", "a2"));
        assertThat(plant.detections()).containsExactly("IT-12");
    }

    @Test
    void a_project_or_much_data_that_leaves_the_plant_is_told() {
        Settings settings = new Settings(List.of(), List.of(), 1_000_000, 90);
        Staged plant = new Staged(new Exfiltration(settings)).between(PUBLIC, DEVICE, 21);
        plant.closed("ftp", 10, 100, 10, 900_000).tell(true, file("notes.txt", ""));
        assertThat(plant.detections()).isEmpty();
        plant.tell(true, file("line1.acd", ""));
        assertThat(plant.findings()).hasSize(1);
        plant.closed("ftp", 10, 100, 10, 200_000);
        assertThat(plant.findings()).hasSize(2);
    }

    @Test
    void tickets_of_many_services_with_a_weak_cipher_are_told() {
        Staged weak = new Staged(new TicketHunts()).between(MASTER, DEVICE, 88);
        Staged strong = new Staged(new TicketHunts()).between(MASTER, DEVICE, 88);
        for (int i = 0; i < 8; i++) {
            Target service = new Target("", "maria@PLANT", -1, 0, "MSSQLSvc/db" + i);
            weak.after(1).answers("kerberos", Verb.AUTHENTICATE, "ticket_granting", service, "rc4_hmac");
            strong.after(1).answers("kerberos", Verb.AUTHENTICATE, "ticket_granting", service, "aes256_sha1");
        }
        assertThat(weak.detections()).containsExactly("IT-05");
        assertThat(strong.detections()).isEmpty();
    }

    @Test
    void a_source_that_a_firewall_turns_away_at_many_doors_is_told() {
        Staged plant = new Staged(new RefusedSweeps());
        for (int i = 0; i < 40; i++) {
            plant.between(MASTER, DEVICE, 1000 + i % 10).tell(true, new Ruling("asa", false, "deny"));
        }
        assertThat(plant.detections()).isEmpty();
        for (int i = 0; i < 40; i++) {
            plant.between(MASTER, DEVICE, 1000 + i).tell(true, new Ruling("asa", false, "deny"));
        }
        assertThat(plant.detections()).containsExactly("IT-01");
    }

    @Test
    void what_an_operator_did_not_set_stays_as_it_was_delivered() {
        assertThat(Settings.DEFAULT).isEqualTo(new Settings(List.of(), List.of(), 500_000_000L, 90));
    }
}
