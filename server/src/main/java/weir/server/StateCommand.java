// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.analysis.baseline.Baseline;

/** Lists the versions of what was learned, and goes back to one. */
@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the versions of a state file of weir analyze --state, and goes back to an earlier one: each run over",
            "further captures keeps the one before, five of them in all.",
            ""
        })
final class StateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The state file.")
    private @Nullable Path file;

    @Option(
            names = "--back-to",
            paramLabel = "N",
            description = "Makes version N the state; the state of now is kept as version 1.")
    private int number;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path state = Objects.requireNonNull(file);
        StateVersions versions = new StateVersions(state);
        try {
            if (!Files.exists(state)) {
                throw new NoSuchFileException(state.toString());
            }
            if (number != 0) {
                back(versions);
            }
            list(versions);
            return ExitCode.DONE;
        } catch (IOException e) {
            return Problems.input(spec.commandLine().getErr(), e);
        }
    }

    private void back(StateVersions versions) throws IOException {
        if (number < 0 || !versions.numbers().contains(number)) {
            throw new ParameterException(
                    spec.commandLine(), "--back-to " + number + ": there is no such version; " + versions.numbers());
        }
        new StateFile(versions.of(number)).load(); // it has to be whole
        versions.back(number);
    }

    private void list(StateVersions versions) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (int version : versions.numbers()) {
            Path path = versions.of(version);
            Baseline known = new StateFile(path).load().after().baseline();
            out.printf(
                    "%d  %s  %,d conversations, %,d stations  %s%n",
                    version,
                    Files.getLastModifiedTime(path).toInstant().truncatedTo(ChronoUnit.SECONDS),
                    known.edges().size(),
                    known.parties().size(),
                    path);
        }
        out.flush();
    }
}
