// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WearLearnerTest {

    private static final WearSettings QUICK =
            new WearSettings(100, 30, 4, 40, 3, 0.15, 20, WearSettings.DEFAULT.coverage());

    @Test
    void a_worn_pump_is_told_to_fail_soon_and_a_new_one_is_not() throws UnfitLives {
        WearModel model = WearLearner.learn(Pumps.lives(30, 1), QUICK);
        Random random = new Random(2);
        double squares = 0;
        int within = 0;
        int count = 0;
        for (int machine = 0; machine < 10; machine++) {
            List<double[]> life = Pumps.life(random);
            Foreteller pump = new Foreteller(model);
            for (int i = 0; i < life.size(); i++) {
                Foretold told = pump.take(life.get(i));
                int left = life.size() - 1 - i;
                if (i < 14) {
                    assertThat(told.verdict()).isEqualTo(Foretold.Verdict.YOUNG);
                } else if (told.verdict() == Foretold.Verdict.KNOWN && left <= 40) {
                    squares += (told.remaining() - left) * (told.remaining() - left);
                    within += told.low() <= left && left <= told.high() ? 1 : 0;
                    count++;
                }
            }
        }
        assertThat(count).isGreaterThan(350);
        assertThat(Math.sqrt(squares / count)).isLessThan(8);
        assertThat(within / (double) count).isGreaterThan(0.8);
        assertThat(model.error()).isBetween(1.0, 25.0);
        assertThat(model.machines()).isEqualTo(30);
    }

    @Test
    void of_a_machine_that_fails_in_another_way_nothing_is_foretold() throws UnfitLives {
        WearModel model = WearLearner.learn(Pumps.lives(30, 1), QUICK);
        Foreteller pump = new Foreteller(model);
        Foretold last = Foretold.nothing(Foretold.Verdict.YOUNG, List.of());
        for (double[] row : Pumps.life(new Random(3))) {
            last = pump.take(new double[] {20 - row[0], row[1], row[2]});
        }
        assertThat(last.verdict()).isEqualTo(Foretold.Verdict.STRANGE);
        assertThat(last.remaining()).isNaN();
        assertThat(last.strange()).containsAnyOf("pressure", "temperature");
    }

    @Test
    void missing_values_are_bridged() throws UnfitLives {
        WearModel model = WearLearner.learn(Pumps.lives(30, 1), QUICK);
        Foreteller whole = new Foreteller(model);
        Foreteller holed = new Foreteller(model);
        int row = 0;
        double most = 0;
        for (double[] values : Pumps.life(new Random(4))) {
            double[] cut = values.clone();
            if (row++ % 5 == 2) {
                cut[row % 3] = Double.NaN;
            }
            Foretold a = whole.take(values);
            Foretold b = holed.take(cut);
            if (a.verdict() == Foretold.Verdict.KNOWN && b.verdict() == Foretold.Verdict.KNOWN) {
                most = Math.max(most, Math.abs(a.remaining() - b.remaining()));
            }
        }
        assertThat(most).isLessThan(40);
        Foreteller blind = new Foreteller(model);
        for (int i = 0; i < 100; i++) {
            blind.take(new double[] {Double.NaN, Double.NaN, Double.NaN});
        }
    }

    @Test
    void too_few_machines_and_too_short_lives_are_refused() {
        assertThatThrownBy(() -> WearLearner.learn(Pumps.lives(19, 1), QUICK))
                .isInstanceOf(UnfitLives.class)
                .hasMessageContaining("19 machines; at least 20");
        Lives brief = new Lives(Pumps.COLUMNS);
        for (int machine = 0; machine < 25; machine++) {
            for (int i = 0; i < 10; i++) {
                brief.add("pump " + machine, new double[] {i, i, i});
            }
        }
        assertThatThrownBy(() -> WearLearner.learn(brief, QUICK))
                .isInstanceOf(UnfitLives.class)
                .hasMessageContaining("too short");
    }

    @Test
    void a_model_is_read_as_it_was_written_and_a_damaged_one_is_refused() throws Exception {
        WearModel model = WearLearner.learn(Pumps.lives(20, 5), QUICK);
        byte[] written = bytes(model);
        WearModel read = WearState.read(new ByteArrayInputStream(written));
        assertThat(bytes(read)).isEqualTo(written);
        Foreteller one = new Foreteller(model);
        Foreteller other = new Foreteller(read);
        for (double[] row : Pumps.life(new Random(6))) {
            assertThat(other.take(row)).isEqualTo(one.take(row));
        }
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] broken =
                    random.nextBoolean() ? Arrays.copyOf(written, random.nextInt(written.length)) : written.clone();
            for (int k = 0; k < 3 && broken.length > 0; k++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            readOrRefuse(broken);
        }
        byte[] other2 = "weir process model".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThatThrownBy(() -> WearState.read(new ByteArrayInputStream(other2)))
                .isInstanceOf(IOException.class);
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            WearState.read(new ByteArrayInputStream(bytes));
        } catch (IOException refused) {
            assertThat(refused).isNotNull();
        }
    }

    private static byte[] bytes(WearModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WearState.write(model, out);
        return out.toByteArray();
    }
}
