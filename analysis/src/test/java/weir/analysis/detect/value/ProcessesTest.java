// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.analysis.detect.Staged;
import weir.model.PointValue.Origin;

final class ProcessesTest {

    private final Random random = new Random(7);
    private final Staged plant = new Staged(new Points());
    private int second;

    /** A tank: flow follows the valve, level follows the flow, with noise. */
    private void runs(int seconds, double leak) {
        for (int i = 0; i < seconds; i++) {
            second++;
            double valve = 50 + 30 * Math.sin(second / 90.0);
            double flow = 2 * valve + random.nextGaussian() - leak;
            double level = 10 + valve / 2 + random.nextGaussian() / 4;
            plant.at(second);
            plant.value("modbus", "holding_register", 1, valve, Origin.READ);
            plant.value("modbus", "holding_register", 2, flow, Origin.READ);
            plant.value("modbus", "holding_register", 3, level, Origin.READ);
        }
    }

    @Test
    void variables_that_go_on_together_are_quiet_and_one_that_leaves_is_named() {
        plant.between("10.0.0.1", "10.0.0.2", 502).opened().learn();
        runs(4000, 0);
        plant.judge();
        runs(4000, 0);
        assertThat(plant.findings()).isEmpty();
        runs(200, 40);
        assertThat(plant.findings())
                .filteredOn(f -> f.detector().equals("PV-05"))
                .singleElement()
                .satisfies(f -> assertThat(f.seen()).contains("holding_register 2 of 10.0.0.2"));
    }

    @Test
    void too_little_to_learn_from_is_not_judged() {
        plant.between("10.0.0.1", "10.0.0.2", 502).opened().learn();
        runs(300, 0);
        plant.judge();
        runs(300, 80);
        assertThat(plant.detections()).doesNotContain("PV-05");
    }
}
