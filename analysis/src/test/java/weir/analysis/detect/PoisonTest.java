// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.analysis.Detectors;
import weir.analysis.baseline.Baseline;
import weir.analysis.detect.behaviour.IdentityDrift;
import weir.analysis.detect.behaviour.Volumes;
import weir.analysis.detect.rule.DeedRules;
import weir.analysis.detect.rule.Writes;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Attribute;
import weir.model.Finding;
import weir.model.Severity;
import weir.model.Verb;

/** An attacker with patience: what he does again and again does not become normal. */
class PoisonTest {

    private static final String MASTER = "10.0.0.1";
    private static final String DEVICE = "10.0.0.2";
    private static final String OTHER_DEVICE = "10.0.0.3";
    private static final String STRANGER = "10.0.0.9";

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    /** What somebody does to a plant. */
    private interface Attack {
        void on(Staged plant);
    }

    private static void poll(Staged plant, String device) {
        plant.between(MASTER, device, 502).opened();
        for (int i = 0; i < 5; i++) {
            plant.after(1).asks("modbus", Verb.READ, "read_coils", "coil", 0);
            plant.answers("modbus", Verb.READ, "read_coils", "coil", 0);
        }
        plant.asks("modbus", Verb.WRITE, "write_coil", "coil", 7).speaks("modbus");
        plant.closed("modbus", 20, 1000, 20, 1000);
    }

    private static Staged known(List<Detector> detectors) {
        Staged plant = new Staged(new Baseline(), detectors).learn();
        poll(plant, DEVICE);
        poll(plant, OTHER_DEVICE);
        plant.between(MASTER, DEVICE, 102).opened().asks("s7comm", Verb.READ, "read_var", "db", 1);
        return plant.speaks("s7comm").judge();
    }

