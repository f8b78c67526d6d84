// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.analysis.detect.Staged;
import weir.analysis.detect.behaviour.StackChanges;
import weir.analysis.detect.policy.PlantPolicy;
import weir.model.Attribute;
import weir.model.Finding;
import weir.model.Severity;
import weir.model.Verb;

/** Four controllers of one model, of which one is not like the others. */
class PeersTest {

    private static final String MASTER = "10.0.0.1";
    private static final String STRANGER = "10.0.0.9";
    private static final int MINUTE = 60;

    private final Staged plant = new Staged(new Peers(PlantPolicy.NONE), new StackChanges());

    private static String device(int number) {
        return "10.0.1." + number;
    }

    private void is(int number, String model, String firmware) {
        plant.between(MASTER, device(number), 502).opened().speaks("modbus");
        plant.says("modbus", device(number), Attribute.MODEL, model);
        plant.says("modbus", device(number), Attribute.FIRMWARE, firmware);
    }

    private void four() {
        for (int number = 1; number <= 4; number++) {
            is(number, "M340", "2.7");
        }
    }

    private void writes(String client, int number) {
        plant.between(client, device(number), 502).opened().speaks("modbus");
        plant.asks("modbus", Verb.WRITE, "write_coil", "coil", 7);
    }

    private void visits(String client, String server, int port, String protocol) {
        plant.between(client, server, port).opened().speaks(protocol);
    }

    /** Time goes by, with polls of the same pace or, of the last, of another one. */
    private void polled(int minutes, double lastEvery) {
        double since = 0;
        for (int second = 0; second < minutes * MINUTE; second++) {
            plant.after(1);
            since += 1;
            for (int number = 1; number <= 4; number++) {
                if (number < 4 || since >= lastEvery) {
                    plant.between(MASTER, device(number), 502);
                    plant.asks("modbus", Verb.READ, "read_coils", "coil", 0);
                    since = number == 4 ? 0 : since;
                }
            }
        }
    }

    private void settles() {
        polled(15, 1);
    }

    private Finding only() {
        assertThat(plant.findings()).hasSize(1);
        return plant.findings().getFirst();
    }

    @Test
    void one_of_four_with_another_firmware_is_told_with_the_others_named() {
        four();
        is(4, "M340", "2.9");
        settles();
        assertThat(plant.detections()).containsExactly("BL-16");
        Finding finding = only();
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(finding.techniques()).containsExactly("T0857");
        assertThat(finding.target().address()).hasToString("10.0.1.4");
        assertThat(finding.expected()).isEqualTo("10.0.1.1, 10.0.1.2, 10.0.1.3, which are M340 too, run firmware 2.7");
        assertThat(finding.seen()).isEqualTo("10.0.1.4 runs firmware: 2.9");
    }

