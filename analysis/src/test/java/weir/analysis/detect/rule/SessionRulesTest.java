// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.analysis.detect.Staged;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Login;
import weir.model.Outcome;
import weir.model.Subject;
import weir.model.Target;
import weir.model.Verb;

class SessionRulesTest {

    private static final String MASTER = "10.0.0.1";
    private static final String OTHER = "10.0.0.3";
    private static final String DEVICE = "10.0.0.2";
    private static final Target OUTPUT = new Target("address 2", "12:1", 1, 1, "");
    private static final Target BREAKER = new Target("ca 1", "ioa", 100, 1, "");

    private static Staged dnp3() {
        return new Staged(new SelectBeforeOperate())
                .between(MASTER, DEVICE, 20000)
                .opened()
                .asks("dnp3", Verb.READ, "read", OUTPUT, "");
    }

    @Test
    void an_output_that_is_selected_and_operated_is_fine() {
        Staged plant = dnp3().at(100).asks("dnp3", Verb.CONTROL, "select", OUTPUT, "latch_on");
        plant.after(1).asks("dnp3", Verb.CONTROL, "operate", OUTPUT, "latch_on");
        assertThat(plant.detections()).isEmpty();
    }

    @Test
    void an_output_that_nobody_selected_is_not_to_be_operated() {
        Staged plant = dnp3().at(100).asks("dnp3", Verb.CONTROL, "operate", OUTPUT, "latch_on");
        assertThat(plant.detections()).containsExactly("PR-22");
    }

    @Test
    void an_operate_just_after_the_sensor_began_may_have_been_selected_before() {
        Staged plant = dnp3().at(2).asks("dnp3", Verb.CONTROL, "operate", OUTPUT, "latch_on");
        assertThat(plant.detections()).isEmpty();
    }

    @Test
    void what_was_selected_to_open_is_not_to_be_closed() {
        Staged plant = dnp3().at(100).asks("dnp3", Verb.CONTROL, "select", OUTPUT, "latch_on");
        plant.after(1).asks("dnp3", Verb.CONTROL, "operate", OUTPUT, "latch_off");
        assertThat(plant.findings().getFirst().seen()).contains("latch_on and operated with latch_off");
    }

    @Test
    void the_station_that_selects_is_the_one_that_executes() {
        Staged plant = new Staged(new SelectBeforeOperate()).between(MASTER, DEVICE, 2404);
        plant.asks("iec104", Verb.CONTROL, "c_sc_na_1", BREAKER, "activation select");
        plant.asks("iec104", Verb.CONTROL, "c_sc_na_1", BREAKER, "activation execute");
        assertThat(plant.detections()).isEmpty();
        plant.between(OTHER, DEVICE, 2404).asks("iec104", Verb.CONTROL, "c_sc_na_1", BREAKER, "activation execute");
        assertThat(plant.findings().getFirst().seen()).contains(MASTER + " had selected it");
    }

    @Test
    void a_direct_command_needs_no_selection_in_iec_104() {
        Staged plant = new Staged(new SelectBeforeOperate()).between(MASTER, DEVICE, 2404);
        plant.at(100).asks("iec104", Verb.CONTROL, "c_sc_na_1", BREAKER, "activation execute");
        assertThat(plant.detections()).isEmpty();
    }

    @Test
    void a_command_to_everybody_is_told_and_one_to_a_device_is_not() {
        Target one = new Target("address 9", "12:1", 1, 1, "");
        Target all = new Target("address 65535", "12:1", 1, 1, "");
        Staged plant = new Staged(new BroadcastControl()).between(MASTER, DEVICE, 20000);
        plant.asks("dnp3", Verb.CONTROL, "direct_operate", one, "");
        assertThat(plant.detections()).isEmpty();
        plant.asks("dnp3", Verb.CONTROL, "direct_operate", all, "");
        assertThat(plant.detections()).containsExactly("PR-21");
    }

    @Test
    void unit_0_of_a_device_without_units_is_the_device_itself() {
        Target self = new Target("unit 0", "coil", 1, 1, "");
        Staged plant = new Staged(new BroadcastControl()).between(MASTER, DEVICE, 502);
        plant.asks("modbus", Verb.WRITE, "write_coil", self, "");
        assertThat(plant.detections()).isEmpty();
        plant.asks("modbus", Verb.READ, "read_coils", new Target("unit 3", "coil", 1, 1, ""), "");
        plant.asks("modbus", Verb.WRITE, "write_coil", self, "");
        assertThat(plant.detections()).containsExactly("PR-21");
    }

