// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessWearCommandTest {

    @TempDir
    Path folder;

    @Test
    void the_pump_that_fails_first_is_at_the_top_of_the_list() throws IOException {
        learn();
        StringBuilder rows = new StringBuilder("pump,time,pressure,temperature\n");
        Random random = new Random(2);
        pump(rows, "P-1", 180, 100, random);
        pump(rows, "P-2", 180, 175, random);
        pump(rows, "P-3", 180, 10, random);
        Weir.Ran ran = foretell(file("now.csv", rows.toString()));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("Foretold 2 of 3 machines, see");
        List<String> machines = Files.readAllLines(folder.resolve("out/machines.csv"));
        assertThat(machines.getFirst()).isEqualTo("machine,time,remaining,low,high,verdict,contributors");
        assertThat(machines.get(1)).matches("P-2,2026-01-08 06:00:00,\\d{1,2}\\.\\d,\\d+\\.\\d,\\d+\\.\\d,known,");
        assertThat(machines.get(2)).startsWith("P-1,").contains(",known,");
        assertThat(machines.get(3)).startsWith("P-3,").endsWith(",,,,young,");
        assertThat(Files.readAllLines(folder.resolve("out/foretold.csv"))).hasSize(1 + 100 + 175 + 10);
    }

    @Test
    void what_is_missing_or_wrong_is_told() throws IOException {
        Path few = file("few.csv", fleet(5));
        Weir.Ran ran = Weir.run("process", "wear", few, "--machine", "pump", "--model", model());
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).contains("few.csv: has 5 machines; at least 20");
        ran = Weir.run("process", "wear", few, "--machine", "motor", "--model", model());
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).contains("few.csv: line 1: has no column 'motor' that tells machines apart");
        ran = Weir.run("process", "wear", few, "--machine", "pump", "--horizon", "1", "--model", model());
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        Files.writeString(model(), "nothing of the kind");
        ran = foretell(few);
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).contains("m.wear");
    }

    @Test
    void what_is_broken_in_the_middle_is_told_and_all_before_it_is_used() throws IOException {
        learn();
        StringBuilder rows = new StringBuilder("pump,time,pressure,temperature\n");
        pump(rows, "P-1", 180, 60, new Random(3));
        Weir.Ran ran = foretell(file("broken.csv", rows + "P-1,2026-02-01 00:00:00,x,1\n"));
        assertThat(ran.exit()).isEqualTo(ExitCode.DAMAGED);
        assertThat(ran.err()).contains("broken.csv: line 62, column pressure: 'x' is no number", "before it was used");
        assertThat(Files.readAllLines(folder.resolve("out/foretold.csv"))).hasSize(61);
    }

    @Test
    void a_file_for_each_machine_teaches_as_well() throws IOException {
        Object[] arguments = new Object[24];
        arguments[0] = "process";
        arguments[1] = "wear";
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            StringBuilder rows = new StringBuilder("time,pressure,temperature\n");
            StringBuilder named = new StringBuilder();
            pump(named, "P", 120, 120, random);
            arguments[2 + i] = file("p" + i + ".csv", rows + named.toString().replace("P,", ""));
        }
        arguments[22] = "--model";
        arguments[23] = model();
        Weir.Ran ran = Weir.run(arguments);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("Learnt 20 machines.");
    }

    private void learn() throws IOException {
        Weir.Ran ran =
                Weir.run("process", "wear", file("failed.csv", fleet(22)), "--machine", "pump", "--model", model());
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("Learnt 22 machines.", "root mean square");
    }

    private Weir.Ran foretell(Path file) {
        return Weir.run(
                "process", "foretell", file, "--machine", "pump", "--model", model(), "--out", folder.resolve("out"));
    }

    private static String fleet(int pumps) {
        StringBuilder rows = new StringBuilder("pump,time,pressure,temperature\n");
        Random random = new Random(1);
        for (int i = 0; i < pumps; i++) {
            int life = 130 + random.nextInt(80);
            pump(rows, "F-" + i, life, life, random);
        }
        return rows.toString();
    }

    /** The first rows of a pump that goes on for so many; the pressure falls towards the end. */
    private static void pump(StringBuilder rows, String name, int life, int seen, Random random) {
        for (int i = 0; i < seen; i++) {
            double wear = Math.exp(-(life - 1 - i) / 40.0);
            rows.append("%s,2026-01-%02d %02d:00:00,%.3f,%.3f%n"
                    .formatted(
                            name,
                            1 + i / 24,
                            i % 24,
                            10 - 3 * wear + 0.1 * random.nextGaussian(),
                            60 + 20 * wear + 0.5 * random.nextGaussian())
                    .replace(System.lineSeparator(), "\n"));
        }
    }

    private Path model() {
        return folder.resolve("m.wear");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
