// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pumps made up: the pressure falls and the temperature rises towards the failure; the speed says nothing. */
final class Pumps {

    static final List<String> COLUMNS = List.of("pressure", "temperature", "speed");

    private Pumps() {}

    static Lives lives(int machines, long seed) {
        Random random = new Random(seed);
        Lives lives = new Lives(COLUMNS);
        for (int machine = 0; machine < machines; machine++) {
            for (double[] row : life(random)) {
                lives.add("pump " + machine, row);
            }
        }
        return lives;
    }

    static List<double[]> life(Random random) {
        int length = 150 + random.nextInt(100);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            double wear = Math.exp(-(length - 1 - i) / 40.0);
            double speed = 50 + random.nextGaussian();
            rows.add(new double[] {
                10 - 3 * wear + 0.1 * random.nextGaussian(), 60 + 20 * wear + 0.5 * random.nextGaussian(), speed
            });
        }
        return rows;
    }
}