    private static byte[] written(Baseline baseline) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StateWriter out = new StateWriter(bytes);
        try {
            baseline.save(out);
            out.flush();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    private static Baseline read(byte[] state) {
        try {
            return Baseline.load(new StateReader(new ByteArrayInputStream(state)));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What is claimed, without when and how often. */
    private static List<String> claims(Staged plant) {
        return plant.findings().stream()
                .map(f -> f.detector() + " " + f.severity() + " " + f.source() + " " + f.target() + " " + f.about()
                        + ": " + f.title())
                .distinct()
                .sorted()
                .toList();
    }

    /** Once a minute for two hours; then the plant is forgotten but for its state, and he does it once more. */
    private static void neverBecomesNormal(Attack attack) {
        Staged first = known(Detectors.all());
        attack.on(first.at(MINUTE));
        List<String> told = claims(first);
        assertThat(told).isNotEmpty();

        Staged plant = known(Detectors.all());
        byte[] before = written(plant.watch().baseline());
        for (int minute = 1; minute <= 120; minute++) {
            attack.on(plant.at(minute * MINUTE));
        }
        byte[] after = written(plant.watch().baseline());
        assertThat(claims(plant)).containsAll(told);
        assertThat(after).as("what is known").isEqualTo(before);

        Staged restarted = new Staged(read(after), Detectors.all());
        attack.on(restarted.at(3 * HOUR));
        assertThat(claims(restarted)).isEqualTo(told);
    }

    @Test
    void writes_of_a_stranger_never_become_normal() {
        neverBecomesNormal(plant -> {
            plant.between(STRANGER, DEVICE, 502).opened();
            plant.asks("modbus", Verb.WRITE, "write_coil", "coil", 7);
            plant.answers("modbus", Verb.WRITE, "write_coil", "coil", 7);
            plant.speaks("modbus").closed("modbus", 5, 300, 5, 300);
        });
    }

    @Test
    void a_new_operation_of_a_known_station_never_becomes_normal() {
        neverBecomesNormal(plant -> {
            plant.between(MASTER, DEVICE, 502).opened();
            plant.asks("modbus", Verb.WRITE, "write_register", "holding_register", 9);
            plant.asks("modbus", Verb.READ, "read_device_identification", "", -1);
            plant.speaks("modbus").closed("modbus", 5, 300, 5, 300);
        });
    }

    @Test
    void a_device_that_begins_to_command_never_becomes_a_master() {
        neverBecomesNormal(plant -> {
            plant.between(DEVICE, OTHER_DEVICE, 502).opened();
            plant.asks("modbus", Verb.WRITE, "write_coil", "coil", 7);
            plant.speaks("modbus").closed("modbus", 5, 300, 5, 300);
        });
    }

    @Test
    void engineering_that_nobody_planned_never_becomes_normal() {
        neverBecomesNormal(plant -> {
            plant.between(STRANGER, DEVICE, 102).opened();
            plant.asks("s7comm", Verb.CONTROL, "plc_stop", "", -1);
            for (int block = 0; block < 14; block++) {
                plant.asks("s7comm", Verb.PROGRAM, "download_block", "db", block);
            }
            plant.asks("s7comm", Verb.CONTROL, "plc_control_start", "", -1);
            plant.speaks("s7comm").closed("s7comm", 50, 9000, 50, 2000);
        });
    }

    @Test
    void what_a_device_suddenly_says_of_itself_never_becomes_normal() {
        Staged plant = new Staged(new IdentityDrift()).learn();
        poll(plant, DEVICE);
        plant.says("modbus", DEVICE, Attribute.FIRMWARE, "1.0").judge();
        for (int hour = 1; hour <= 3; hour++) {
            plant.at(hour * HOUR).says("modbus", DEVICE, Attribute.FIRMWARE, "6.6.6");
        }
        assertThat(plant.findings()).hasSize(3).allMatch(f -> f.severity() == Severity.HIGH);
        assertThat(plant.findings()).allMatch(f -> f.expected().equals("1.0"));
        Staged restarted = new Staged(read(written(plant.watch().baseline())), List.of(new IdentityDrift()));
        restarted.between(MASTER, DEVICE, 502).says("modbus", DEVICE, Attribute.FIRMWARE, "6.6.6");
        assertThat(claims(restarted)).isEqualTo(claims(plant));
    }

    @Test
    void a_grave_deed_while_things_settle_is_no_habit_when_they_have() {
        Staged plant = new Staged(new DeedRules());
        poll(plant, DEVICE);
        plant.between(STRANGER, DEVICE, 102).opened();
        for (int minute = 1; minute <= 120; minute++) {
            plant.at(minute * MINUTE).asks("s7comm", Verb.CONTROL, "plc_stop", "", -1);
        }
        assertThat(plant.watch().stage()).isEqualTo(Stage.JUDGING);
        assertThat(plant.findings()).hasSize(1);
        plant.after(HOUR).asks("s7comm", Verb.CONTROL, "plc_stop", "", -1);
        assertThat(plant.findings()).hasSize(2);
        assertThat(plant.findings().stream().map(Finding::severity)).containsExactly(Severity.HIGH, Severity.CRITICAL);
    }

    @Test
    void a_write_that_was_there_from_the_beginning_is_told_then_and_what_he_adds_is_told_later() {
        Staged plant = new Staged(new Writes());
        poll(plant, DEVICE);
        plant.between(STRANGER, DEVICE, 502).opened();
        for (int minute = 1; minute <= 120; minute++) {
            plant.at(minute * MINUTE).asks("modbus", Verb.WRITE, "write_coil", "coil", 7);
        }
        assertThat(plant.watch().stage()).isEqualTo(Stage.JUDGING);
        assertThat(plant.findings())
                .filteredOn(f -> f.source().toString().equals(STRANGER))
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.MEDIUM));
        plant.after(HOUR).asks("modbus", Verb.WRITE, "write_coil", "coil", 8);
        assertThat(plant.findings().getLast().title()).isEqualTo("Usual writer wrote something new");
        assertThat(plant.findings().getLast().severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void much_data_once_does_not_make_as_much_usual() {
        Staged plant = new Staged(new Volumes()).learn();
        plant.between(MASTER, DEVICE, 502);
        for (int i = 0; i < 20; i++) {
            plant.at(i * 300.0).speaks("modbus");
        }
        plant.judge();
        for (int hour = 2; hour <= 5; hour++) {
            plant.at(hour * HOUR).opened().closed("modbus", 9000, 9_000_000, 9000, 9_000_000);
            plant.after(600).opened().speaks("modbus");
        }
        assertThat(plant.findings()).hasSize(4);
    }
}