    @Test
    void protocols_belong_on_their_ports() {
        Staged plant = new Staged(new OddPorts());
        plant.between(MASTER, DEVICE, 502)
                .speaks("modbus")
                .between(MASTER, DEVICE, 443)
                .speaks("tls");
        assertThat(plant.detections()).isEmpty();
        plant.between(MASTER, DEVICE, 8080).speaks("modbus");
        plant.between(MASTER, DEVICE, 502).speaks("ssh");
        assertThat(plant.findings()).hasSize(2).allMatch(f -> f.detector().equals("PR-24"));
    }

    @Test
    void a_channel_without_policy_and_a_session_of_nobody_are_weak() {
        Staged plant = new Staged(new WeakSessions()).between(MASTER, DEVICE, 4840);
        plant.asks("opcua", Verb.SESSION, "open_secure_channel", policy("Basic256Sha256"), "issue sign");
        assertThat(plant.detections()).isEmpty();
        plant.asks("opcua", Verb.SESSION, "open_secure_channel", policy("None"), "issue none");
        plant.asks("opcua", Verb.AUTHENTICATE, "activate_session", policy("anonymous"), "anonymous");
        assertThat(plant.findings()).hasSize(1);
        assertThat(plant.findings().getFirst().seen()).contains("anonymous").contains("policy");
    }

    @Test
    void a_server_that_shows_another_certificate_is_told() {
        Staged plant = new Staged(new WeakSessions()).between(MASTER, DEVICE, 4840);
        plant.says("opcua", DEVICE, Attribute.CERTIFICATE, "CN=a").says("opcua", DEVICE, Attribute.CERTIFICATE, "CN=a");
        assertThat(plant.detections()).isEmpty();
        plant.says("opcua", DEVICE, Attribute.CERTIFICATE, "CN=b");
        assertThat(plant.detections()).containsExactly("PR-25");
    }

    @Test
    void a_backup_that_is_begun_by_a_restart_has_the_technique_of_a_restart_too() {
        Staged plant = new Staged(new DeedRules()).between(MASTER, DEVICE, 47808);
        plant.asks("bacnet", Verb.CONTROL, "reinitialize_device", Target.NONE, "start-backup");
        assertThat(plant.findings().getFirst().techniques()).contains("T0845", "T0816");
    }

    private static Target policy(String name) {
        return new Target("", "policy", -1, 0, name);
    }

    private static Staged login(String user, String secret, String protocol) {
        Staged plant = new Staged(new OpenDoors()).between(MASTER, DEVICE, 502);
        Subject device = new Subject(Address.parse(DEVICE), "");
        return plant.tell(true, new Login(protocol, device, user, secret, Outcome.DONE));
    }

    @Test
    void secrets_in_the_clear_and_accounts_of_delivery_are_told() {
        assertThat(login("maria", "", "s7comm").detections()).isEmpty();
        assertThat(login("maria", "h:1", "s7comm").detections()).containsExactly("PR-11");
        assertThat(login("Administrator", "", "opcua").detections()).containsExactly("PR-11");
        assertThat(login("admin", "h:1", "smtp").detections())
                .as("no device of the plant")
                .isEmpty();
    }

    @Test
    void telnet_to_a_device_of_the_plant_is_told_and_to_another_is_not() {
        Staged plant = new Staged(new OpenDoors()).between(MASTER, DEVICE, 23).speaks("telnet");
        assertThat(plant.detections()).isEmpty();
        device(plant).between(OTHER, DEVICE, 23).speaks("telnet");
        assertThat(plant.detections()).containsExactly("PR-26");
    }

    /** The device serves a protocol of the plant. */
    private static Staged device(Staged plant) {
        plant.between(MASTER, DEVICE, 502).opened();
        plant.asks("modbus", Verb.READ, "read_coils", "coil", 0).answers("modbus", Verb.READ, "read_coils", "coil", 0);
        return plant.speaks("modbus").closed("modbus", 9, 99, 9, 99);
    }

    @Test
    void a_channel_that_can_no_longer_be_read_is_told() {
        Staged plant = device(new Staged(new OpaqueChannels()).learn()).judge();
        plant.between(MASTER, DEVICE, 502).asks("modbus", Verb.READ, "read_coils", "coil", 1);
        assertThat(plant.detections()).isEmpty();
        plant.asks("modbus", Verb.OTHER, "encrypted", "", -1);
        assertThat(plant.detections()).containsExactly("PR-28");
    }
}
