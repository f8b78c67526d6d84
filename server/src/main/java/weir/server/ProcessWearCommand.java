// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.analysis.wear.Lives;
import weir.analysis.wear.UnfitLives;
import weir.analysis.wear.WearLearner;
import weir.analysis.wear.WearModel;
import weir.analysis.wear.WearSettings;
import weir.analysis.wear.WearState;
import weir.server.historian.Table;

/** Learns how machines wear out. */
@Command(
        name = "wear",
        mixinStandardHelpOptions = true,
        description = {
            "Learns from machines of one kind, each from its start to its failure, how they wear out.",
            "The last row of a machine is taken for its failure. At least 20 machines are needed.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  weir process wear failed.csv --machine pump --model pumps.wear",
            "  weir process wear pump1.csv pump2.csv ... --model pumps.wear     (a file for each machine)"
        })
final class ProcessWearCommand implements Callable<Integer> {

    private static final int MOST_ROWS = 100_000;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Exports with the same columns: separated text, packed with gzip or not, or Parquet.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "Where the model is kept.")
    private Path modelFile = Path.of("");

    @Option(
            names = "--machine",
            paramLabel = "COLUMN",
            description = "Name or number (from 1) of the column that tells machines apart; without it each file is"
                    + " one machine.")
    private @Nullable String machine;

    @Option(
            names = "--horizon",
            paramLabel = "ROWS",
            description = "Rows before the failure from which on wear is looked for; ${DEFAULT-VALUE} if not given.")
    private int horizon = WearSettings.DEFAULT.horizon();

    @Mixin
    private TableOptions table = new TableOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (horizon < 2 || horizon > MOST_ROWS) {
            throw new ParameterException(spec.commandLine(), "--horizon must be 2 to " + MOST_ROWS + " rows");
        }
        WearModel model;
        try {
            model = WearLearner.learn(read(), WearSettings.DEFAULT.withHorizon(horizon));
        } catch (IOException e) {
            return Problems.input(err, e);
        } catch (UnfitLives e) {
            return Problems.input(err, new IOException(files.getFirst() + ": " + e.getMessage(), e));
        }
        try {
            save(model);
        } catch (IOException e) {
            return Problems.output(err, new Unwritten(modelFile, Problems.reason(e)), "--model");
        }
        say(model);
        return ExitCode.DONE;
    }

    private Lives read() throws IOException {
        @Nullable Lives lives = null;
        for (Path file : files) {
            try (Table rows = Table.open(file, table.form(1, machine))) {
                if (lives == null) {
                    lives = new Lives(rows.names());
                }
                rows.select(lives.columns());
                read(file, rows, lives);
            }
        }
        return lives == null ? new Lives(List.of()) : lives;
    }

    private void read(Path file, Table rows, Lives lives) throws IOException {
        for (Table.Row row = rows.next(); row != null; row = rows.next()) {
            if (lives.size() == lives.mostRows()) {
                throw new IOException(file + ": more than " + lives.mostRows()
                        + " rows of so many columns cannot be learnt at once; leave columns out with --ignore,"
                        + " or take an export with longer steps");
            }
            lives.add(machine == null ? file.toString() : row.machine(), row.values());
        }
    }

    private void save(WearModel model) throws IOException {
        Path part = modelFile.resolveSibling(modelFile.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                WearState.write(model, out);
            }
            Files.move(part, modelFile, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void say(WearModel model) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Learnt %d machines. Foretold by a model of the others, those with up to %d rows left"
                        + " were off by %.1f rows (root mean square).%n",
                model.machines(),
                model.settings().horizon(),
                model.error());
        out.flush();
    }
}
