// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of its work, again and again. */
class SpoolCrashTest {

    private static final int MESSAGES = 300;
    private static final int CRASHES = 5;

    @TempDir
    Path folder;

    /** Adds what is not there yet, then takes, and says each step when it is done. */
    static final class Worker {
        public static void main(String[] arguments) throws IOException {
            try (Spool spool = Spool.open(Path.of(arguments[0]), 1 << 20)) {
                if (spool.waiting() == 0) {
                    spool.add(SpoolTest.messages(0, MESSAGES));
                    say("added");
                }
                while (spool.oldest().isPresent()) {
                    say("sent " + spool.oldest().orElseThrow().id());
                    spool.taken();
                }
            }
            say("done");
        }

        private static void say(String step) {
            System.out.println(step);
            System.out.flush();
        }
    }

    @Test
    void a_killed_process_loses_nothing_and_sends_at_most_one_message_again() throws Exception {
        Random random = new Random(23);
        TreeSet<Integer> sent = new TreeSet<>();
        int again = 0;
        for (int crash = 0; crash <= CRASHES; crash++) {
            boolean last = crash == CRASHES;
            List<String> steps = run(last ? Integer.MAX_VALUE : 5 + random.nextInt(40));
            int repeated = 0;
            for (String step : steps) {
                if (step.startsWith("sent F-") && !sent.add(Integer.parseInt(step.substring(7)))) {
                    repeated++;
                }
            }
            assertThat(repeated).as("repetitions after a crash").isLessThanOrEqualTo(1);
            again += repeated;
            if (last) {
                assertThat(steps).endsWith("done");
            }
        }
        assertThat(sent)
                .isEqualTo(new TreeSet<>(IntStream.range(0, MESSAGES).boxed().toList()));
        assertThat(again).isLessThanOrEqualTo(CRASHES);
    }

    /** Runs a worker until it has said so many steps, and kills it then; what it said until it was dead. */
    private List<String> run(int most) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> steps = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String step = out.readLine(); step != null; step = out.readLine()) {
                steps.add(step);
                if (steps.size() == most) {
                    process.toHandle().destroyForcibly(); // what it has said can still be read
                }
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return steps;
    }
}
