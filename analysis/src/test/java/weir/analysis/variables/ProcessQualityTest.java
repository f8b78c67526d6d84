// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weir.analysis.variables.Plants.Plant;

/**
 * What the process model reaches on public data, with one set of defaults and thresholds from normal rows alone. The
 * labels are used to measure, and for nothing else.
 */
class ProcessQualityTest {

    @Test
    void all_attacks_on_the_water_network_are_found_with_few_false_alarms() throws UnfitHistory {
        Path folder = Plants.folder().resolve("batadal");
        Plant normal = Plants.table(folder.resolve("dataset03_normal.csv"), ",", 3600, "ATT_FLAG");
        Plant judged = Plants.table(folder.resolve("dataset04_attacks.csv"), ",", 3600, "ATT_FLAG");
        Marks marks = new Marks(judge(learn(normal), judged), judged.labels());
        assertThat(marks.found()).isEqualTo(7);
        assertThat(marks.f1()).isGreaterThan(0.7);
        assertThat(marks.s()).isGreaterThan(0.85);
        assertThat(marks.falseAlarms(6)).isLessThanOrEqualTo(4);
    }

    @Test
    void a_closing_valve_is_found_after_six_minutes_of_learning() throws IOException, UnfitHistory {
        List<Path> files;
        try (Stream<Path> all = Files.list(Plants.folder().resolve("skab"))) {
            files = all.filter(f -> f.getFileName().toString().startsWith("valve1"))
                    .sorted()
                    .toList();
        }
        List<Boolean> alarms = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Path file : files) {
            Plant plant = Plants.table(file, ";", 1, "anomaly", "changepoint");
            boolean[] judged = judge(learn(plant.part(0, 400)), plant);
            for (int row = 400; row < judged.length; row++) {
                alarms.add(judged[row]);
                labels.add(plant.labels()[row]);
            }
        }
        boolean[] alarmed = new boolean[alarms.size()];
        for (int i = 0; i < alarmed.length; i++) {
            alarmed[i] = alarms.get(i);
        }
        Marks marks =
                new Marks(alarmed, labels.stream().mapToInt(Integer::intValue).toArray());
        assertThat(files).hasSize(16);
        assertThat(marks.f1()).isGreaterThan(0.84);
        assertThat(marks.falseRate()).isLessThan(0.2);
    }

    @Test
    void faults_of_the_chemical_plant_are_found_with_hardly_a_false_alarm() throws UnfitHistory {
        Path folder = Plants.folder().resolve("tep");
        Plant normal = Plants.matrix(folder.resolve("d00.dat"), 180, true);
        Plant more = Plants.matrix(folder.resolve("d00_te.dat"), 180, false);
        for (boolean both : new boolean[] {false, true}) {
            ProcessModel model = both ? learn(normal, more.part(0, 480)) : learn(normal);
            double found = 0;
            double early = 0;
            int[] faults = {1, 4, 5, 7, 10, 11, 14, 19};
            for (int fault : faults) {
                Plant plant = Plants.matrix(folder.resolve("d%02d_te.dat".formatted(fault)), 180, false);
                boolean[] alarms = judge(model, plant);
                found += part(alarms, 160, 960) / faults.length;
                early += part(alarms, 0, 160) / faults.length;
            }
            double late = part(judge(model, more), 480, 960);
            assertThat(found).isGreaterThan(0.94);
            assertThat(early).isLessThan(0.01);
            assertThat(late).isLessThan(0.01);
        }
    }

    private static double part(boolean[] alarms, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += alarms[i] ? 1 : 0;
        }
        return (double) count / (to - from);
    }

    private static ProcessModel learn(Plant... plants) throws UnfitHistory {
        History history = new History(plants[0].names());
        for (Plant plant : plants) {
            history.begin();
            for (int row = 0; row < plant.rows().size(); row++) {
                history.add(row * plant.period(), plant.rows().get(row));
            }
        }
        return Learner.learn(history, ProcessSettings.DEFAULT);
    }

    private static boolean[] judge(ProcessModel model, Plant plant) {
        Judge judge = new Judge(model);
        boolean[] alarms = new boolean[plant.rows().size()];
        for (int row = 0; row < alarms.length; row++) {
            judge.take(row * plant.period(), plant.rows().get(row));
            alarms[row] = judge.alarm();
        }
        return alarms;
    }
}
