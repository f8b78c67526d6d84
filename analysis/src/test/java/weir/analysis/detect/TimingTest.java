// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.analysis.detect.behaviour.IdentityDrift;
import weir.analysis.detect.behaviour.NewServices;
import weir.analysis.detect.timing.Blindness;
import weir.analysis.detect.timing.MissingTalkers;
import weir.analysis.detect.timing.Toggles;
import weir.analysis.detect.timing.Unanswered;
import weir.model.Attribute;
import weir.model.Severity;
import weir.model.Verb;

/** Silence, drift and haste. */
class TimingTest {

    private static final String MASTER = "10.0.0.1";
    private static final String DEVICE = "10.0.0.2";

    private static Staged polled(Detector detector) {
        Staged plant = new Staged(detector)
                .learn()
                .between(MASTER, DEVICE, 502)
                .opened()
                .speaks("modbus");
        poll(plant, 30);
        return plant.judge().between(MASTER, DEVICE, 502);
    }

    private static void poll(Staged plant, int times) {
        for (int i = 0; i < times; i++) {
            plant.after(1).asks("modbus", Verb.READ, "read_coils", "coil", 0);
            plant.answers("modbus", Verb.READ, "read_coils", "coil", 0);
        }
    }

    @Test
    void polling_that_stops_while_others_talk_is_told_once() {
        Staged plant = polled(new MissingTalkers());
        poll(plant, 100);
        assertThat(plant.detections()).isEmpty();
        plant.between("10.0.0.7", "10.0.0.8", 80).opened();
        for (int i = 0; i < 300; i++) {
            plant.after(1).asks("http", Verb.READ, "get", "", i);
        }
        assertThat(plant.findings()).hasSize(1);
        assertThat(plant.detections()).containsExactly("BL-09");
    }

    @Test
    void silences_that_grow_a_little_each_time_are_told_before_they_are_long() {
        Staged plant = polled(new MissingTalkers());
        for (int silence : new int[] {50, 140, 170}) {
            silent(plant, silence);
            assertThat(plant.detections()).isEmpty();
        }
        silent(plant, 250); // less than three times the longest
        assertThat(plant.detections()).containsExactly("BL-09");
    }

    /** Only others talk for so many seconds, then it is polled again. */
    private static void silent(Staged plant, int seconds) {
        plant.between("10.0.0.7", "10.0.0.8", 80);
        for (int i = 0; i < seconds; i++) {
            plant.after(1).asks("http", Verb.READ, "get", "", i);
        }
        plant.between(MASTER, DEVICE, 502);
        poll(plant, 60);
    }

    @Test
    void silence_that_nobody_can_see_through_is_not_told() {
        Staged plant = polled(new MissingTalkers());
        plant.between("10.0.0.7", "10.0.0.8", 80).opened();
        for (int i = 0; i < 100; i++) {
            plant.after(1).tell(true, new weir.model.Loss("tcp", "tcp_gap", "bytes"));
        }
        assertThat(plant.detections()).isEmpty();
    }

    @Test
    void a_device_that_answers_no_more_is_told_and_a_slow_one_is_not() {
        Staged plant = polled(new Unanswered());
        for (int i = 0; i < 8; i++) {
            plant.after(1).asks("modbus", Verb.READ, "read_coils", "coil", 0);
        }
        plant.answers("modbus", Verb.READ, "read_coils", "coil", 0);
        assertThat(plant.detections()).isEmpty();
        for (int i = 0; i < 50; i++) {
            plant.after(1).asks("modbus", Verb.READ, "read_coils", "coil", 0);
        }
        assertThat(plant.detections()).containsExactly("TM-04");
    }

    @Test
    void an_output_commanded_again_and_again_is_told_and_a_few_commands_are_not() {
        Staged plant = new Staged(new Toggles()).between(MASTER, DEVICE, 502).opened();
        for (int i = 0; i < 30; i++) {
            plant.after(2).asks("modbus", Verb.WRITE, "write_coil", "coil", 0);
        }
        assertThat(plant.detections()).isEmpty();
        for (int i = 0; i < 100; i++) {
            plant.after(0.1).asks("modbus", Verb.WRITE, "write_coil", "coil", 0);
        }
        assertThat(plant.detections()).containsExactly("TM-07");
    }

    @Test
    void a_sensor_that_drops_packets_says_so() {
        Staged plant = new Staged(new Blindness()).between(MASTER, DEVICE, 502).opened();
        plant.tell(true, new weir.model.Loss("tcp", "tcp_gap", "bytes"));
        assertThat(plant.detections()).isEmpty();
        plant.tell(true, new weir.model.Loss("capture", "dropped", "packets"));
        assertThat(plant.detections()).containsExactly("XC-09");
    }

    @Test
    void another_firmware_is_told_with_both_and_the_same_one_is_not() {
        Staged plant = new Staged(new IdentityDrift()).learn();
        plant.says("cip", DEVICE, Attribute.FIRMWARE, "20.11").judge();
        plant.says("cip", DEVICE, Attribute.FIRMWARE, "20.11");
        assertThat(plant.detections()).isEmpty();
        plant.says("cip", DEVICE, Attribute.FIRMWARE, "20.12");
        assertThat(plant.detections()).containsExactly("BL-06");
        assertThat(plant.findings().getFirst().expected()).isEqualTo("20.11");
        assertThat(plant.findings().getFirst().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void a_new_port_of_a_device_is_told_and_its_usual_one_is_not() {
        Staged plant = polled(new NewServices());
        plant.speaks("modbus");
        assertThat(plant.detections()).isEmpty();
        plant.between(MASTER, DEVICE, 23).opened().speaks("telnet");
        assertThat(plant.detections()).containsExactly("BL-08");
    }
}
