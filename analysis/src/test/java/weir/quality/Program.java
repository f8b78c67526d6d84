// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The program under test, run as its users run it. */
record Program(Path file, Path scratch) {

    private static final long MINUTES = 10;

    /** Runs it; whether it ended by itself. What it says goes to a log beside the results. */
    boolean run(Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(arguments);
        Files.createDirectories(log.getParent());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    /** The folder of what it found in a capture; empty where it writes no incidents. */
    Optional<Path> analyze(Path capture, List<Path> normal) throws IOException {
        String name = name(capture);
        Path out = scratch.resolve(name);
        List<String> arguments =
                new ArrayList<>(List.of("analyze", capture.toString(), "--quiet", "--out", out.toString()));
        for (Path one : normal) {
            arguments.addAll(List.of("--baseline", one.toString()));
        }
        run(scratch.resolve(name + ".log"), arguments);
        return Files.exists(out.resolve("incidents.jsonl")) ? Optional.of(out) : Optional.empty();
    }

    /** What a file's results are called: its folder and its name. */
    String name(Path data) {
        return data.getName(data.getNameCount() - 2) + "-" + data.getFileName();
    }
}