    @Test
    void nothing_is_told_before_the_group_has_settled() {
        four();
        is(4, "M340", "2.9");
        polled(9, 1);
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void of_three_or_of_other_models_or_other_networks_nobody_is_compared() {
        four();
        is(3, "M580", "3.1");
        is(4, "M340", "2.9");
        plant.between(MASTER, "10.0.2.1", 502).opened().speaks("modbus");
        plant.says("modbus", "10.0.2.1", Attribute.MODEL, "M340");
        plant.says("modbus", "10.0.2.1", Attribute.FIRMWARE, "2.7");
        settles();
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void peers_that_do_not_agree_among_themselves_are_left_alone() {
        is(1, "M340", "2.5");
        is(2, "M340", "2.7");
        is(3, "M340", "2.7");
        is(4, "M340", "2.9");
        for (int number = 1; number <= 4; number++) {
            visits(STRANGER, device(number), 8000 + number, "");
            writes("10.0.0." + (10 + number), number);
        }
        settles();
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void a_door_that_only_one_has_open_is_told_and_one_that_all_have_is_not() {
        four();
        for (int number = 1; number <= 4; number++) {
            visits(MASTER, device(number), 80, "http");
        }
        visits(MASTER, device(4), 23, "telnet");
        settles();
        Finding finding = only();
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.expected()).endsWith("answer on TCP port 502, TCP port 80");
        assertThat(finding.seen()).isEqualTo("10.0.1.4 answers on: TCP port 23");
    }

    @Test
    void a_door_that_one_has_not_open_proves_nothing() {
        four();
        for (int number = 1; number <= 3; number++) {
            visits(MASTER, device(number), 80, "http");
        }
        settles();
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void what_only_one_opens_is_told_and_housekeeping_weighs_less() {
        four();
        visits(device(2), STRANGER, 445, "smb");
        visits(device(3), STRANGER, 53, "dns");
        settles();
        assertThat(plant.findings()).isEmpty(); // two of four differ
        plant.judge();
        for (int number = 1; number <= 4; number++) {
            visits(device(number), STRANGER, 53, "dns");
        }
        polled(60, 1);
        Finding finding = only();
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.seen()).isEqualTo("10.0.1.2 opens talk in: smb");
    }

    @Test
    void one_that_somebody_else_writes_to_is_told_once() {
        four();
        for (int number = 1; number <= 4; number++) {
            writes(MASTER, number);
        }
        writes(STRANGER, 2);
        polled(120, 1);
        Finding finding = only();
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.expected()).endsWith("are written by 10.0.0.1");
        assertThat(finding.seen()).startsWith("10.0.1.2 is written by: 10.0.0.9");
    }

    @Test
    void where_each_has_a_writer_of_its_own_what_these_are_to_it_is_compared() {
        four();
        for (int number = 1; number <= 4; number++) {
            String panel = "10.0.0." + (10 + number);
            writes(panel, number);
            plant.asks("modbus", Verb.READ, "read_coils", "coil", 0);
        }
        settles();
        assertThat(plant.findings()).isEmpty();
        writes(STRANGER, 3);
        polled(120, 1);
        assertThat(only().seen()).isEqualTo("10.0.1.3 is written by: a station that does not read it");
    }

    @Test
    void one_that_is_asked_for_more_than_its_like_is_told() {
        four();
        for (int number = 1; number <= 4; number++) {
            writes(MASTER, number);
        }
        plant.between(MASTER, device(1), 502).asks("modbus", Verb.PROGRAM, "download_program", "", 0);
        settles();
        Finding finding = only();
        assertThat(finding.expected()).endsWith("are asked to write");
        assertThat(finding.seen()).isEqualTo("10.0.1.1 is asked to: download");
    }

    @Test
    void a_pace_of_another_order_is_told_and_twice_as_slow_is_not() {
        four();
        polled(15, 2);
        assertThat(plant.findings()).isEmpty();
        polled(60, 30);
        assertThat(only().seen()).matches("10.0.1.4 is polled every: [23]. s");
    }

    @Test
    void one_that_opens_connections_as_another_system_does_is_told() {
        four();
        for (int number = 1; number <= 4; number++) {
            String way = number == 2 ? "ttl 128, window 64240" : "ttl 64, window 4096";
            plant.between(device(number), MASTER, 80).says("tcp", device(number), Attribute.FINGERPRINT, way);
        }
        settles();
        assertThat(only().seen()).isEqualTo("10.0.1.2 opens TCP with: ttl 128, window 64240");
    }

    @Test
    void what_was_so_while_learning_is_meant_to_be_so() {
        plant.learn();
        four();
        is(4, "M340", "2.9");
        settles();
        plant.judge();
        settles();
        assertThat(plant.findings()).isEmpty();
        is(3, "M340", "3.0");
        is(4, "M340", "2.7");
        polled(70, 1);
        assertThat(only().seen()).isEqualTo("10.0.1.3 runs firmware: 3.0");
    }

    /** Devices that say nothing, asked by one master. */
    private void silent(String maker, String odd) {
        for (int number = 1; number <= 4; number++) {
            plant.on("00:00:5e:00:01:01", (number == 4 ? odd : maker) + ":00:00:0" + number);
            visits(MASTER, device(number), 502, "modbus");
        }
        visits(MASTER, device(4), 23, "telnet");
        settles();
    }

    @Test
    void devices_that_say_nothing_are_compared_if_one_master_asks_them_and_one_maker_made_them() {
        silent("00:80:f4", "00:80:f4");
        Finding finding = only();
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(finding.expected())
                .isEqualTo("10.0.1.1, 10.0.1.2, 10.0.1.3, which are asked in modbus by 10.0.0.1 and of one maker too, "
                        + "answer on TCP port 502");
    }

    @Test
    void devices_that_say_nothing_and_are_of_two_makers_are_left_alone() {
        silent("00:80:f4", "00:1c:06");
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void what_was_learned_may_be_younger_than_what_is_judged() {
        plant.learn().at(1_000_000);
        four();
        settles();
        plant.judge().at(0);
        is(2, "M340", "2.6");
        settles();
        assertThat(only().seen()).isEqualTo("10.0.1.2 runs firmware: 2.6");
    }

    @Test
    void a_network_of_spoofed_devices_is_bounded() {
        for (int i = 0; i < 30_000; i++) {
            String address = "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255);
            plant.says("modbus", address, Attribute.MODEL, "X");
            plant.says("modbus", address, Attribute.FIRMWARE, "1." + i);
        }
        settles();
        assertThat(plant.findings()).isEmpty();
    }
}
