// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import weir.store.Kept;
import weir.store.Store;

/** A process that changes a store and says so, until it is killed. */
final class KilledWorker {

    static final int THREADS = 6;

    private KilledWorker() {}

    /** @param arguments the address of a store */
    public static void main(String[] arguments) throws IOException {
        Store store = Ground.open(arguments[0]);
        for (int i = 0; i < THREADS; i++) {
            String name = "t" + i;
            Thread.ofPlatform().start(() -> count(store, name));
        }
    }

    private static void count(Store store, String name) {
        try {
            while (true) {
                System.out.println(name + " " + next(store, name));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The next step of one who counts: position, log and state in one change. */
    static int next(Store store, String name) throws IOException {
        return store.change(c -> {
            int number = c.get("position", name).map(KilledWorker::number).orElse(0) + 1;
            c.put("position", name, Integer.toString(number));
            c.append("audit", name + " " + number);
            byte[] state = (name + " " + number).repeat(1 + number % 50).getBytes(StandardCharsets.UTF_8);
            c.snapshot("state_" + name.charAt(0), new ByteArrayInputStream(state));
            c.put("state", "last", new String(state, StandardCharsets.UTF_8));
            return number;
        });
    }

    static int number(Kept position) {
        return Integer.parseInt(position.body());
    }

    /** Runs one, kills it when it has said so many lines, and gives all that it said. */
    static List<String> run(Class<?> worker, int lines, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                worker.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (said.size() == lines) {
                    process.toHandle().destroyForcibly(); // kill -9; what it has said can still be read
                }
            }
        }
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IOException("it does not die");
        }
        return said;
    }
}
