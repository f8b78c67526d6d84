// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.analysis.Detectors;
import weir.analysis.baseline.Baseline;
import weir.analysis.detect.behaviour.NewNames;
import weir.analysis.detect.behaviour.Volumes;
import weir.analysis.detect.timing.Rhythms;
import weir.analysis.detect.value.Points;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.PointValue;
import weir.model.Verb;

/** What detectors learned is not lost when what is known is written down and read back. */
class MemoryTest {

    private static final String MASTER = "10.0.0.1";
    private static final String DEVICE = "10.0.0.2";

    private static byte[] written(Watch watch) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        watch.memory().save(out);
        return bytes.toByteArray();
    }

    private static Memory read(byte[] memory) throws IOException {
        return Memory.load(new DataInputStream(new ByteArrayInputStream(memory)));
    }

    private static Baseline copy(Baseline baseline) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StateWriter out = new StateWriter(bytes);
        baseline.save(out);
        out.flush();
        return Baseline.load(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
    }

    /** Another one of the same detectors, which is given back what the first one learned. */
    private static Staged restarted(Staged plant, Detector... detectors) throws IOException {
        Staged again = new Staged(copy(plant.watch().baseline()), List.of(detectors));
        assertThat(again.watch().recall(read(written(plant.watch())))).isEmpty();
        return again.between(MASTER, DEVICE, 502).opened().speaks("modbus");
    }

    private static Staged learning(Detector detector) {
        return new Staged(detector)
                .learn()
                .between(MASTER, DEVICE, 502)
                .opened()
                .speaks("modbus");
    }

    private static Staged swinging(Staged plant, int times, int factor) {
        Random random = new Random(7);
        for (int i = 0; i < times; i++) {
            plant.after(1).value("modbus", "holding_register", 3, factor * random.nextInt(50), PointValue.Origin.READ);
        }
        return plant;
    }

    private static Staged polled(Staged plant, int times, double seconds) {
        for (int i = 0; i < times; i++) {
            plant.after(seconds).asks("modbus", Verb.READ, "read_coils", "coil", 0);
            plant.answers("modbus", Verb.READ, "read_coils", "coil", 0);
        }
        return plant;
    }

    @Test
    void the_range_of_a_value_is_kept() throws IOException {
        Staged plant = swinging(learning(new Points()), 500, 1).judge();
        Staged again = swinging(restarted(plant, new Points()).at(9000), 200, 1);
        assertThat(again.findings()).isEmpty();
        again.after(1).value("modbus", "holding_register", 3, 4000, PointValue.Origin.READ);
        assertThat(again.detections()).contains("PV-01");
    }

    @Test
    void the_states_of_a_value_are_kept_and_not_what_came_before_the_end() throws IOException {
        Staged plant = learning(new Points());
        for (int i = 0; i < 600; i++) {
            plant.after(1).value("modbus", "coil", 5, i / 10 % 3, PointValue.Origin.READ);
        }
        plant.judge(); // it ends with 2, which 0 only ever followed
        Staged again = restarted(plant, new Points()).at(9000);
        again.value("modbus", "coil", 5, 1, PointValue.Origin.READ);
        again.after(1).value("modbus", "coil", 5, 2, PointValue.Origin.READ);
        assertThat(again.findings()).isEmpty();
        again.after(1).value("modbus", "coil", 5, 1, PointValue.Origin.READ);
        assertThat(again.detections()).containsExactly("PV-08");
    }

    @Test
    void the_rhythm_of_a_poll_is_kept() throws IOException {
        Staged plant = polled(learning(new Rhythms()), 200, 1).judge();
        assertThat(polled(restarted(plant, new Rhythms()).at(9000), 300, 1).findings())
                .isEmpty();
        assertThat(polled(restarted(plant, new Rhythms()).at(9000), 300, 3).detections())
                .containsExactly("TM-01");
    }

    @Test
    void the_usual_volume_is_kept() throws IOException {
        Staged plant = learning(new Volumes());
        for (int i = 0; i < 20; i++) {
            plant.at(i * 300.0).speaks("modbus");
        }
        Staged again = restarted(plant.judge(), new Volumes());
        again.at(9000).closed("modbus", 9000, 9_000_000, 9000, 9_000_000);
        assertThat(again.detections()).containsExactly("BL-10");
        Staged without = new Staged(copy(plant.watch().baseline()), List.of(new Volumes()));
        without.between(MASTER, DEVICE, 502).opened().at(9000).closed("modbus", 9000, 9_000_000, 9000, 9_000_000);
        assertThat(without.findings()).isEmpty();
    }

    @Test
    void every_section_is_read_as_it_was_written() throws IOException {
        Staged plant = polled(swinging(known(), 500, 1), 100, 1);
        byte[] first = written(plant.watch());
        Watch again = new Watch(copy(plant.watch().baseline()), Detectors.all());
        assertThat(again.recall(read(first))).isEmpty();
        assertThat(written(again)).isEqualTo(first);
    }

    private static Staged known() {
        return new Staged(new Baseline(), Detectors.all())
                .learn()
                .between(MASTER, DEVICE, 502)
                .opened()
                .speaks("modbus");
    }

    @Test
    void sections_of_detectors_that_are_not_there_are_skipped_and_named() throws IOException {
        Staged plant = polled(swinging(known(), 500, 1), 100, 1);
        Watch poor = new Watch(new Baseline(), List.of(new NewNames()));
        assertThat(poor.recall(read(written(plant.watch()))))
                .contains("values version 1", "rhythms version 1", "volumes version 1")
                .doesNotContain("names version 1");
    }

    @Test
    void a_section_that_was_cut_or_changed_is_refused_by_its_name() throws IOException {
        byte[] good = written(swinging(learning(new Points()), 500, 1).watch());
        byte[] changed = good.clone();
        changed[good.length - 3] ^= 1;
        assertThatThrownBy(() -> read(changed)).isInstanceOf(IOException.class).hasMessageContaining("section values");
        byte[] cut = java.util.Arrays.copyOf(good, good.length - 1);
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class).hasMessageContaining("section values");
    }

    /** Even where the sum is right: who reads it takes nothing for granted. */
    @Test
    void whatever_a_section_holds_it_is_read_or_refused() throws IOException {
        Random random = new Random(3);
        List<Detector> learned = Detectors.all();
        Staged plant = new Staged(new Baseline(), learned).learn().between(MASTER, DEVICE, 502);
        polled(swinging(plant.opened().speaks("modbus"), 500, 1), 100, 1);
        for (Remembers one : remembering(learned)) {
            byte[] good = section(one, plant.watch().baseline());
            for (int round = 0; round < 200; round++) {
                byte[] bad = good.clone();
                if (round % 2 == 0) {
                    bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
                } else {
                    random.nextBytes(bad);
                }
                Baseline known = copy(plant.watch().baseline());
                int number = remembering(learned).indexOf(one);
                try {
                    remembering(Detectors.all())
                            .get(number)
                            .read(new StateReader(new ByteArrayInputStream(bad)), known);
                } catch (IOException refused) {
                    assertThat(refused).as(one.section()).isNotNull();
                }
            }
        }
    }

    private static List<Remembers> remembering(List<Detector> detectors) {
        List<Remembers> all = new ArrayList<>();
        for (Detector detector : detectors) {
            if (detector instanceof Remembers one) {
                all.add(one);
            }
        }
        return all;
    }

    private static byte[] section(Remembers one, Baseline known) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StateWriter out = new StateWriter(bytes);
        one.write(out, known);
        out.flush();
        return bytes.toByteArray();
    }
}
