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
import weir.analysis.detect.behaviour.Newcomers;
import weir.analysis.detect.rule.DeedRules;
import weir.analysis.detect.rule.Writes;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Finding;
import weir.model.Grade;
import weir.model.Severity;
import weir.model.Sighting;
import weir.model.Transport;
import weir.model.Verb;

class WatchTest {

    private static final String MASTER = "10.0.0.1";
    private static final String DEVICE = "10.0.0.2";
    private static final String STRANGER = "10.0.0.9";

    private static Staged poll(Staged plant) {
        plant.between(MASTER, DEVICE, 502).opened();
        for (int i = 0; i < 5; i++) {
            plant.after(1).asks("modbus", Verb.READ, "read_coils", "coil", 0);
            plant.answers("modbus", Verb.READ, "read_coils", "coil", 0);
        }
        return plant.speaks("modbus");
    }

    @Test
    void a_stranger_who_writes_is_told_once_however_often_he_writes() {
        Staged plant = poll(new Staged(new Writes()).learn()).judge();
        plant.between(STRANGER, DEVICE, 502).opened();
        for (int i = 0; i < 50; i++) {
            plant.after(1).asks("modbus", Verb.WRITE, "write_coil", "coil", i);
        }
        List<Finding> findings = plant.findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().severity()).isEqualTo(Severity.HIGH);
        assertThat(findings.getFirst().count()).isEqualTo(50);
        assertThat(findings.getFirst().firstPacket())
                .isLessThan(findings.getFirst().lastPacket());
    }

    @Test
    void what_was_learned_is_not_complained_about() {
        Staged plant = new Staged(Detectors.all().toArray(Detector[]::new)).learn();
        poll(plant).asks("modbus", Verb.WRITE, "write_coil", "coil", 7).judge();
        poll(plant).asks("modbus", Verb.WRITE, "write_coil", "coil", 7);
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void what_was_complained_about_is_not_learned() {
        Staged plant = poll(new Staged(new Newcomers(), new Writes()).learn()).judge();
        plant.between(STRANGER, DEVICE, 502).opened().asks("modbus", Verb.WRITE, "write_coil", "coil", 1);
        int before = plant.findings().size();
        plant.after(7200).between(STRANGER, DEVICE, 502).opened();
        plant.asks("modbus", Verb.WRITE, "write_coil", "coil", 1);
        assertThat(plant.findings()).as("told anew after two hours").hasSize(before * 2);
    }

    @Test
    void the_same_deed_by_who_is_used_to_it_is_a_record_and_by_another_an_alarm() {
        Staged plant = poll(new Staged(new DeedRules()).learn());
        plant.asks("s7comm", Verb.CONTROL, "plc_stop", "", -1).judge();
        poll(plant).asks("s7comm", Verb.CONTROL, "plc_stop", "", -1);
        plant.between(STRANGER, DEVICE, 102).opened().asks("s7comm", Verb.CONTROL, "plc_stop", "", -1);
        assertThat(plant.findings().stream().map(Finding::severity)).containsExactly(Severity.INFO, Severity.CRITICAL);
        assertThat(plant.findings().getLast().techniques()).contains("T0858");
    }

    @Test
    void without_a_baseline_rules_hold_at_once_and_novelty_only_after_things_settle() {
        Staged plant = poll(new Staged(new Newcomers(), new DeedRules()));
        plant.asks("s7comm", Verb.CONTROL, "plc_stop", "", -1);
        assertThat(plant.detections()).containsExactly("PR-01");
        plant.at(5).between("10.0.0.3", DEVICE, 502).opened();
        assertThat(plant.detections()).containsExactly("PR-01");
        assertThat(plant.watch().stage()).isEqualTo(Stage.SETTLING);
        plant.at(3600).between(STRANGER, DEVICE, 502).opened();
        assertThat(plant.watch().stage()).isEqualTo(Stage.JUDGING);
        assertThat(plant.detections()).contains("BL-01", "BL-02");
    }

    @Test
    void a_baseline_that_was_written_down_and_read_back_knows_the_same() throws IOException {
        Staged plant = poll(new Staged(new Writes()).learn());
        plant.asks("modbus", Verb.WRITE, "write_coil", "coil", 7).judge();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StateWriter out = new StateWriter(bytes);
        plant.watch().baseline().save(out);
        out.flush();
        Baseline read = Baseline.load(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(read.isEmpty()).isFalse();
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        StateWriter second = new StateWriter(again);
        read.save(second);
        second.flush();
        assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
    }

    @Test
    void a_million_spoofed_hosts_take_bounded_memory() {
        Watch watch = new Watch(new Baseline(), Detectors.all());
        Sighting at = new Sighting().sensor("flood");
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 1_000_000; i++) {
            long time = 1_700_000_000_000_000_000L + i * 10_000L;
            Address spoofed = Address.ipv4(0x0b00_0000L + i);
            at.packet(i + 1, time)
                    .between(Transport.TCP, spoofed, 1024 + i % 60_000, Address.ipv4(0x0a00_0002), 502)
                    .conversation(i + 1, true);
            watch.observe(at, contact(Contact.State.OPENED, time, i));
            watch.observe(at, contact(Contact.State.CLOSED, time, i));
        }
        System.gc();
        long used = runtime.totalMemory() - runtime.freeMemory();
        assertThat(watch.baseline().parties().size()).isLessThanOrEqualTo(100_000);
        assertThat(watch.findings().size()).isLessThanOrEqualTo(20_100);
        assertThat(used).as("bytes in use").isLessThan(400L << 20);
    }

    private static Contact contact(Contact.State state, long time, long packet) {
        return new Contact(state, Transport.TCP, "", Grade.ONE_WAY, 1, 0, 0, 0, time, time, packet, packet);
    }
}
